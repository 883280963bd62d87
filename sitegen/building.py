"""What `sitegen build` does and says; the words that it was asked with are understood elsewhere."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, NamedTuple

from sitegen.build import build
from sitegen.console import problems_text, report_text, say
from sitegen.exits import BUG, CLEAN, PROBLEMS

if TYPE_CHECKING:
    from collections.abc import Callable

    from sitegen.memory import Memory
    from sitegen.report import Report
    from sitegen.work import Options


class Telling(NamedTuple):
    """What is said of a build besides its problems, and how."""

    form: str = "text"
    explain: bool = False
    profile: bool = False


def build_and_tell(options: Options, telling: Telling, memory: Memory | None = None) -> int:
    """Build, say what came of it, and return the exit code; a build that trusts no times is compared with another."""
    started = time.monotonic()
    report = build(options, progress(), memory=memory)
    _tell(report, telling, time.monotonic() - started)
    if report.failed:
        return PROBLEMS
    if options.trust_times:
        return CLEAN
    from sitegen.verify import differences

    return _tell_differences(differences(options), telling.form)


def _tell(report: Report, telling: Telling, seconds: float) -> None:
    aside = telling.form == "json"
    if text := problems_text(report.problems, telling.form):
        say(text, err=telling.form == "text")
    say(report_text(report, seconds, explain=telling.explain), err=aside)
    if telling.profile and report.timing is not None:
        say(report.timing.table(), err=aside)


def _tell_differences(found: tuple[str, ...], form: str) -> int:
    if not found:
        say("verified: a clean build gives the same bytes", err=form == "json")
        return CLEAN
    for line in found:
        say(f"differs: {line}", err=True)
    return BUG


def progress() -> Callable[[str, int, int], None]:
    """Progress on a terminal, nothing in a pipe."""
    if not sys.stderr.isatty():
        return lambda *_: None

    def show(what: str, done: int, of: int) -> None:
        print(f"\r\x1b[K{what} {done:,} of {of:,}", end="\n" if done == of else "", file=sys.stderr, flush=True)

    return show
