"""A build for the preview: whatever goes wrong becomes something to show, and the preview goes on."""

from __future__ import annotations

import gc
import importlib
import os
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sitegen.build import Options, build
from sitegen.console import problems_text, report_text
from sitegen.engine.fault import EngineFault
from sitegen.inputs import EDITION, SITE_FILE
from sitegen.memory import Memory
from sitegen.model.problem import Severity, SitegenError
from sitegen.preview.shown import after_build, after_fault, base_path_of
from sitegen.state import load_edition

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from pathlib import Path

    from sitegen.preview.shown import Shown
    from sitegen.report import Report

_LATER = (
    "sitegen.check.checks",
    "sitegen.jobs",
    "sitegen.load.records",
    "sitegen.plan.planners",
    "sitegen.render.markdown",
    "sitegen.render.page",
    "sitegen.rendering",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rebuild:
    """What every build of one preview has in common, and where its words go."""

    root: Path
    port: int
    cache: Path
    tell: Callable[[str], None]
    progress: Callable[[str, int, int], None]
    drafts: bool = True
    workers: int | None = None
    memory: Memory = field(default_factory=Memory)
    now: dt.date | None = None

    def __call__(self, before: Shown) -> Shown:
        """Build, say what is new, and return what is to be shown now."""
        started = time.monotonic()
        try:
            base_path, base_url = site_address(self.root, self.port, before.base_path)
            report = build(self._options(before.folder, base_url), self.progress, memory=self.memory)
        except (SitegenError, EngineFault) as error:
            return self._failed(before, str(error), error.hint)
        except Exception as error:
            if os.environ.get("SITEGEN_DEBUG"):
                raise
            words = f"a bug of sitegen: {type(error).__name__}: {error}"
            return self._failed(before, words, "please report it, with what SITEGEN_DEBUG=1 shows")
        after = after_build(before, report, base_path)
        if after != before:
            self._report(report, time.monotonic() - started, first=not before.built)
        return after

    def tidy(self) -> None:
        """Give back what a build had in hand, now that nobody waits for it, and keep what it knows packed."""
        memory = self.memory
        memory.held = None
        if memory.edition is not None and not memory.edition.items.is_packed:
            memory.edition = load_edition(self.cache / EDITION, memory.digest) or memory.edition
        gc.collect()

    def _options(self, output: Path, base_url: str) -> Options:
        return Options(
            root=self.root,
            output=output,
            base_url=base_url,
            drafts=self.drafts,
            workers=self.workers,
            now=self.now,
            cache=self.cache,
        )

    def _failed(self, before: Shown, message: str, hint: str) -> Shown:
        after = after_fault(before, message, hint)
        if after != before:
            self.tell(f"{message}\n    {hint}" if hint else message)
        return after

    def _report(self, report: Report, seconds: float, *, first: bool) -> None:
        text = problems_text(report.problems, "text")
        if text:
            self.tell(text)
        short = report if first else report._replace(withheld=())
        self.tell(report_text(short, seconds, explain=False))


def site_address(root: Path, port: int, otherwise: str) -> tuple[str, str]:
    """The base path of the site, and the address that the preview's pages are built for.

    Where `site.yaml` does not say it, the path is as it was, and where its own words are at fault no address is put in
    their place, so that the build finds the fault.
    """
    from sitegen.load.site import parse_site

    try:
        parsed = parse_site((root / SITE_FILE).read_bytes())
    except OSError:
        return otherwise, ""
    if parsed.site is None or any(problem.severity is Severity.ERROR for problem in parsed.problems):
        return otherwise, ""
    base_path = base_path_of(parsed.site.base_path)
    return base_path, address(port, base_path)


def address(port: int, base_path: str) -> str:
    """Where the preview stands."""
    from urllib.parse import quote

    return f"http://127.0.0.1:{port}{quote(base_path)}"


def warm() -> None:
    """Load what a build loads only when there is something to do, so that the first change need not wait for it."""
    for name in _LATER:
        importlib.import_module(name)
