"""Outputs to files: which are missing, made on all cores, and why."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sitegen.engine import keys
from sitegen.engine.target import Made, Staged
from sitegen.jobs import LookAgain, Render, RenderJob, Stage, media_problem, source_of
from sitegen.model.codes import problem
from sitegen.model.fixity import manifest_text
from sitegen.model.output import Asset, Export, Page
from sitegen.model.problem import Span
from sitegen.model.redaction import redactor
from sitegen.model.summary import Summary
from sitegen.model.urls import MANIFEST
from sitegen.render.pictures import copied
from sitegen.timing import Spent

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from sitegen.engine.pool import Workers
    from sitegen.engine.target import Target
    from sitegen.model.frame import SiteView
    from sitegen.model.output import Output
    from sitegen.model.problem import Problem
    from sitegen.model.redaction import Redaction
    from sitegen.render.leaks import Leak
    from sitegen.render.theme import Theme


class Rendered(NamedTuple):
    """What was made, in the stage, and what went wrong."""

    staged: dict[str, Staged]
    problems: tuple[Problem, ...]
    spent: tuple[Spent, ...] = ()
    plans: tuple[tuple[bytes, bytes], ...] = ()
    """What outputs with a text of their own were made of, each under its `plan_key`."""


def output_keys(outputs: Iterable[Output], theme: Theme, site: SiteView, code: bytes) -> dict[str, keys.Key]:
    """The key of each output, by its path."""
    templates = theme.digests()
    return {output.path: _key(output, templates, site, code) for output in outputs}


def _key(output: Output, templates: Mapping[str, bytes], site: SiteView, code: bytes) -> keys.Key:
    match output:
        case Page():
            return keys.key((code, templates.get(output.template, b""), site.digest), output.inputs)
        case Export():
            return keys.key((code, b"", b""), output.inputs)
    # a picture is copied without its metadata: how, our code says
    return keys.key((code if output.media else b"", b"", b""), (output.digest,))


def render(
    missing: Sequence[Output],
    stage: Stage,
    wanted: Mapping[str, keys.Key],
    workers: Workers,
    progress: Callable[[str, int, int], None],
    *,
    names: str = "",
    texts: Collection[bytes] = (),
) -> Rendered:
    """Make the missing outputs in the stage, under names that begin with `names`; nothing of the site is touched."""
    Path(stage.folder).mkdir(exist_ok=True)
    jobs = [
        RenderJob(output, f"{names}{number}", keep=bool(texts_in(output, texts)))
        for number, output in enumerate(missing)
    ]
    staged: dict[str, Staged] = {}
    problems: list[Problem] = []
    leaks: list[tuple[Output, Leak]] = []
    spent: list[Spent] = []
    plans: list[tuple[bytes, bytes]] = []
    done = 0
    for chunk in workers.spread(Render(stage), jobs):
        for result in chunk:
            output = jobs[int(result.name.removeprefix(names))].output
            spent.append(Spent(result.path, getattr(output, "template", ""), result.seconds))
            if result.problem is not None:
                problems.append(result.problem)
            if result.plan:
                plans.append((plan_key(wanted[result.path].digest.hex()), result.plan))
            leaks += [(output, leak) for leak in result.leaks]
            staged[result.path] = Staged(
                result.path, result.name, Made(wanted[result.path].digest.hex(), result.sha256)
            )
        done += len(chunk)
        progress("rendered", done, len(jobs))
    return Rendered(staged, tuple(dict.fromkeys((*problems, *leak_problems(leaks)))), tuple(spent), tuple(plans))


def look_again(
    outputs: Sequence[Output], folder: Path, redact: tuple[Redaction, ...], workers: Workers
) -> Iterator[Problem]:
    """The leak check of outputs that are kept as they stand in the folder."""
    by_path = {output.path: output for output in outputs}
    look = LookAgain(str(folder), redact)
    wanted = [(path, source_of(output)) for path, output in by_path.items()]
    for chunk in workers.spread(look, wanted):
        yield from leak_problems((by_path[path], leak) for path, leaks in chunk for leak in leaks)


def media_problems(outputs: Iterable[Output]) -> Iterator[Problem]:
    """What is wrong with the pictures that would be copied."""
    for output in outputs:
        if isinstance(output, Asset) and output.media:
            found = copied(Path(output.source).read_bytes())
            if found.code:
                yield media_problem(output.path, found)


NAMED = 3
"""How many of the outputs in which one string stands a problem names."""


def leak_problems(found: Iterable[tuple[Output, Leak]]) -> Iterator[Problem]:
    """A problem for each string that got out, at the place where it is redacted; the string itself is not in it."""
    by_redaction: dict[Redaction, dict[str, None]] = defaultdict(dict)
    leaks = list(found)
    redact = redactor([leak.redaction.text for _, leak in leaks])
    for output, leak in leaks:
        by_redaction[leak.redaction][redact(f"{output.path} ({leak.where}; made of {_origin(output)})")] = None
    for redaction, places in by_redaction.items():
        more = f", and in {len(places) - NAMED:,} more" if len(places) > NAMED else ""
        message = f"what is redacted here would go out in {', '.join(list(places)[:NAMED])}{more}"
        hint = "redact it there too, or take it out; if it is another word, redact a longer string here"
        yield problem(redaction.span, "redaction-leak", message, hint)


def texts_in(output: Output, texts: Collection[bytes]) -> list[bytes]:
    """Which of the texts, given by their digests, an output shows."""
    if not isinstance(output, Page):
        return []
    return [value for value in output.inputs if type(value) is bytes and value in texts]


def plan_key(key: str) -> bytes:
    """The key under which it is kept what an output is made of."""
    return keys.digest(b"plan", key)


def fixity(made: Mapping[str, Made]) -> Export:
    """The manifest of the whole site: it can only be written when everything else has been made."""
    listed = tuple(sorted((path, item.sha256) for path, item in made.items() if not path.startswith(".")))
    return Export(MANIFEST, manifest_text, (listed,))


def collisions(outputs: Iterable[Output]) -> Iterator[Problem]:
    """Outputs that would be written to one file, on any file system: the letters' case does not keep two apart."""
    by_path: dict[str, list[Output]] = defaultdict(list)
    for output in outputs:
        by_path[output.path.casefold()].append(output)
    for path in _folders_as_files(by_path):
        by_path[path] += [
            output for other, found in by_path.items() if other.startswith(path + "/") for output in found[:1]
        ]
    for found in by_path.values():
        if len(found) > 1:
            names = sorted({_origin(output) for output in found})
            span = Span(next((name for name in names if name.startswith("content/")), "content"))
            yield problem(
                span,
                "output-collision",
                f"{found[0].path} would be written by {' and '.join(names)}",
                "rename one of them",
            )


