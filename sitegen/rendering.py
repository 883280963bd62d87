"""What is said of outputs: which string leaks, which two stand in one place, why one was made again."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.engine import keys
from sitegen.jobs import media_problem
from sitegen.model.codes import problem
from sitegen.model.fixity import manifest_text, manifest_with
from sitegen.model.output import Export
from sitegen.model.problem import Span
from sitegen.model.redaction import redactor
from sitegen.model.urls import MANIFEST
from sitegen.render.pictures import copied

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from sitegen.engine.target import Made as InPlace
    from sitegen.engine.target import Target
    from sitegen.model.output import Asset
    from sitegen.model.problem import Problem
    from sitegen.model.redaction import Redaction
    from sitegen.render.leaks import Leak


def media_problems(assets: Iterable[Asset]) -> Iterator[Problem]:
    """What is wrong with the pictures that would be copied."""
    for asset in assets:
        if asset.media:
            found = copied(Path(asset.source).read_bytes())
            if found.code:
                yield media_problem(asset.path, found)


NAMED = 3
"""How many of the outputs in which one string stands a problem names."""


def leak_problems(found: Iterable[tuple[str, str, Leak]]) -> Iterator[Problem]:
    """A problem for each string that got out, at the place where it is redacted; the string itself is not in it.

    Each leak comes with the path of its output, and what that is made of.
    """
    by_redaction: dict[Redaction, dict[str, None]] = defaultdict(dict)
    leaks = list(found)
    redact = redactor([leak.redaction.text for _, _, leak in leaks])
    for path, origin, leak in leaks:
        by_redaction[leak.redaction][redact(f"{path} ({leak.where}; made of {origin})")] = None
    for redaction, places in by_redaction.items():
        more = f", and in {len(places) - NAMED:,} more" if len(places) > NAMED else ""
        message = f"what is redacted here would go out in {', '.join(list(places)[:NAMED])}{more}"
        hint = "redact it there too, or take it out; if it is another word, redact a longer string here"
        yield problem(redaction.span, "redaction-leak", message, hint)


FEW = 100
"""The digests of so many files are put into a manifest one by one."""


def fixity(made: Mapping[str, InPlace], before: bytes = b"", other: Collection[str] = ()) -> Export:
    """The manifest of the whole site: it can only be written when everything else has been made.

    `before` is one of the same files, of which only those in `other` may have another digest.
    """
    if before and len(other) <= FEW:
        digests = {path: made[path].sha256 for path in other if not path.startswith(".")}
        if (text := manifest_with(before.decode(), digests)) is not None:
            return Export(MANIFEST, str, (text,))
    listed = tuple(sorted((path, item.sha256) for path, item in made.items() if not path.startswith(".")))
    return Export(MANIFEST, str, (manifest_text(listed),))


def collisions(origins: Mapping[str, Sequence[str]]) -> Iterator[Problem]:
    """Outputs that would be written to one file, on any file system: the letters' case does not keep two apart.

    `origins` are, for each path, what it is made of: more than one where it is made twice.
    """
    by_path: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for path, made_of in origins.items():
        by_path[path.casefold()] += [(path, origin) for origin in made_of]
    for path in _folders_as_files(by_path):
        by_path[path] += [one for other, found in by_path.items() if other.startswith(path + "/") for one in found[:1]]
    for found in by_path.values():
        if len(found) > 1:
            names = sorted({origin for _, origin in found})
            span = Span(next((name for name in names if name.startswith("content/")), "content"))
            message = f"{found[0][0]} would be written by {' and '.join(names)}"
            yield problem(span, "output-collision", message, "rename one of them")


def _folders_as_files(by_path: Mapping[str, object]) -> list[str]:
    """Paths that would have to be a file and a folder at once."""
    folders: set[str] = set()
    for path in by_path:
        folder = path
        while (folder := folder.rpartition("/")[0]) and folder not in folders:
            folders.add(folder)
    return sorted(folders & by_path.keys())


def reason(path: str, inputs: tuple[str, ...], target: Target, key: str, parts: tuple[bytes | None, bytes]) -> str:
    """Why an output is made again, in words; `parts` are those of its key before and now."""
    made = target.made.get(path)
    if made is None:
        return "it is new"
    if path not in target.stamps:
        return "the file was gone"
    if made.key == key:
        return "the file was changed by hand, or its build was cut off"
    names = ("sitegen itself", "its template", "the site's settings, menu or assets", *inputs)
    places = keys.differing(parts[0] or b"", parts[1]) or ()
    changed = [names[place] for place in places if place < len(names)]
    return f"changed: {', '.join(changed)}" if changed else "its inputs changed"
