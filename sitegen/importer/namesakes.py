"""Names that fit more than one record: settled by what stands around them, or left to the curator."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from sitegen.importer.fold import key

if TYPE_CHECKING:
    from sitegen.importer.names import Mention

Wider = dict[str, tuple[str, ...]]
LOOK_BACK = 40
_AT_A_PLACE = re.compile(
    r"(?:\b(?:in|inside|outside|across|throughout|within|into|onto|near|around|towards?|from|to|via|visit(?:ed|s|ing)?|"
    r"visits? to|left|leave|leaving|entered|entering|reached|reaching|crisis in|"
    r"(?:north|south|east|west|central)(?:ern|east|west|eastern|western)?|neighbou?ring|"
    r"en|au|aux|dans|vers|depuis|nach|aus|im|desde|hacia|"
    r"в|во|на|из|до|у|з|із|зі|в районе|на севере|на юге|"
    r"في|من|الى|إلى|داخل|شمال|جنوب|شرق|غرب|شمالي|جنوبي|شرقي|غربي)\s+(?:the\s+|la\s+|le\s+|l'|der\s+)?)$",
    re.IGNORECASE,
)
_IN_TOWN = re.compile(
    r"\b(?:in|near|around|outside|inside|across|throughout|central|downtown|northern|southern|eastern|western|capital,?|"
    r"city of|suburbs? of|west of|east of|north of|south of)\s+$"
)
_LONGER_NAME = re.compile(
    r" (?:International |Military |National |Central |State )?(?:Post|Times|Journal|Tribune|Institute|University|"
    r"Airport|Airbase|Hospital|Street|Avenue|Airlines|Stadium|Square|Hotel|Declaration|Treaty|Conference|Summit|Accords?|Protocol)\b"
)
_FILED = re.compile(
    r"(?:,? [A-ZÀ-Þ][\w.]+)?(?:,? (?:[A-ZÀ-Þ][\w.]+ \d{1,2}|\d{1,2} [A-ZÀ-Þ]?\w+))?"
    r"(?: \([A-Z][\w .]{1,30}\) ?(?:--?|[–—:])|"
    r"[:،] |, ?[A-Z]{3,8} ?[–—-]| [–—-] )"
)
_AND_ANOTHER = re.compile(r"(?:,|\band|\bor|\bet|\bund|\by|\bи|\bта|\bو|, and)\s+(?:the\s+)?$", re.IGNORECASE)
_ACTS = re.compile(
    r"\s+(?:said|says|has|have|had|will|would|announced|launched|accused|accuses|backs?|backed|denied|denies|wants?|"
    r"called|calls|vowed|agreed|supports?|supported|insists?|blamed|warned)\b"
)


_ARTICLE = re.compile(r"(?:the|la|le|les|l'|el|los|las|die|der|das|il|lo|o|a|os|as) ?", re.IGNORECASE)
_OF = re.compile(
    r".*\b(?:of|for|in|to|de|du|des|d'|del|della|do|da|van|von|für|pour|para|per)(?: (?:the|la|l'|el|den|der))? ?",
    re.IGNORECASE,
)
_MOVEMENT = re.compile(
    r"\b(?:islamic|state|emirate|caliphate|front|army|forces?|brigades?|movement|party|hayat|jabhat|jaish|council|committee|"
    r"union|league|battalions?|congregation|organi[sz]ation|base|guardians|voice|bank|new|times|tribune)\b",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"\b(?:ministers?|ministry|secretary|government|president|ambassador|envoy|representative|coordinator|peoples?|king|governor|mayor|"
    r"ministre|président|ambassadeur|minister|botschafter|präsident|ministro|presidente|embajador|gobierno)\b",
    re.IGNORECASE,
)


def is_place_of(before: str, after: str) -> bool:
    """Whether the words of a longer name around a place leave it a place: an article, an office "of" it, "UK's"."""
    if after.startswith(("'s", "’s")) and _ARTICLE.fullmatch(before or "the"):
        return True
    if not after.strip():
        return bool(_ARTICLE.fullmatch(before) or (_OF.fullmatch(before) and not _MOVEMENT.search(before)))
    return bool(_OF.fullmatch(before) and _OFFICE.search(before))


class Reading(NamedTuple):
    """A name found in a line, and the records of one kind that it may mean."""

    mention: Mention
    candidates: tuple[str, ...]


def places_only(readings: list[Reading], text: str) -> list[Reading]:
    """A name of a place and of a party ("Russia"): after "in", "from" or "across" it is the place alone.

    A capital that stands for its government ("Damascus") is no party where only a place can be meant.
    """
    readings = [one for one in readings if one.mention.kind != "actor" or not _is_a_town_here(one.mention, text)]
    kinds: dict[tuple[int, int], set[str]] = defaultdict(set)
    for one in readings:
        kinds[one.mention.start, one.mention.end].add(one.mention.kind)
    both = sorted(span for span, found in kinds.items() if {"actor", "place"} <= found)
    if not both:
        return readings
    located: set[tuple[int, int]] = set()
    spans = sorted(kinds)
    for span in both:
        if _is_located(span, spans, kinds, located, text):
            located.add(span)
    return [
        one for one in readings if one.mention.kind != "actor" or (one.mention.start, one.mention.end) not in located
    ]


def _is_a_town_here(mention: Mention, text: str) -> bool:
    """Whether a party's name is a town's: after "in" or "near", as the place of filing, within a longer name."""
    if _LONGER_NAME.match(text, mention.end):
        return True
    if " " in mention.quote or not (mention.quote.istitle() or _is_dateline(mention, text)):
        return False
    if _is_dateline(mention, text):
        return True
    before = text[max(0, mention.start - LOOK_BACK) : mention.start]
    return bool(_IN_TOWN.search(before)) and text[mention.end : mention.end + 2] not in ("'s", "’s")


def _is_dateline(mention: Mention, text: str) -> bool:
    return mention.start == 0 and bool(_FILED.match(text, mention.end))


def _is_located(
    span: tuple[int, int],
    spans: list[tuple[int, int]],
    kinds: dict[tuple[int, int], set[str]],
    located: set[tuple[int, int]],
    text: str,
) -> bool:
    start, end = span
    before = text[max(0, start - LOOK_BACK) : start]
    if _ACTS.match(text, end):
        return False
    if _AT_A_PLACE.search(before):
        return True
    last = max((other for other in spans if other[1] <= start), default=None)
    if last is None or not _AND_ANOTHER.fullmatch(text[last[1] : start].lstrip()):
        return False
    return last in located or kinds[last] == {"place"}


def settled(doubtful: list[Reading], sure: list[Mention], within: Wider) -> list[Mention]:
    """The doubtful names that the text itself settles.

    By the places around: the one named nearest in the same line, else the only one that the text names, else the only
    one that holds another place of the text; what all candidates have in common tells nothing. A spelling that is
    settled once has one meaning in a text.
    """
    named = {mention.id for mention in sure}
    around = named | {wider for mention in sure for wider in within.get(mention.id, ())}
    found: list[Mention] = []
    open_ones: list[Reading] = []
    for one in doubtful:
        own = _own_places(one.candidates, within)
        record = _nearest(one.mention, own, sure) or _only(own, named) or _only(own, around)
        if record:
            found.append(one.mention._replace(id=record))
        else:
            open_ones.append(one)
    return [*found, *_as_elsewhere(open_ones, found)]


def _own_places(candidates: tuple[str, ...], within: Wider) -> dict[str, set[str]]:
    """For each candidate the places that only some of the candidates lie in, and itself."""
    places = {one: {one, *within.get(one, ())} for one in candidates}
    common = set.intersection(*places.values())
    return {one: found - common for one, found in places.items()}


def _nearest(mention: Mention, own: dict[str, set[str]], sure: list[Mention]) -> str | None:
    """The candidate around which a place is named nearest in the same line; None where two are as near."""
    distance = {
        one: min(
            (_apart(mention, other) for other in sure if other.line == mention.line and other.id in places),
            default=None,
        )
        for one, places in own.items()
    }
    near = sorted((gap, one) for one, gap in distance.items() if gap is not None)
    if not near or (len(near) > 1 and near[0][0] == near[1][0]):
        return None
    return near[0][1]


def _apart(one: Mention, other: Mention) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def _only(own: dict[str, set[str]], named: set[str]) -> str | None:
    fitting = [one for one, places in own.items() if places & named]
    return fitting[0] if len(fitting) == 1 else None


def _as_elsewhere(open_ones: list[Reading], found: list[Mention]) -> list[Mention]:
    meanings: dict[tuple[str, str], set[str]] = defaultdict(set)
    for mention in found:
        meanings[mention.kind, key(mention.quote)].add(mention.id)
    same = ((one.mention, meanings.get((one.mention.kind, key(one.mention.quote)), set())) for one in open_ones)
    return [mention._replace(id=next(iter(ids))) for mention, ids in same if len(ids) == 1]