def _folders_as_files(by_path: Mapping[str, list[Output]]) -> list[str]:
    """Paths that would have to be a file and a folder at once."""
    folders = {path[:at] for path in by_path for at in range(len(path)) if path[at] == "/"}
    return sorted(folders & set(by_path))


def _origin(output: Output) -> str:
    """The content file that an output comes from, or its own path."""
    if isinstance(output, Asset):
        return output.path
    for value in output.inputs:
        if isinstance(value, Summary):
            return f"content/{value.url.rpartition('/')[0]}/{value.id}.md"
        if isinstance(getattr(value, "path", None), str):
            return str(value.path)
    return output.path


def reason(output: Output, target: Target, before: bytes | None, now: keys.Key) -> str:
    """Why an output is made again, in words."""
    made = target.made.get(output.path)
    if made is None:
        return "it is new"
    if not target.file(output.path).exists():
        return "the file was gone"
    if made.key == now.digest.hex():
        return "the file was changed by hand, or its build was cut off"
    names = ("sitegen itself", "its template", "the site's settings, menu or assets", *_input_names(output))
    places = keys.differing(before or b"", now.parts) or ()
    changed = [names[place] for place in places if place < len(names)]
    return f"changed: {', '.join(changed)}" if changed else "its inputs changed"


def _input_names(output: Output) -> tuple[str, ...]:
    if isinstance(output, Asset):
        return ("the file",)
    function = output.view if isinstance(output, Page) else output.content
    code = getattr(function, "__code__", None)
    return tuple(name.strip("_").replace("_", " ") for name in code.co_varnames[: code.co_argcount]) if code else ()
