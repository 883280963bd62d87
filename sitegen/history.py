"""What git knows of articles: whether one was changed after it was public, and nobody said so."""

from __future__ import annotations

import datetime as dt
import subprocess
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from sitegen.load.records import parse
from sitegen.model.codes import problem
from sitegen.model.gate import first_day, gone_unsaid
from sitegen.model.problem import Span
from sitegen.model.records import Article
from sitegen.model.vocabulary import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from sitegen.model.problem import Problem
    from sitegen.model.records import Record

ARTICLES = "content/articles"
PATIENCE = 60
"""Seconds that git may take over the history."""


class Commit(NamedTuple):
    """A commit that changed a file, and its day."""

    name: str
    day: dt.date


class Version(NamedTuple):
    """What a reader saw of an article from a day on: its words, and how many corrections it owned up to."""

    title: str
    text: bytes
    corrections: int
    since: dt.date

    def same(self, other: Version) -> bool:
        """Whether both say the same to a reader."""
        return (self.title, self.text) == (other.title, other.text)


def silent_changes(root: Path, articles: Sequence[Article]) -> Iterator[Problem]:
    """Articles whose words differ from those last accounted for, by their first publication or by a correction.

    Where there is no git, or no history of the article, nothing is known and nothing is said. Of what was committed
    under an embargo, readers saw only what it was when that ended.
    """
    public = {article.path: article for article in articles if article.status is Status.USABLE}
    commits = _commits(root, ARTICLES)
    wanted = [(path, commit) for path in sorted(public) for commit in commits.get(path, ())]
    versions: dict[str, list[Version]] = defaultdict(list)
    for (path, commit), data in zip(wanted, _contents(root, wanted), strict=False):
        version = _version(path, data)
        versions[path] = [one for one in versions[path] if one.since < commit.day]
        versions[path] += [version] if version else []
    newest = max((commit.day for found in commits.values() for commit in found), default=dt.date.min)
    for path, article in sorted(public.items()):
        now = _seen(article)
        if now.since > newest:
            continue
        accounted = _accounted([*versions[path], now])
        if not accounted.same(now):
            what, span = _changed(article, accounted)
            hint = "say under `corrections` what was changed and when, or restore the words"
            message = f"the {what} was changed after it was published, and no correction says so"
            yield problem(span, "changed-without-correction", message, hint)


def _changed(article: Article, accounted: Version) -> tuple[str, Span]:
    """What of an article is other than it was, and where that stands."""
    if article.title != accounted.title:
        return "title", article.place("title")
    return "text", Span(article.path, article.body.line, 1) if article.body.line else article.place("title")


def silent_withdrawals(root: Path, records: Iterable[Record]) -> Iterator[Problem]:
    """Records that are withheld, do not say that they were ever public, and were once committed as fit to be."""
    gone = {record.path: record for record in gone_unsaid(records)}
    commits = _commits(root, *gone) if gone else {}
    wanted = [(path, commit) for path in sorted(gone) for commit in commits.get(path, ())]
    for (path, _), data in zip(wanted, _contents(root, wanted), strict=False):
        record = parse(path, data).record
        if path in gone and record is not None and record.status is Status.USABLE and record.embargo is None:
            now = gone.pop(path)
            message = f"it was committed as usable and is {now.status} now: nothing is left at its address"
            hint = "if it was published, say `withdrawn: {date: …, reason: …}` to leave a tombstone there"
            yield problem(now.place("status"), "withdrawn-unsaid", message, hint)


def _accounted(versions: Sequence[Version]) -> Version:
    """The version whose words are accounted for: the first, or the last one that came with a correction."""
    accounted = versions[0]
    for version in versions[1:]:
        if version.corrections > accounted.corrections:
            accounted = version
    return accounted


def _version(path: str, data: bytes) -> Version | None:
    record = parse(path, data).record
    if not isinstance(record, Article) or record.status is not Status.USABLE:
        return None
    return _seen(record)


def _seen(article: Article) -> Version:
    return Version(article.title, article.body.digest, len(article.corrections), first_day(article))


def _commits(root: Path, *paths: str) -> dict[str, list[Commit]]:
    """The commits that changed each file below some paths, oldest first."""
    arguments = ("log", "--reverse", "--relative", "--no-renames", "--format=%x01%cs%H", "--name-only", "--", *paths)
    found: dict[str, list[Commit]] = defaultdict(list)
    commit = Commit("", dt.date.min)
    for line in _git(root, *arguments).decode("utf-8", "replace").splitlines():
        if line.startswith("\x01"):
            commit = Commit(line[11:], dt.date.fromisoformat(line[1:11]))
        elif line:
            found[line].append(commit)
    return found


def _contents(root: Path, wanted: Sequence[tuple[str, Commit]]) -> Iterator[bytes]:
    """The file as it was in each of the commits; empty where the commit took it away."""
    asked = "".join(f"{commit.name}:./{path}\n" for path, commit in wanted)
    answer = _git(root, "cat-file", "--batch", stdin=asked.encode()) if wanted else b""
    at = 0
    while at < len(answer):
        end = answer.index(b"\n", at)
        head = answer[at:end].rsplit(b" ", 1)
        size = int(head[1]) if head[1].isdigit() else -1
        yield answer[end + 1 : end + 1 + size] if size >= 0 else b""
        at = end + 1 + (size + 1 if size >= 0 else 0)


def _git(root: Path, *arguments: str, stdin: bytes = b"") -> bytes:
    try:
        command = ["git", "-C", str(root), *arguments]
        return subprocess.run(command, input=stdin, capture_output=True, check=True, timeout=PATIENCE).stdout  # noqa: S603
    except (OSError, subprocess.SubprocessError):
        return b""
