"""The process: from its first step to its exit code, with a word for everything that can go wrong.

A plain `sitegen build` with nothing to do takes less time than to import what understands every word, so it is
understood without that.
"""

from __future__ import annotations

import gc
import io
import os
import signal
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from sitegen.engine.fault import EngineFault
from sitegen.exits import BUG, CLEAN, PROBLEMS, STOPPED, TERMINATED, USAGE
from sitegen.model.problem import SitegenError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sitegen.work import Options

_PLAIN = ("--root", "--output", "--base-url")
"""The options of a build that each take any words."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line; 0 clean, 1 problems in content, 2 usage or environment, 70 a bug of ours."""
    _settle()
    try:
        code = _run(sys.argv[1:] if arguments is None else list(arguments))
    except (SitegenError, EngineFault) as error:
        code = _fault(str(error), error.hint, USAGE)
    except KeyboardInterrupt:
        code = _fault("stopped", "", STOPPED)
    except BrokenPipeError:
        code = CLEAN
    except OSError as error:
        place = f": {error.filename}" if error.filename else ""
        code = _fault(f"{error.strerror or error}{place}", "look at what stands there, and at its permissions", USAGE)
    except Exception as error:
        if os.environ.get("SITEGEN_DEBUG"):
            raise
        hint = "please report it, with what SITEGEN_DEBUG=1 shows"
        code = _fault(f"a bug of sitegen: {type(error).__name__}: {error}", hint, BUG)
    sys.exit(code)


def _run(arguments: list[str]) -> int:
    options = plain_build(arguments)
    if options is None:
        from sitegen.cli import run

        return run(arguments)
    from sitegen.building import Telling, build_and_tell

    return build_and_tell(options, Telling())


def plain_build(arguments: Sequence[str]) -> Options | None:
    """What a plain `sitegen build` asks for; None where the command line is another, or not so plain."""
    command, *words = arguments or [""]
    names, values = words[::2], words[1::2]
    if command != "build" or len(names) != len(values) or len({*names}) != len(names):
        return None
    if not {*names} <= {*_PLAIN} or any(not value or value[0] == "-" for value in values):
        return None
    from sitegen.work import Options

    given = dict(zip(names, values, strict=True))
    root = Path(given.get("--root", ""))
    output = Path(given["--output"]) if "--output" in given else root / "output"
    return Options(root=root, output=output, base_url=given.get("--base-url", ""))


def program() -> NoReturn:
    """Run the command line as a process of its own, which ends at once: the system takes its memory back faster."""
    code: object = BUG
    if sys.argv[1:2] == ["build"]:
        gc.disable()  # all that one build makes goes with the process: to look through it once would take a tenth
    try:
        main()
    except SystemExit as end:
        code = end.code
    with suppress(OSError, ValueError):
        sys.stdout.flush()
    with suppress(OSError, ValueError):
        sys.stderr.flush()
    os._exit(code if isinstance(code, int) else CLEAN if code is None else PROBLEMS)


def _settle() -> None:
    """Write what an output cannot encode as escapes, and end in order when the system asks for it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(TERMINATED))


def _fault(message: str, hint: str, code: int) -> int:
    from sitegen.console import say, styled

    say(f"{styled('sitegen:', fg='red', bold=True)} {message}", err=True)
    if hint:
        say(f"    {hint}", err=True)
    return code
