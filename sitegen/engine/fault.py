"""What keeps the engine from its work: a folder that is not ours, another build, a full disk."""


class EngineFault(Exception):  # noqa: N818 - it is no error of ours
    """The work cannot go on; the message is for the user, and `hint` says what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class CacheFault(Exception):  # noqa: N818 - the cache is mended by making it anew
    """A value that the cache had is damaged or gone: drop the cache, and do the work again."""
