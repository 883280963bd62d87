"""One run of a program: how long it took, and how much memory the largest of its processes had."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import time
import urllib.request
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

PATIENCE = 600.0
AS_INSTALLED = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
"""The environment of a user: Python keeps what it has compiled."""


class Run(NamedTuple):
    wall: float
    cpu: float
    peak: float
    """MiB of the largest process."""


def run(command: Sequence[str], folder: Path) -> Run:
    """Run a command to its end; one that fails ends the benchmark, with what it said."""
    log = folder / "log.txt"
    with log.open("wb") as out:
        started = time.perf_counter()
        process = subprocess.Popen(
            command, stdout=out, stderr=out, stdin=subprocess.DEVNULL, cwd=folder, env=AS_INSTALLED
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)}\nended with {process.returncode}:\n{log.read_text()[-4000:]}")
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


@contextlib.contextmanager
def serving(command: Sequence[str], folder: Path) -> Iterator[str]:
    """A preview while it runs; gives the address that it says it serves."""
    log = folder / "serve.txt"
    with log.open("wb") as out:
        process = subprocess.Popen(
            command, stdout=out, stderr=out, stdin=subprocess.DEVNULL, cwd=folder, env=AS_INSTALLED
        )
        try:
            yield _until(lambda: _address(log.read_text()), "the preview did not come up")
        finally:
            process.send_signal(signal.SIGTERM)  # a job in the background may be deaf to Ctrl-C
            process.wait(30)


def _address(text: str) -> str:
    words = text.partition("serving ")[2].split()
    return words[0] if words else ""


def seen_after(address: str, words: str) -> float:
    """Seconds until a page holds some words."""
    started = time.perf_counter()
    _until(lambda: words if words in _get(address) else "", f"{address} never said {words}")
    return time.perf_counter() - started


def _get(address: str) -> str:
    with urllib.request.urlopen(address, timeout=60) as answer:
        return str(answer.read().decode())


def _until(ask: Callable[[], str], fault: str) -> str:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if found := ask():
            return found
        time.sleep(0.002)
    raise SystemExit(fault)
