"""Where the time of a build goes: by step, by template, by page."""

from __future__ import annotations

import time
from collections import defaultdict
from typing import NamedTuple

SLOWEST = 10


class Spent(NamedTuple):
    """The seconds that one output took, and the template that it was made with; empty where there is none."""

    path: str
    template: str
    seconds: float


class Timing:
    """A watch that runs from the beginning of a build; each lap is put down under the step that has just ended."""

    def __init__(self) -> None:
        self._last = time.perf_counter()
        self.steps: dict[str, float] = {}
        self.outputs: list[Spent] = []

    def lap(self, step: str) -> None:
        """The time since the last lap was that step's."""
        now = time.perf_counter()
        self.steps[step] = self.steps.get(step, 0.0) + now - self._last
        self._last = now

    def table(self) -> str:
        """The steps of the build, and the templates and pages that took the most time, in all processes together."""
        lines = [f"{step:<10}{seconds:>9.3f} s" for step, seconds in self.steps.items()]
        by_template: dict[str, list[float]] = defaultdict(list)
        for path, template, seconds in self.outputs:
            by_template[template or path].append(seconds)
        ranked = sorted(by_template.items(), key=lambda item: -sum(item[1]))[:SLOWEST]
        lines += ["", *(f"{sum(all_):9.3f} s{len(all_):>8} × {name}" for name, all_ in ranked)]
        slowest = sorted(self.outputs, key=lambda spent: -spent.seconds)[:SLOWEST]
        return "\n".join([*lines, "", *(f"{spent.seconds * 1000:9.1f} ms  {spent.path}" for spent in slowest)])
