"""Problems and reports in words: for a terminal, for programs, for GitHub's annotations."""

from __future__ import annotations

import os
import sys
from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, Any

from sitegen.model.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sitegen.check.audit import Audited
    from sitegen.report import Report

FORMATS = ("text", "json", "github")


def say(text: str, *, err: bool = False) -> None:
    """A line on the terminal or wherever the stream goes, in colour where that is wanted."""
    if "\x1b" in text:
        import click

        click.echo(text, err=err, color=colour())
    else:
        print(text, file=sys.stderr if err else sys.stdout, flush=True)


def styled(text: str, **style: Any) -> str:
    """A text with the marks of a style."""
    import click

    return click.style(text, **style)


def colour() -> bool | None:
    """No colour where NO_COLOR asks for none (no-color.org); else as the terminal is."""
    return False if os.environ.get("NO_COLOR") else None


def problems_text(problems: Sequence[Problem], form: str) -> str:
    """All problems in one of `FORMATS`."""
    match form:
        case "json":
            import json

            return json.dumps([_as_dict(problem) for problem in problems], ensure_ascii=False, indent=2)
        case "github":
            return "\n".join(map(_annotation, problems))
    return "\n".join(map(_line, problems))


def _as_dict(problem: Problem) -> dict[str, object]:
    span = problem.span
    return {
        "path": span.path,
        "line": span.line,
        "column": span.column,
        "code": problem.code,
        "message": problem.message,
        "hint": problem.hint,
        "severity": str(problem.severity),
    }


def _line(problem: Problem) -> str:
    colour = "red" if problem.severity is Severity.ERROR else "yellow"
    head = styled(f"{problem.severity}[{problem.code}]", fg=colour, bold=True)
    hint = f"\n    {styled(_printable(problem.hint), dim=True)}" if problem.hint else ""
    return f"{styled(_printable(str(problem.span)), bold=True)}: {head} {_printable(problem.message)}{hint}"


def _printable(text: str) -> str:
    """Text that cannot command a terminal."""
    return text if text.isprintable() else "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text)


def _annotation(problem: Problem) -> str:
    """A workflow command of GitHub Actions; its escapes are those of the toolkit's documentation."""
    text = f"{problem.message} ({problem.hint})" if problem.hint else problem.message
    place = f"file={_property(problem.span.path)}"
    if problem.span.line:
        place += f",line={problem.span.line},col={problem.span.column}"
    return f"::{problem.severity} {place},title={_property(problem.code)}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def counts(problems: Sequence[Problem]) -> str:
    """How many errors and warnings, in words."""
    found = Counter(problem.severity for problem in problems)
    parts = [
        f"{found[severity]} {severity}{'s' if found[severity] != 1 else ''}" for severity in Severity if found[severity]
    ]
    return ", ".join(parts) or "no problems"


def report_text(report: Report, seconds: float, *, explain: bool) -> str:
    """The end of a build: what was made and kept, what was withheld and why, how long it took."""
    lines: list[str] = []
    if explain:
        lines += [f"{made.path}: {made.reason}" for made in report.made]
        lines += [f"{path}: removed, nothing in the archive makes it any more" for path in report.removed]
    lines += [_printable(f"withheld: {item.path} ({item.reason})") for item in report.withheld]
    removed = f", {len(report.removed)} removed" if report.removed else ""
    state = (
        "stopped: the output is as it was"
        if report.failed
        else f"{len(report.made)} rendered, {report.reused} reused{removed}"
    )
    lines.append(f"{state}; {counts(report.problems)}; {seconds:.2f} s")
    return "\n".join(lines)


def audit_text(found: Sequence[Audited], form: str) -> str:
    """What an audit found: each article with its score and what it lacks, then how many lack what."""
    if form == "json":
        import json

        return json.dumps([_audited(one) for one in found], ensure_ascii=False, indent=2)
    return "\n".join([*chain.from_iterable(map(_score, found)), *_totals(found)] if found else ["no article to audit"])


def _score(one: Audited) -> Iterator[str]:
    known = f", {len(one.declared)} declared missing" if one.declared else ""
    yield styled(f"{one.path}: {one.met} of {one.asked}{known}", bold=True)
    yield from (f"    {demand}: {styled(mend, dim=True)}" for demand, mend in one.missing)
    for gap in dict.fromkeys(gap for _, gap in one.declared):
        demands = "; ".join(demand for demand, by in one.declared if by == gap)
        yield f"    declared on {gap.date}: {demands}\n        {styled(_printable(gap.reason), dim=True)}"


def _totals(found: Sequence[Audited]) -> Iterator[str]:
    lacking = Counter(demand for one in found for demand, _ in (*one.missing, *one.declared))
    declared = Counter(demand for one in found for demand, _ in one.declared)
    for demand, count in lacking.most_common() if len(found) > 1 else ():
        known = f" ({declared[demand]:,} declared)" if declared[demand] else ""
        yield f"{count:>7,} of {len(found):,} lack {demand}{known}"
    missing = sum(len(one.missing) for one in found)
    gaps = f"; {declared.total():,} declared missing, with their reasons" if declared else ""
    yield f"{f'{missing:,} open' if missing else 'nothing is open'}{gaps}"


def _audited(one: Audited) -> dict[str, object]:
    missing = [{"demand": demand, "mend": mend} for demand, mend in one.missing]
    declared = [{"demand": demand, "reason": gap.reason, "date": str(gap.date)} for demand, gap in one.declared]
    return {"path": one.path, "met": one.met, "asked": one.asked, "missing": missing, "declared": declared}


def code_text(code: str) -> str:
    """What a code means and how to mend it; empty where there is no such code."""
    from sitegen.model.codes import CODES

    found = CODES.get(code)
    if found is None:
        return ""
    head = styled(f"{found.severity}[{code}]", bold=True)
    return f"{head}\n{found.means}\n{found.mend}"


def codes_reference() -> str:
    """Every code on one page of Markdown: `sitegen/check/README.md` holds it, and a test holds the two together."""
    from sitegen.model.codes import CODES

    parts = [
        "# Every problem that sitegen reports",
        "`sitegen explain CODE` shows one of these. An error keeps the site from being built; a warning does not.",
    ]
    for code in sorted(CODES):
        found = CODES[code]
        parts.append(f"## {code}\n\n*{found.severity}.* {found.means}\n\n**Mend it:** {found.mend}")
    return "\n\n".join(parts) + "\n"
