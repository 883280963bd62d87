"""What a process keeps of one build for the next: a preview builds again and again."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sitegen.edition import Edition
    from sitegen.engine.listing import Stamp
    from sitegen.engine.target import Made
    from sitegen.state import State


class Memory:
    """The last state with the stamp of its file, the last edition with its digest, and what else a build had in hand.

    To let go of that takes time too. `made` is what the output's manifest says, and `manifest` that file's stamp.
    """

    def __init__(self) -> None:
        self.state: State | None = None
        self.stamp: Stamp | None = None
        self.edition: Edition | None = None
        self.digest = b""
        self.made: dict[str, Made] = {}
        self.manifest: Stamp | None = None
        self.held: object = None
