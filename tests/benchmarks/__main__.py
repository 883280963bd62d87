"""Measures sitegen beside its peers: `python -m tests.benchmarks --sizes 1000,10000 --peers hugo,pelican --pairs 5`."""

from __future__ import annotations

import argparse
import gzip
import os
import platform
import shutil
import statistics
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks import importing, ours
from tests.benchmarks.corpus import Corpus
from tests.benchmarks.measure import Run, run, seen_after, serving
from tests.benchmarks.sites import EDITS, Site, site

if TYPE_CHECKING:
    from collections.abc import Sequence

BUDGETS = {
    "cold": 1.0,
    "nothing changed": 1 / 60,
    "one body edited": 1 / 25,
    "one title edited": 1 / 12,
    "one tag edited": 1 / 12,
    "one actor renamed": 1 / 12,
    "a template edited": 1 / 3,
}
"""Of Hugo's wall time in the same row, at 10,000 articles."""
SETTLED = 2.5
"""Seconds until the times of a file that was just written are beyond doubt."""


def main() -> None:
    asked = _arguments()
    print(f"{platform.platform()}, {os.cpu_count()} cores, Python {platform.python_version()}, {asked.folder}")
    for size in asked.sizes:
        corpus = Corpus(size)
        sites = [site(name, corpus, asked.folder, asked.peers_bin) for name in ("sitegen", *asked.peers)]
        print(f"\n## {size:,} articles\n", flush=True)
        _table(sites, asked.pairs, asked.only)
        _extras(sites[0], asked)
        if not asked.keep:
            for one in sites:
                shutil.rmtree(one.folder)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--sizes", type=lambda text: [int(size) for size in text.split(",")], default=[1000])
    parser.add_argument("--peers", type=lambda text: text.split(",") if text else [], default=[])
    parser.add_argument("--peers-bin", type=Path, default=Path("/tmp/peers/bin"), help="where the peers' programs are")
    parser.add_argument("--pairs", type=int, default=5)
    parser.add_argument("--only", default="", help="rows that contain these words")
    parser.add_argument("--extras", default="serve,import,steps,pages", help="what else is measured of sitegen")
    parser.add_argument("--folder", type=Path, default=Path("/dev/shm" if Path("/dev/shm").is_dir() else "/tmp"))
    parser.add_argument("--keep", action="store_true", help="leave the sites on the disk")
    asked = parser.parse_args()
    asked.folder = asked.folder / "sitegen-benchmarks"
    asked.folder.mkdir(parents=True, exist_ok=True)
    return asked


def _table(sites: Sequence[Site], pairs: int, only: str) -> None:
    names = [one.name for one in sites]
    print(f"| | {' | '.join(f'{name}, s' for name in names)} | of {' | of '.join(names[1:]) or 'nothing'} | at most |")
    print(f"| --- |{' ---: |' * (2 * len(sites))}")
    peaks: dict[str, float] = {}
    for what in ("cold", *EDITS):
        if only and only not in what and what != "cold":
            continue
        found = _rounds(sites, what, 1 if only and only not in what else pairs)
        for name, runs in found.items():
            peaks[name] = max([peaks.get(name, 0), *(one.peak for one in runs)])
        _row(what, found)
    print(f"| peak memory, MiB | {' | '.join(f'{peaks[name]:.0f}' for name in names)} |")


def _rounds(sites: Sequence[Site], what: str, pairs: int) -> dict[str, list[Run]]:
    """The same edit to each site and a build of each in turn, so that what else the machine does hits all alike."""
    found: dict[str, list[Run]] = {one.name: [] for one in sites}
    if what == "a template edited":
        for one in sites:
            one.edit_template(0)
            one.build()
    for number in range(1, pairs + 1):
        for one in sites:
            if what == "cold":
                one.forget()
            else:
                EDITS[what](one, number)
        if what == "nothing changed":
            time.sleep(SETTLED)
        for one in sites:
            found[one.name].append(one.build())
    return found


def _row(what: str, found: dict[str, list[Run]]) -> None:
    mine, *others = found.values()
    cells = [
        f"{_median(runs):.3f} [{min(one.wall for one in runs):.3f}-{max(one.wall for one in runs):.3f}]"
        for runs in (mine, *others)
    ]
    ratios = [statistics.median(a.wall / b.wall for a, b in zip(mine, runs, strict=True)) for runs in others]
    words = [f"{ratio:.2f}" if ratio >= 0.5 else f"1/{1 / ratio:.0f}" for ratio in ratios]
    budget = BUDGETS[what]
    limit = f"{budget:.2f}" if budget >= 0.5 else f"1/{1 / budget:.0f}"
    print(f"| {what} | {' | '.join([*cells, *words])} | {limit} |", flush=True)


def _median(runs: Sequence[Run]) -> float:
    return statistics.median(one.wall for one in runs)


def _extras(mine: Site, asked: argparse.Namespace) -> None:
    """What only sitegen has: the preview's speed, the importer's, its own account of its time, its largest pages."""
    wanted = asked.extras.split(",")
    print()
    if "serve" in wanted:
        times = _serve(mine, asked.pairs)
        print(
            f"serve: {statistics.median(times) * 1000:.0f} ms from saving a file to the new page on the wire",
            flush=True,
        )
    if "import" in wanted:
        importing.report(asked.folder)
    if "pages" in wanted:
        for size, path in _largest(mine.output):
            print(f"largest pages: {size / 1024:.0f} KB compressed: {path}")
    if "steps" in wanted:
        mine.forget()
        run([*mine.command, "--profile"], mine.folder)
        print((mine.folder / "log.txt").read_text())


def _serve(mine: Site, pairs: int) -> list[float]:
    command = [sys.executable, "-m", "sitegen", "serve", "--root", str(mine.root)]
    times = []
    with serving(command, mine.folder) as address:
        time.sleep(SETTLED)
        for number in range(100, 101 + pairs):
            words = mine.edit_body(number)
            times.append(seen_after(f"{address}articles/{mine.article(number).id}.html", words))
            time.sleep(0.3)
    return times[1:]


def _largest(output: Path) -> list[tuple[int, Path]]:
    pages = [place for place in output.rglob("*") if place.suffix in (".html", ".xml", ".txt", ".json")]
    largest = sorted(pages, key=lambda place: -place.stat().st_size)[:12]
    sizes = ((len(gzip.compress(place.read_bytes(), 6)), place.relative_to(output)) for place in largest)
    return sorted(sizes, reverse=True)[:4]


if __name__ == "__main__":
    assert ours.NAME
    main()
