"""Work on all cores: the same bytes whether one worker does it or many."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING, Self, TypeVar

from sitegen.engine.fault import EngineFault
from sitegen.engine.fork import MOST, can_fork, forked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from concurrent.futures import Executor
    from types import TracebackType

T = TypeVar("T")
R = TypeVar("R")
CHUNK = 64
"""Pieces that a worker takes at once, where there are many."""
WORTH_A_POOL = 200
"""Below so many pieces of work, starting workers costs more than they save."""
WORTH_NEW = 1000
"""The same for workers that are no copies of this process: they begin with nothing."""


class Workers:
    """The processes of a build, started when there is enough to do and ended with it.

    `count` None means one for each core. Any standard executor may be given in their place.
    """

    def __init__(self, count: int | None, executor: Executor | None = None) -> None:
        self._count = count if count is not None else _cores()
        self._given = executor
        self._own: Executor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._own is not None:
            self._own.shutdown(wait=True, cancel_futures=True)

    def spread(self, work: Callable[[Sequence[T]], R], pieces: Sequence[T], weight: int = 0) -> Iterator[R]:
        """`work` done on chunks of `pieces`, in order. Both are plain values, so that any executor will do.

        `weight` is how many usual pieces the few would weigh that are heavier than others.
        """
        size = max(CHUNK if len(pieces) >= WORTH_A_POOL else 1, len(pieces) // MOST + 1)
        chunks = [pieces[at : at + size] for at in range(0, len(pieces), size)]
        if self._given is not None:
            return _executed(work, chunks, self._given)
        copies = can_fork()
        enough = len(pieces) + weight >= (WORTH_A_POOL if copies else WORTH_NEW)
        if self._count < 2 or not enough:  # noqa: PLR2004 - one worker is this process
            return map(work, chunks)
        return forked(work, chunks, self._count) if copies else _executed(work, chunks, self._pool())

    def _pool(self) -> Executor:
        if self._own is None:
            import multiprocessing
            from concurrent.futures import ProcessPoolExecutor

            # new processes and no copies: it is asked for where other threads run, and a copy would keep their locks
            context = multiprocessing.get_context("spawn")
            self._own = ProcessPoolExecutor(self._count, context, initializer=_leave_interrupts)
        return self._own


def _executed(work: Callable[[Sequence[T]], R], chunks: list[Sequence[T]], executor: Executor) -> Iterator[R]:
    from concurrent.futures import BrokenExecutor

    try:
        yield from executor.map(work, chunks)
    except BrokenExecutor as error:
        raise EngineFault("a worker of the build was killed", "was memory short? try --workers 1") from error


def _leave_interrupts() -> None:
    """Ctrl-C reaches every process of a terminal: the build ends its workers itself, and they say nothing."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
