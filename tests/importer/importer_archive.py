"""A small authority file, and short ways to a draft, for the importer's tests."""

from __future__ import annotations

import hashlib

from sitegen.importer import Authority, Document, Draft, Matching, Name, draft

AUTHORITY = Authority(
    names=(
        Name("actor", "islamic-state", "IS", exact_case=True),
        Name("actor", "islamic-state", "EI", exact_case=True),
        Name("actor", "islamic-state", "ISIS"),
        Name("actor", "islamic-state", "Daesh"),
        Name("actor", "islamic-state", "Islamic State"),
        Name("actor", "islamic-state", "داعش", "ar"),
        Name("actor", "sdf", "SDF", exact_case=True),
        Name("actor", "sdf", "Syrian Democratic Forces"),
        Name("actor", "sohr", "Syrian Observatory for Human Rights"),
        Name("actor", "sohr", "Observatory", "en", exact_case=True),
        Name("source", "afp", "AFP", exact_case=True),
        Name("source", "reuters", "Reuters"),
        Name("place", "hajin", "Hajin"),
        Name("place", "deir-ez-zor", "Deir ez-Zor"),
        Name("place", "deir-ez-zor", "Deir al-Zour"),
        Name("place", "suweida", "As-Suwayda"),
        Name("place", "suweida", "Suweida"),
        Name("place", "raqqa", "الرقة", "ar"),
        Name("place", "raqqa", "Ракка", "ru"),
        Name("place", "raqqa", "Raqqa"),
        Name("place", "bab", "al-Bab"),
        Name("place", "salamiyah-hama", "Salamiyah", within=("hama",)),
        Name("place", "salamiyah-homs", "Salamiyah", within=("homs",)),
        Name("place", "hama", "Hama"),
        Name("tag", "ambush", "ambush"),
    )
)
MATCHING = Matching.of(AUTHORITY)


def document(text: str, **fields: object) -> Document:
    raw = text.encode("utf-8", "replace")
    return Document("seeds/a.txt", hashlib.sha256(raw).hexdigest(), len(raw), text, raw=raw)._replace(**fields)


def drafted(text: str, **fields: object) -> Draft:
    return draft(document(text, **fields), MATCHING)


REPORT = """Army takes the town of Hajin

By Anna Example, Beirut

11 September 2018

Troops took the town on Monday after a fight of two days, said a resident who had left for the south.

At least 15 ISIS militants were killed in the assault, an SDF commander told AFP.

The road to the east is open again, and trucks with flour have passed since the early morning.
"""
