"""What the preview shows at a moment: a built site, and the faults that keep it from being newer."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote, unquote

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from sitegen.model.problem import Problem
    from sitegen.report import Report

MEDIA = "media/"


class Notice(NamedTuple):
    """A fault in words for the browser; `place` is empty where it has none."""

    place: str
    code: str
    message: str
    hint: str
    severity: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """The site in `folder`, standing at `base_path`; `built` is False until a first build succeeds.

    `start` names this run of the preview, so that a browser left open notices a new one; `number` counts what was shown
    in it; `media` counts the changes of pictures, which keep their names.
    """

    start: str
    folder: Path
    base_path: str
    number: int = 0
    media: int = 0
    built: bool = False
    notices: tuple[Notice, ...] = ()

    @property
    def version(self) -> str:
        """The name of what is shown: another one means that something changed."""
        return f"{self.start}-{self.number}"

    @property
    def address(self) -> str:
        """The base path as it is written in an address."""
        return quote(self.base_path)


def base_path_of(path: str) -> str:
    """The path part of the site's address as folders, decoded: `/` or `/sub/`, never one that leads elsewhere."""
    names = [name for name in unquote(path).split("/") if name not in ("", ".", "..")]
    return "/" + "".join(f"{name}/" for name in names)


def after_build(before: Shown, report: Report, base_path: str) -> Shown:
    """What is shown after a build: the new site, or with an error the last good one and what is wrong."""
    if report.failed:
        kept = before.base_path if before.built else base_path
        return _next(before, base_path=kept, notices=notices(report.problems))
    changed = [made.path for made in report.made] + list(report.removed)
    media = before.media + any(path.startswith(MEDIA) for path in changed)
    return _next(before, changed=bool(changed), base_path=base_path, media=media, built=True)


def after_fault(before: Shown, message: str, hint: str) -> Shown:
    """What is shown when a build could not be done at all."""
    return _next(before, notices=(Notice("", "", message, hint, "error"),))


def _next(before: Shown, *, changed: bool = False, notices: tuple[Notice, ...] = (), **fields: object) -> Shown:
    after = replace(before, notices=notices, **fields)  # type: ignore[arg-type] # names checked by the callers above
    return replace(after, number=before.number + 1) if changed or after != before else before


def notices(problems: Iterable[Problem]) -> tuple[Notice, ...]:
    """Problems as notices, errors first."""
    found = (Notice(str(item.span), item.code, item.message, item.hint, str(item.severity)) for item in problems)
    return tuple(sorted(found, key=lambda notice: notice.severity != "error"))


def as_json(shown: Shown) -> str:
    """What a browser is told: one line of JSON."""
    told = {
        "version": shown.version,
        "base": shown.address,
        "notices": [notice._asdict() for notice in shown.notices],
    }
    return json.dumps(told, ensure_ascii=True)
