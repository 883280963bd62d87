"""What a build has to say at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sitegen.model.problem import Severity

if TYPE_CHECKING:
    from sitegen.model.problem import Problem
    from sitegen.model.withheld import Withheld
    from sitegen.timing import Timing


class Made(NamedTuple):
    """An output that was made again, and why."""

    path: str
    reason: str


class Report(NamedTuple):
    """The result of a build: what was made, kept and removed, what was withheld, and every problem."""

    problems: tuple[Problem, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    made: tuple[Made, ...] = ()
    reused: int = 0
    removed: tuple[str, ...] = ()
    articles: int = 0
    timing: Timing | None = None

    @property
    def failed(self) -> bool:
        """Whether there was an error, so that the output is as it was."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)
