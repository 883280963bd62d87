"""How many raw texts a second the importer reads, on one core."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from tests.benchmarks import measure
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
    run = measure.run([*sitegen, "import", "--archive", str(root), str(raw)], folder)
    made = len(list((root / "content" / "articles").glob("*.md"))) - 1
    each = f"{made / run.wall:.0f} a second, {made / run.cpu:.0f} a second of one core"
    print(f"import: {made} articles in {run.wall:.1f} s, {each}, {run.peak:.0f} MiB")
    shutil.rmtree(root)
    shutil.rmtree(raw)
