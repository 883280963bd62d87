"""A generator's site on the disk: how it is built, and the edits that are made to it."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks import hugo, ours, pelican
from tests.benchmarks.measure import Run, run

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

    from tests.benchmarks.corpus import Article, Corpus

THEME = Path(__file__).parent.parent.parent / "templates"
_TITLE = re.compile(r"^(title: \"?)", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True)
class Site:
    """One generator with the corpus."""

    name: str
    corpus: Corpus
    folder: Path
    generator: ModuleType
    command: tuple[str, ...]

    @property
    def root(self) -> Path:
        return self.folder / "site"

    @property
    def output(self) -> Path:
        return self.folder / "output"

    def build(self) -> Run:
        return run(self.command, self.folder)

    def forget(self) -> None:
        """Everything that a build leaves is gone."""
        for left in (
            self.output,
            self.root / ".cache",
            self.root / "cache",
            self.folder / "cache",
            self.root / "resources",
        ):
            if left.is_dir() and left.resolve().is_relative_to(self.folder.resolve()):
                shutil.rmtree(left)

    def article(self, number: int) -> Article:
        return self.corpus.article(number * 37 % self.corpus.count)

    def edit_body(self, number: int) -> str:
        """A sentence more in an article; returns it."""
        words = f"Edited once more, number {number}."
        with self.generator.article_file(self.root, self.article(number)).open("a") as file:
            file.write(f"\n{words}\n")
        return words

    def edit_title(self, number: int) -> None:
        _replace(self.generator.article_file(self.root, self.article(number)), _TITLE, rf"\1Edited {number} ")

    def edit_tags(self, number: int) -> None:
        file = self.generator.article_file(self.root, self.article(number))
        _replace(file, re.compile(r"\btag-\d+\b"), f"tag-{number % 50}")

    def edit_actor(self, number: int) -> None:
        """An actor's own title, which every page shows that names it; where there is no such record, an article's title."""
        file = self.generator.actor_file(self.root)
        if file is None:
            self.edit_title(number)
            return
        if not file.exists():
            file.parent.mkdir(parents=True)
            file.write_text("---\ntitle: An actor\n---\n")
        _replace(file, _TITLE, rf"\1Renamed {number} ")

    def edit_template(self, number: int) -> None:
        """Other words on the page of every article."""
        file = self.generator.template_file(self.root)
        if not file.exists():
            file.parent.mkdir(parents=True)
            shutil.copy(THEME / "pages" / "article.html", file)
        _replace(file, re.compile(r"<article[^>]*>"), f'<article data-edition="{number}">')


def _replace(file: Path, pattern: re.Pattern[str], words: str) -> None:
    file.write_text(pattern.sub(words, file.read_text(), count=1))


def nothing(_site: Site, _number: int) -> None:
    """No edit at all."""


EDITS: dict[str, Callable[[Site, int], object]] = {
    "nothing changed": nothing,
    "one body edited": Site.edit_body,
    "one title edited": Site.edit_title,
    "one tag edited": Site.edit_tags,
    "one actor renamed": Site.edit_actor,
    "a template edited": Site.edit_template,
}


def site(name: str, corpus: Corpus, folder: Path, peers: Path) -> Site:
    """A site written to the disk; `peers` is the folder with the other generators' programs."""
    place = folder / f"{name}-{corpus.count}"
    shutil.rmtree(place, ignore_errors=True)
    generator: ModuleType = {"sitegen": ours, "hugo": hugo, "pelican": pelican}[name]
    root, output = place / "site", place / "output"
    generator.write(corpus, root)
    command = ours.build(root, output) if name == "sitegen" else generator.build(program(name, peers), root, output)
    return Site(generator.NAME, corpus, place, generator, tuple(command))


def program(name: str, peers: Path) -> str:
    """A generator's own program: Hugo's package wraps its binary in Python, which would count against it."""
    found = sorted(peers.glob("../lib/python*/site-packages/hugo/binaries/hugo*")) if name == "hugo" else []
    place = found[0] if found else peers / name
    if not place.exists():
        raise SystemExit(f"{place} is missing; see the README beside this file")
    return str(place)
