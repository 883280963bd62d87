"""What a process keeps of one build for the next: a preview builds again and again."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sitegen.edition import Edition


class Memory:
    """The last edition and its digest, and what else a build had in hand: to let go of it takes time too."""

    def __init__(self) -> None:
        self.edition: Edition | None = None
        self.digest = b""
        self.held: object = None
