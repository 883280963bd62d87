"""The edit that is made most often: other words in a few texts, and nothing else.

What such a page is made of is kept from the build before, so its new text is all that has to be read. Whatever is not
surely such an edit, or goes wrong, is left to the whole build: it gives the same bytes, and says what is wrong.
"""

from __future__ import annotations

import pickle
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from sitegen.engine import keys
from sitegen.inputs import CONTENT, MEDIA, SITE_FILE
from sitegen.jobs import ParseJob, Stage, parse
from sitegen.loading import keep, key_of, unpack
from sitegen.model.output import Page
from sitegen.model.records import Body, Record
from sitegen.model.urls import MANIFEST, record_url
from sitegen.rendering import fixity, output_keys, plan_key, render
from sitegen.report import Made as MadeAgain
from sitegen.state import as_left
from sitegen.writing import finish

if TYPE_CHECKING:
    from collections.abc import Callable

    from sitegen.engine.pack import Pack
    from sitegen.engine.pool import Workers
    from sitegen.engine.target import Target
    from sitegen.inputs import Inputs
    from sitegen.load.records import Parsed
    from sitegen.model.mention import Mention
    from sitegen.render.theme import Theme
    from sitegen.state import State

FEW = 20
"""More texts than this are a matter for the whole build, which has many hands."""


class Base(NamedTuple):
    """What a retouched page is made with, besides its text."""

    inputs: Inputs
    state: State
    target: Target
    pack: Pack
    plans: Pack
    code: bytes
    theme: Theme


class Edit(NamedTuple):
    """A page with its new text, and the digests of the old text and the new."""

    page: Page
    old: bytes
    new: bytes


class Retouched(NamedTuple):
    """The pages that were made again, the parts of the key of every output, and which output shows which text."""

    made: tuple[MadeAgain, ...]
    parts: dict[str, bytes]
    texts: dict[bytes, tuple[str, ...]]


def edited(inputs: Inputs, state: State) -> tuple[str, ...]:
    """The content files whose bytes are others than before; none where anything else is other too, or too many are."""
    before = state.inputs.digests
    if inputs.strange or inputs.unreadable or inputs.digests.keys() != before.keys():
        return ()
    found = tuple(path for path, digest in inputs.digests.items() if before[path] != digest)
    texts = all(path.startswith(CONTENT) and path.endswith(".md") and not path.startswith(MEDIA) for path in found)
    return found if texts and len(found) <= FEW else ()


def retouch(
    base: Base, paths: tuple[str, ...], base_url: str, workers: Workers, progress: Callable[[str, int, int], None]
) -> Retouched | None:
    """Make the pages of these files again, if their words are all that is new; None where the whole build must look."""
    settings = _settings(base, base_url)
    if settings is None or not _untouched(base):
        return None
    fresh: list[Page] = []
    texts = dict(base.state.texts)
    for path in paths:
        edit = _page(base, path, settings)
        if edit is not None and edit.new == edit.old:
            continue  # other bytes, and the same words
        if edit is None or edit.new in texts:
            return None
        fresh.append(edit.page)
        texts[edit.new] = texts.pop(edit.old)
    return _render(base, fresh, texts, workers, progress) if fresh else Retouched((), dict(base.state.parts), texts)


def _settings(base: Base, base_url: str) -> tuple[tuple[str, ...], int] | None:
    from sitegen.load.site import parse_site

    site, _, _ = parse_site(base.inputs.read(SITE_FILE), base_url)
    return (site.redact, site.excerpt_words) if site is not None else None


def _untouched(base: Base) -> bool:
    """Whether the whole output is as the last build left it."""
    state, target = base.state, base.target
    return state.outputs.keys() == target.made.keys() and all(as_left(target, state, path) for path in target.made)


