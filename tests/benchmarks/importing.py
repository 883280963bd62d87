"""How many raw texts a second the importer reads, on one core."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from typing import TYPE_CHECKING

from tests.benchmarks.corpus import Corpus

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = 1000


def report(folder: Path) -> None:
    """Import a folder of made-up text files into an empty archive, and say how fast it went."""
    root, raw = folder / "import", folder / "raw"
    for place in (root, raw):
        shutil.rmtree(place, ignore_errors=True)
    raw.mkdir(parents=True)
    for article in Corpus(TEXTS).articles():
        text = f"{article.title}\n\n{article.date:%d %B %Y}\n\n{article.body}"
        (raw / f"{article.id}.txt").write_text(text)
    sitegen = [sys.executable, "-m", "sitegen"]
    subprocess.run([*sitegen, "init", str(root)], check=True, capture_output=True)
    if subprocess.run([*sitegen, "import", "--help"], check=False, capture_output=True).returncode:
        print("import: this sitegen has no such command")
        return
    started = time.perf_counter()
    done = subprocess.run(
        [*sitegen, "import", "--archive", str(root), str(raw)], check=False, capture_output=True, text=True
    )
    seconds = time.perf_counter() - started
    made = len(list((root / "content" / "articles").glob("*.md"))) - 1
    print(f"import: {made} articles in {seconds:.1f} s, {made / seconds:.0f} a second (exit code {done.returncode})")
    shutil.rmtree(root)
    shutil.rmtree(raw)
