"""Work done by copies of this process: what they work on need not be pickled, for they have it already."""

from __future__ import annotations

import gc
import os
import pickle
import signal
import struct
import sys
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar, cast

from sitegen.engine.fault import EngineFault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

R = TypeVar("R")
_TICKET = struct.Struct("<I")
_LENGTH = struct.Struct("<Q")
MOST = 8192
"""More tickets than this might not fit into a pipe."""


def can_fork() -> bool:
    """Whether copies of this process are safe to make: not where another thread may hold a lock."""
    return sys.platform == "linux" and threading.active_count() == 1


def forked(work: Callable[[Any], R], chunks: Sequence[Any], count: int) -> Iterator[R]:
    """`work` on each of at most `MOST` chunks, in their order, by `count` copies of this process.

    Each takes a ticket for the next chunk when it has done one, so that a slow core does less of the work.
    """
    tickets, box = os.pipe()
    gc.freeze()
    children: dict[int, int] = {}
    try:
        for _ in range(count):
            reader, pid = _child(work, chunks, tickets, box)
            children[reader] = pid
        os.close(tickets)
        os.write(box, b"".join(map(_TICKET.pack, range(len(chunks)))))
        os.close(box)
        yield from _in_order(children, len(chunks))
    finally:
        for reader, pid in children.items():
            _end(reader, pid)
        gc.unfreeze()


def _end(reader: int, pid: int) -> None:
    os.close(reader)
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)


def _child(work: Callable[[Any], R], chunks: Sequence[Any], tickets: int, box: int) -> tuple[int, int]:
    """Start a copy of this process; returns what its answers are read from, and its number."""
    reader, writer = os.pipe()
    parent = os.getpid()
    pid = os.fork()
    if not pid:
        os.close(reader)
        os.close(box)
        _toil(work, chunks, tickets, writer, parent)
    os.close(writer)
    return reader, pid


def _toil(work: Callable[[Any], R], chunks: Sequence[Any], tickets: int, writer: int, parent: int) -> NoReturn:
    """The life of a copy: chunk after chunk, until there are none, or the process that wants them is gone."""
    status = 1
    try:
        _let_go_but(tickets, writer)
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches every process of a terminal
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        while (ticket := os.read(tickets, _TICKET.size)) and os.getppid() == parent:
            (number,) = _TICKET.unpack(ticket)
            _send(writer, _answer(work, chunks[number], number))
        status = 0
    finally:
        os._exit(status)


def _let_go_but(*kept: int) -> None:
    """Close every file but these: a lock must end with the process that took it, whatever its copies still do."""
    before = 2
    for one in (*sorted(kept), os.sysconf("SC_OPEN_MAX")):
        os.closerange(before + 1, one)
        before = one


def _answer(work: Callable[[Any], R], chunk: Any, number: int) -> bytes:
    try:
        return pickle.dumps((number, work(chunk), None), protocol=5)
    except Exception as error:  # noqa: BLE001 - it is raised again where the work is wanted
        return pickle.dumps((number, None, error), protocol=5)


def _send(writer: int, data: bytes) -> None:
    view = memoryview(_LENGTH.pack(len(data)) + data)
    while view:
        view = view[os.write(writer, view) :]


def _in_order(children: dict[int, int], count: int) -> Iterator[Any]:
    """The answers by the number of their chunk, as soon as those before them are there."""
    waiting: dict[int, Any] = {}
    following = 0
    for number, result, error in _answers(children, count):
        if error is not None:
            raise error
        waiting[number] = result
        while following in waiting:
            yield waiting.pop(following)
            following += 1


def _answers(children: dict[int, int], count: int) -> Iterator[Any]:
    import selectors  # a build with nothing to do has no use for it

    buffers = {reader: bytearray() for reader in children}
    with selectors.DefaultSelector() as selector:
        for reader in children:
            selector.register(reader, selectors.EVENT_READ)
        while count:
            for key, _ in selector.select():
                data = os.read(key.fd, 1 << 20)
                if not data:
                    selector.unregister(key.fd)
                buffers[key.fd] += data
                for answer in _whole(buffers[key.fd]):
                    count -= 1
                    yield pickle.loads(answer)  # noqa: S301 - of a copy of ourselves
            if count and not selector.get_map():
                raise _killed()


def _whole(buffer: bytearray) -> Iterator[bytes]:
    """The answers that are whole in what was read, taken out of it."""
    while len(buffer) >= _LENGTH.size:
        (length,) = _LENGTH.unpack_from(buffer)
        end = _LENGTH.size + length
        if len(buffer) < end:
            return
        yield bytes(buffer[_LENGTH.size : end])
        del buffer[:end]


def _only(reader: int) -> Any:
    """The answer of a copy that is asked for one."""
    buffer = bytearray()
    while data := os.read(reader, 1 << 20):
        buffer += data
        for answer in _whole(buffer):
            _, result, error = pickle.loads(answer)  # noqa: S301 - of a copy of ourselves
            if error is not None:
                raise error
            return result
    raise _killed()


def _killed() -> EngineFault:
    return EngineFault("a worker of the build was killed", "was memory short? try --workers 1")


@contextmanager
def aside(work: Callable[[], R]) -> Iterator[Callable[[], R]]:
    """Have a copy of this process do `work` from now on; gives what waits for the answer.

    Where no copy can be made, the work is done when it is asked for.
    """
    if not can_fork():
        yield work
        return
    tickets, box = os.pipe()
    os.write(box, _TICKET.pack(0))
    reader, pid = _child(lambda _: work(), (None,), tickets, box)
    os.close(tickets)
    os.close(box)
    try:
        yield lambda: cast("R", _only(reader))
    finally:
        _end(reader, pid)
