"""A small archive in a folder of its own: a record a line or two, written out where the test needs it."""

from pathlib import Path

import pytest

SITE = "title: Small\ndescription: A small archive.\nurl: https://example.org/small/\n"
FILES = {
    "content/site.yaml": SITE,
    "content/actors/north.md": "---\ntitle: North\nkind: armed-group\n---\n",
    "content/actors/south.md": "---\ntitle: South\nkind: state-force\n---\n",
    "content/actors/monitor.md": "---\ntitle: The Monitor\nkind: monitor\n---\n",
    "content/places/ford.md": "---\ntitle: The Ford\nkind: village\n---\n",
    "content/sources/wire.md": "---\ntitle: The Wire\nkind: agency\nstandpoint: Sells news to papers.\n---\n",
    "content/sources/paper.md": "---\ntitle: The Paper\nkind: newspaper\n---\n",
    "content/tags/raid.md": "---\ntitle: Raid\n---\n",
    "content/events/2018-09-10-raid.md": (
        "---\ntitle: A raid at the ford\ndate: 2018-09-10\nkind: ambush\nplaces: [ford]\n"
        "actors: [{actor: north, role: initiator}, {actor: south, role: target}]\nverification: contested\ntags: [raid]\n"
        "claims:\n"
        "  - {source: paper, url: 'https://paper.example/1', date: 2018-09-11, by: monitor, toll: {killed: 21}, of: south}\n"
        "  - {source: wire, url: 'https://wire.example/1', date: 2018-09-11, by: south, toll: {killed: {max: 9}}, of: south}\n"
        "---\nMen of [[north]] crossed the ford.\n"
    ),
    "content/articles/2018-09-11-report.md": (
        "---\ntitle: Dead at the ford\ndate: 2018-09-11\nsource: paper\nlanguage: en\nrights: {publish: full, holder: The Paper}\n"
        "actors: [north]\nplaces: [ford]\nclaims:\n"
        "  - {event: 2018-09-10-raid, by: north, toll: {killed: {min: 15}}, of: south, quote: at least 15 were killed}\n"
        "---\nThe north said that at least 15 were killed.\n"
    ),
}


class Small:
    """An archive on disk that a test may change."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def write(self, path: str, text: str) -> None:
        place = self.root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8")

    def edit(self, path: str, old: str, new: str) -> None:
        text = (self.root / path).read_text("utf-8")
        assert old in text, f"{path} does not hold {old!r}"
        self.write(path, text.replace(old, new))

    def check(self):
        from sitegen.survey import check

        return [(one.code, one.span.path) for one in check(self.root).problems]

    def build(self, **more):
        from sitegen.build import Options, build

        report = build(Options(root=self.root, output=self.root / "output", workers=1, **more))
        assert not report.failed, report.problems
        return report

    def page(self, path: str) -> str:
        return (self.root / "output" / path).read_text("utf-8")


@pytest.fixture
def small(tmp_path):
    archive = Small(tmp_path / "small")
    for path, text in FILES.items():
        archive.write(path, text)
    return archive