def _page(base: Base, path: str, settings: tuple[tuple[str, ...], int]) -> Edit | None:
    """The page of a file with its new text."""
    old: Parsed | None = unpack(
        base.pack, base.code, key_of(base.code, path, base.state.inputs.digests[path], settings)
    )
    if old is None or old.record is None or not old.record.body.words:
        return None
    result = parse([ParseJob(path, str(base.inputs.file(path)), *settings)])[0]
    if result.digest != base.inputs.digests[path]:  # saved once more since we looked
        return None
    new: Parsed = keep(base.pack, base.code, key_of(base.code, path, result.digest, settings), result)
    base.pack.flush()
    before = _planned(base, old.record)
    told = any(problem.span.path == path for problem in base.state.problems)
    if before is None or not _only_words(old, new, places=told):
        return None
    assert new.record is not None
    was, now = old.record.body, new.record.body
    page = Page(
        before.path, before.template, before.view, tuple(_exchanged(value, was, now) for value in before.inputs)
    )
    return Edit(page, was.digest, now.digest)


def _only_words(old: Parsed, new: Parsed, *, places: bool) -> bool:
    """Whether two readings of a file differ in nothing but the words of its text.

    With `places` a mention must not have moved either: a problem may name its place.
    """
    if old.record is None or new.record is None or not new.record.body.words:
        return False
    was, now = old.record.body, new.record.body
    mentions = was.mentions
    if not places and _without_places(was.mentions) == _without_places(now.mentions):
        mentions = now.mentions
    body = was._replace(digest=now.digest, words=now.words, mentions=mentions)
    return old._replace(record=replace(old.record, body=body)) == new


def _without_places(mentions: tuple[Mention, ...]) -> list[tuple[str, str, str]]:
    return [(mention.kind, mention.id, mention.label) for mention in mentions]


def _planned(base: Base, record: Record) -> Page | None:
    """The page of a record as the last build planned it: the only output with its text, and made of it as it is."""
    path = record_url(record)
    made = base.target.made.get(path)
    if made is None or base.state.texts.get(record.body.digest) != (path,):
        return None
    blob = base.plans.get(plan_key(made.key))
    page = Page(*pickle.loads(blob)) if blob is not None else None  # noqa: S301 - our own, whole by its checksum
    shown = [value for value in page.inputs if isinstance(value, Record)] if page is not None else []
    return page if [(value.path, value.body) for value in shown] == [(record.path, record.body)] else None


def _exchanged(value: Any, old: Body, new: Body) -> Any:
    """An input of a page with the new text in the place of the old one; the record is as it was made public."""
    if isinstance(value, Record):
        return replace(value, body=new)
    return new.digest if value == old.digest else value


def _render(
    base: Base,
    fresh: list[Page],
    texts: dict[bytes, tuple[str, ...]],
    workers: Workers,
    progress: Callable[[str, int, int], None],
) -> Retouched | None:
    state, target = base.state, base.target
    site, redact = pickle.loads(state.around)  # noqa: S301 - our own, whole by its checksum
    stage = Stage(str(base.pack.path), str(target.stage), base.code, base.theme, site, redact)
    wanted = output_keys(fresh, base.theme, site, base.code)
    if any(wanted[page.path].parts[: 3 * keys.PART] != state.parts[page.path][: 3 * keys.PART] for page in fresh):
        return None  # the theme or the settings are not those that the plan was made for
    rendered = render(fresh, stage, wanted, workers, progress, texts=texts)
    if rendered.problems:
        return None
    others = {path: item for path, item in target.made.items() if path != MANIFEST}
    manifest = fixity({**others, **{path: item.made for path, item in rendered.staged.items()}})
    wanted |= output_keys([manifest], base.theme, site, base.code)
    listed = render([manifest], stage, wanted, workers, progress, names="fixity-")
    if listed.problems:
        return None
    finish(base.plans, rendered.plans)
    staged = {**rendered.staged, **listed.staged}
    target.put(staged, {**target.made, **{path: item.made for path, item in staged.items()}})
    why = {page.path: "changed: body" for page in fresh}
    made = tuple(MadeAgain(path, why.get(path, "changed: listed")) for path in staged)
    return Retouched(made, {**state.parts, **{path: key.parts for path, key in wanted.items()}}, texts)
