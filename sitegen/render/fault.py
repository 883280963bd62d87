"""What goes wrong in making a page, for those who need not know how pages are made."""

from __future__ import annotations


class TemplateFault(Exception):  # noqa: N818 - a fault of a template, which the curator mends
    """A template failed, at a place, while a page was being made."""

    def __init__(self, message: str, place: str, line: int) -> None:
        super().__init__(message)
        self.place = place
        self.line = line
