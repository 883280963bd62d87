"""Languages, as far as a page needs to know them."""

from __future__ import annotations

_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ku-arab", "ps", "sd", "syr", "ug", "ur", "yi"})


def direction(tag: str) -> str:
    """The direction in which a language is written, by its BCP 47 tag: `rtl` or `ltr`."""
    lowered = tag.lower()
    known = lowered in _RIGHT_TO_LEFT or lowered.partition("-")[0] in _RIGHT_TO_LEFT or "-arab" in lowered
    return "rtl" if known else "ltr"
