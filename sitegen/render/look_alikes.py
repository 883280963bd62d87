"""Letters that look like Latin ones: of Cyrillic, Greek, Armenian, Cherokee and Lisu, and small capitals.

A name that is written with some of them reads as before and is another string. The list is of letters that hardly a
reader would tell from the Latin one in running text; what looks alike only in some typefaces (`l` and `I`, `rn` and
`m`, `0` and `O`) is not among them, nor are digits and signs.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Final

from sitegen.model.redaction import letters

if TYPE_CHECKING:
    from collections.abc import Mapping

_PAIRS: Final = (
    # Cyrillic
    ("АВЕКМНОРСТУХЅІЈЬԚԜҮҺӀԌ", "ABEKMHOPCTYXSIJbQWYhIG"),
    ("авекмнорстухѕіјьԛԝүһӏԁгѵ", "abekmhopctyxsijbqwyhldrv"),
    # Greek
    ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹͿ", "ABEZHIKMNOPTYXCJ"),
    ("αικνορτυχϲϳγηω", "aikvoptuxcjynw"),
    # Armenian
    ("ՏԼՕՍօսոհցզյք", "SLOUounhgqjp"),
    # Cherokee
    ("ᎪᏴᏟᎠᎬᏀᎻᎫᏦᏞᎷᏢᎡᏚᎢᏙᏔᏃ", "ABCDEGHJKLMPRSTVWZ"),
    # Lisu
    ("ꓮꓐꓚꓓꓰꓝꓖꓧꓲꓙꓗꓡꓟꓠꓳꓑꓣꓢꓔꓴꓦꓪꓫꓬꓜ", "ABCDEFGHIJKLMNOPRSTUVWXYZ"),
    # Latin letters that are used as signs of sounds, and small capitals
    ("ɑɡɩʏᴀʙᴄᴅᴇɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡᴢǀ", "agiyabcdeghijklmnoprstuvwzl"),
)
_WITH_ACCENTS: Final = (range(0x370, 0x530), range(0x1F00, 0x2000))
"""Greek and Cyrillic, where letters with accents are characters of their own."""


@cache  # hardly a text has any of these letters
def _table() -> Mapping[int, str]:
    table = {ord(one): latin for strange, same in _PAIRS for one, latin in zip(strange, same, strict=True)}
    for code in (code for block in _WITH_ACCENTS for code in block if code not in table):
        plain = ord(unicodedata.normalize("NFD", chr(code))[0])
        if plain in table:
            table[code] = table[plain]
    return table


@cache
def _others() -> bytes:
    """The bytes with which none of these letters begins."""
    first = {letters(chr(code))[0] for code in _table()}
    return bytes(byte for byte in range(256) if byte not in first)


def are_in(row: bytes) -> bool:
    """Whether there may be such letters in letters in a row: seldom in languages that are written in other scripts."""
    return not row.isascii() and bool(row.translate(None, _others()))


def as_latin(text: str) -> str:
    """A text with a Latin letter for each that looks like one."""
    return text.translate(_table())
