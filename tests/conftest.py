"""A small archive, written out, and the few things that many tests do with one."""

from __future__ import annotations

import itertools
import os
import textwrap
from typing import TYPE_CHECKING, Any

import jinja2
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from sitegen.report import Report

ARCHIVE = {
    "content/site.yaml": """
        title: Small Archive
        description: Two reports about one river.
        url: https://example.org/small/
        licence: CC BY 4.0
        publisher: The Keepers
        """,
    "content/sources/gazette.md": """
        ---
        title: The Gazette
        kind: newspaper
        url: https://gazette.example/
        standpoint: Printed in the capital.
        ---
        """,
    "content/sources/wire.md": """
        ---
        title: Wire
        kind: agency
        ---
        """,
    "content/actors/red-army.md": """
        ---
        title: Red Army
        kind: state-force
        aliases: [RA, {text: Reds, case: exact}]
        relations:
          - {actor: blue-guard, kind: fights, from: 2018, source: wire}
        ---
        It fights the [[blue-guard]].
        """,
    "content/actors/blue-guard.md": """
        ---
        title: Blue Guard
        kind: armed-group
        ---
        """,
    "content/places/rivershire.md": """
        ---
        title: Rivershire
        kind: governorate
        point: [35.0, 40.0]
        precision: province
        ---
        """,
    "content/places/bridge-town.md": """
        ---
        title: Bridge Town
        kind: town
        part_of: rivershire
        point: [35.1, 40.2]
        precision: exact
        ---
        """,
    "content/tags/crossing.md": """
        ---
        title: Crossing
        scope: For fights over bridges & fords.
        ---
        """,
    "content/events/2018-09-10-bridge.md": """
        ---
        title: Fight for the bridge
        date: 2018-09-10
        kind: battle
        places: [bridge-town]
        actors: [{actor: red-army, role: initiator}, {actor: blue-guard, role: target}]
        verification: reported
        tags: [crossing]
        ---
        The bridge fell. See [[event:2018-09-12-ford]].
        """,
    "content/events/2018-09-12-ford.md": """
        ---
        title: Ford found <mined>
        date: 2018-09-12~
        kind: other
        places: [rivershire]
        verification: reported
        claims:
          - {by: blue-guard, source: wire, url: 'https://wire.example/ford', title: Mines, date: 2018-09-13, note: It was mined.}
        ---
        """,
    "content/articles/2018-09-11-bridge-taken.md": """
        ---
        title: Bridge taken
        date: 2018-09-11
        source: gazette
        url: https://gazette.example/bridge
        rights: {publish: full, holder: The Gazette}
        summary: The Red Army says that it holds the bridge.
        warnings: [death]
        tags: [crossing]
        actors: [red-army, blue-guard]
        places: [bridge-town]
        claims:
          - event: 2018-09-10-bridge
            by: red-army
            via: wire
            toll: {killed: {min: 15}}
            of: blue-guard
            quote: at least 15 guards were killed
        aliases: [/old/bridge/]
        ---
        The army said that at least 15 guards were killed.

        ## After

        It was quiet near [[place:bridge-town|the town]].
        """,
    "content/articles/2018-09-14-quiet.md": """
        ---
        title: Quiet on the river
        date: 2018-09-14
        source: gazette
        rights: {publish: full}
        actors: [red-army]
        places: [rivershire]
        ---
        Nothing happened.
        """,
    "content/articles/2018-09-20-secret-plan.md": """
        ---
        title: Unchecked rumour
        date: 2018-09-20
        source: gazette
        status: draft
        rights: {publish: full}
        places: [rivershire]
        tags: [crossing]
        ---
        Somebody whispered zanzibar.
        """,
    "content/pages/about.md": """
        ---
        title: About
        menu: 1
        ---
        How this archive is kept.
        """,
}
"""Eleven records that may be shown and one that may not, with every kind of tie between them."""


def _text(text: str) -> str:
    return textwrap.dedent(text).removeprefix("\n")


@pytest.fixture
def literal() -> dict[str, str]:
    """The small archive, as texts by path."""
    return {path: _text(text) for path, text in ARCHIVE.items()}


@pytest.fixture
def put() -> Callable[[Path, Mapping[str, str | bytes | None]], None]:
    """Write files below a folder, or take them away where None is given."""

    def write(root: Path, files: Mapping[str, str | bytes | None]) -> None:
        for path, content in files.items():
            file = root / path
            file.parent.mkdir(parents=True, exist_ok=True)
            if content is None:
                file.unlink()
            elif isinstance(content, bytes):
                file.write_bytes(content)
            else:
                file.write_text(content, encoding="utf-8")

    return write


@pytest.fixture
def archive(
    tmp_path: Path, literal: dict[str, str], put: Callable[[Path, Mapping[str, str | bytes | None]], None]
) -> Path:
    """The small archive in a folder of its own."""
    put(tmp_path / "archive", literal)
    return tmp_path / "archive"


@pytest.fixture
def run() -> Callable[..., Report]:
    """Build an archive into its `output/`, in this process."""
    from sitegen.build import Options, build

    def build_here(root: Path, **asked: object) -> Report:
        executor = asked.pop("executor", None)
        options = {"output": root / "output", "workers": 1, **asked}
        return build(Options(root=root, **options), executor=executor)  # type: ignore[arg-type]

    return build_here


@pytest.fixture
def tree() -> Callable[[Path], dict[str, bytes]]:
    """The bytes of every file below a folder, but for those that only the program itself reads."""

    def read(folder: Path) -> dict[str, bytes]:
        files = sorted(path for path in folder.rglob("*") if path.is_file())
        return {
            str(path.relative_to(folder)): path.read_bytes()
            for path in files
            if not path.name.startswith(".sitegen") and ".sitegen-stage" not in path.parts
        }

    return read


@pytest.fixture(autouse=True, scope="session")
def _each_template_compiled_once() -> Iterator[None]:
    """Hundreds of builds in one process: the compiler of templates is pure, and most of their time."""
    with pytest.MonkeyPatch.context() as patch:
        compiled: dict[object, Any] = {}
        real = jinja2.Environment.compile

        def compile_once(self: jinja2.Environment, source: str, *args: Any, **named: Any) -> Any:
            options = (self.trim_blocks, self.lstrip_blocks, self.autoescape, self.undefined)
            key = (source, args, tuple(sorted(named.items())), options)
            if key not in compiled:
                compiled[key] = real(self, source, *args, **named)
            return compiled[key]

        patch.setattr(jinja2.Environment, "compile", compile_once)
        yield


class Killed(BaseException):
    """Stands for the end of the process: nothing that tidies up can do anything after it."""


CHANGES = ("replace", "unlink", "rmdir", "mkdir", "fsync", "chmod", "write", "ftruncate")


@pytest.fixture
def killed_at(monkeypatch: pytest.MonkeyPatch) -> Callable[[int, Callable[[], object]], bool]:
    """Do something, and die at the n-th call that changes a file; returns whether it came so far."""

    def die(number: int, do: Callable[[], object]) -> bool:
        calls = itertools.count(1)

        def fatal(real: Callable[..., Any]) -> Callable[..., Any]:
            def call(*args: Any, **named: Any) -> Any:
                if next(calls) >= number:
                    raise Killed
                return real(*args, **named)

            return call

        with monkeypatch.context() as patch:
            for name in CHANGES:
                patch.setattr(os, name, fatal(getattr(os, name)))
            try:
                do()
            except Killed:
                return True
        return False

    return die


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--regenerate-golden", action="store_true", help="Write the golden site anew; look at the diff.")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The browser comes last: it is slow, and its server leaves threads beside which the engine makes no copies."""
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)
