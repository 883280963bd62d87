"""`sitegen serve`: builds the site into a folder of its own, shows it on this machine, and again after every change."""

from __future__ import annotations

import gc
import secrets
import signal
import threading
import webbrowser
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sitegen.inputs import SITE_FILE
from sitegen.model.problem import SitegenError
from sitegen.preview.board import Board
from sitegen.preview.rebuild import Rebuild, address, site_address, warm
from sitegen.preview.server import open_server, running
from sitegen.preview.shown import Shown
from sitegen.preview.watch import changes

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator
    from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class ServeOptions:
    """What a preview is asked for; `port` None is the next free one, `now` None the day of the newest commit."""

    root: Path
    port: int | None = None
    open: bool = False
    drafts: bool = True
    poll: bool = False
    workers: int | None = None
    now: dt.date | None = None


def serve(
    options: ServeOptions,
    tell: Callable[[str], None],
    progress: Callable[[str, int, int], None],
    stop: threading.Event | None = None,
) -> None:
    """Show the site until Ctrl-C, a signal to end, or `stop`."""
    root = options.root.resolve()
    if not (root / SITE_FILE).is_file():
        hint = "go to an archive's folder, name it with --root, or make one: sitegen init my-archive"
        raise SitegenError(f"no archive here: {options.root / SITE_FILE} is missing", hint)
    board = Board(Shown(start=secrets.token_hex(4), folder=root, base_path="/"))
    server = open_server(options.port, board)
    # the port is ours alone as long as we listen, so the folder that is named after it is too
    place = root / ".cache" / "preview" / str(server.server_port)
    base_path, _ = site_address(root, server.server_port, "/")
    board.show(Shown(start=board.shown.start, folder=place / "site", base_path=base_path))
    rebuild = Rebuild(
        root=root,
        port=server.server_port,
        cache=place / "cache",
        tell=tell,
        progress=progress,
        drafts=options.drafts,
        workers=options.workers,
        now=options.now,
    )
    with running(server), _ended_by_signals(tell):
        _show(board, rebuild, options, stop or threading.Event())


def _show(board: Board, rebuild: Rebuild, options: ServeOptions, stop: threading.Event) -> None:
    """Build, say where the site is, and build again on every change."""
    board.show(rebuild(board.shown))
    where = address(rebuild.port, board.shown.base_path)
    rebuild.tell(f"serving {where} (Ctrl-C ends it)")
    if options.open:
        threading.Thread(target=webbrowser.open, args=(where,), daemon=True).start()
    warm()
    rebuild.tidy()
    with _lasting():
        _follow(board, rebuild, options, stop)


def _follow(board: Board, rebuild: Rebuild, options: ServeOptions, stop: threading.Event) -> None:
    """Build again on every change."""
    for _ in changes(rebuild.root, stop, poll=options.poll):
        before = board.shown
        board.show(rebuild(before))
        rebuild.tidy()
        if board.shown.base_path != before.base_path:
            rebuild.tell(f"the site has moved: serving {address(rebuild.port, board.shown.base_path)}")


@contextmanager
def _lasting() -> Iterator[None]:
    """What is in memory now stays as long as the preview: no collection need go through it again and again."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


@contextmanager
def _ended_by_signals(tell: Callable[[str], None]) -> Iterator[None]:
    """Ctrl-C, a request to end and a closed terminal end the preview in order; a build can be left at any moment."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    names = [name for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {name: signal.signal(getattr(signal, name), signal.default_int_handler) for name in names}
    try:
        yield
    except KeyboardInterrupt:
        tell("stopped")
    finally:
        for name, handler in before.items():
            signal.signal(getattr(signal, name), handler)
