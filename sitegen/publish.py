"""The site onto a branch of a remote, for those who publish without GitHub Actions.

A branch keeps its history, and so does a host for a while when the history is replaced: what must be redacted has to be
redacted before the first publish.
"""

from __future__ import annotations

import stat
import tempfile
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from sitegen.build import Options, build
from sitegen.engine.target import read_manifest
from sitegen.git import Repository
from sitegen.inputs import SITE_FILE
from sitegen.load.site import parse_site
from sitegen.model.problem import SitegenError
from sitegen.model.urls import CNAME, NO_JEKYLL
from sitegen.verify import differences

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from sitegen.report import Report

MAX_SITE = 1_000_000_000
"""GitHub Pages publishes no larger site, in bytes."""
MAX_FILE = 100 * 1024 * 1024
"""GitHub takes no larger file in a push, in bytes."""
SOURCE = "Sitegen-Source"
"""The trailer of a commit by which a branch shows that a site stands on it, and from which commit."""
REDO = "sitegen publishes onto an empty branch, or onto one of its own: name another --branch, or delete this one"


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be published, and where to. An empty `branch` is that of the site's settings."""

    root: Path
    remote: str = "origin"
    branch: str = ""
    push: bool = True
    history: bool = True
    dry_run: bool = False
    base_url: str = ""
    now: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What came of it: the build's report, what the branch got, and what the curator should look at."""

    report: Report
    branch: str
    commit: str = ""
    unchanged: bool = False
    files: int = 0
    size: int = 0
    warnings: tuple[str, ...] = ()


def outcome(order: Order, done: Published) -> str:
    """What came of it, in a line."""
    if done.report.failed:
        return "nothing was published: the archive has errors"
    site = f"{done.files:,} files, {done.size / 1e6:.1f} MB, verified"
    place = f"{order.remote}/{done.branch}" if order.push else done.branch
    if order.dry_run:
        return f"{site}: would go to {place}; nothing was committed"
    if done.unchanged:
        return f"{site}: {place} has this site already ({done.commit[:10]})"
    return f"{site}: {'pushed' if order.push else 'committed'} to {place} as {done.commit[:10]}"


class Site(NamedTuple):
    """A site built and found fit: where it is, and its files."""

    folder: Path
    paths: tuple[str, ...]
    size: int


def publish(order: Order) -> Published:
    """Build the site anew, look it over, and make it the newest commit of its branch; drafts never go out."""
    repository = Repository.of(order.root)
    settings = parse_site((order.root / SITE_FILE).read_bytes(), order.base_url).site if _has_site(order) else None
    branch = order.branch or (settings.branch if settings else "")
    if branch:
        repository.require_branch(branch)
    if order.push:
        repository.require_remote(order.remote)
    with tempfile.TemporaryDirectory(prefix="sitegen-publish-") as temporary:
        report = _build(order, Path(temporary))
        if report.failed or settings is None:
            return Published(report=report, branch=branch)
        site = fit(Path(temporary) / "site", settings.domain)
        done = Published(report=report, branch=branch, files=len(site.paths), size=site.size)
        return _put(order, repository, site, done)


def _has_site(order: Order) -> bool:
    return (order.root / SITE_FILE).is_file()


def _build(order: Order, temporary: Path) -> Report:
    """Build twice, with nothing known from before, and compare: what goes out is what the content says."""
    options = Options(
        root=order.root,
        output=temporary / "site",
        cache=temporary / "cache",
        base_url=order.base_url,
        now=order.now,
        trust_times=False,
    )
    report = build(options)
    if not report.failed and (found := differences(options)):
        raise SitegenError(f"two builds of the same content differ, in {found[0]}", "please report it: this is a bug")
    return report


def fit(folder: Path, domain: str) -> Site:
    """The files of a built site, if a host will take them all: sizes, no links, nothing hidden, the right domain."""
    paths = tuple(sorted(read_manifest(folder)))
    for path in paths:
        _require_plain(folder, path)
    size = sum((folder / path).stat().st_size for path in paths)
    if size > MAX_SITE:
        hint = "show fewer or smaller pictures: they are most of a site"
        raise SitegenError(f"the site has {size / 1e9:.2f} GB; GitHub Pages publishes 1 GB at most", hint)
    held = (folder / CNAME).read_text().strip() if CNAME in paths else ""
    if held != domain:
        raise SitegenError(
            f'the site\'s {CNAME} says "{held}", the settings "{domain}"', "please report it: this is a bug"
        )
    return Site(folder, paths, size)


def _require_plain(folder: Path, path: str) -> None:
    found = (folder / path).lstat()
    if not stat.S_ISREG(found.st_mode):
        raise SitegenError(f"{path} is a link or no file", "GitHub Pages takes plain files alone")
    if found.st_size > MAX_FILE:
        raise SitegenError(f"{path} has {found.st_size / 1e6:.0f} MB; GitHub takes 100 MiB at most", "make it smaller")
    if path != NO_JEKYLL and any(part.startswith(".") for part in PurePosixPath(path).parts):
        raise SitegenError(f"{path} is a hidden file", "nothing hidden is published: remove it, or rename it")


def _put(order: Order, repository: Repository, site: Site, done: Published) -> Published:
    """Commit a site onto its branch, and push it."""
    branch = done.branch
    tip = (repository.remote_tip if order.push else repository.local_tip)(order.remote, branch)
    if tip and not repository.trailer(tip, SOURCE):
        raise SitegenError(f'the branch "{branch}" holds something else than a site made by sitegen', REDO)
    done = replace(done, warnings=tuple(_warnings(repository, tip, site)))
    if order.dry_run:
        return done
    tree = repository.write_tree(site.folder, site.paths)
    if tip and repository.tree_of(tip) == tree and not _has_history_to_drop(order, repository, tip):
        return replace(done, commit=tip, unchanged=True)
    commit = repository.commit_tree(tree, tip if order.history else "", _message(repository))
    if order.push:
        repository.push(commit, order.remote, branch, over=None if order.history else tip)
    else:
        repository.set_branch(branch, commit)
    return replace(done, commit=commit)


def _has_history_to_drop(order: Order, repository: Repository, tip: str) -> bool:
    return not order.history and bool(repository.find("rev-parse", "--quiet", "--verify", f"{tip}^"))


def _message(repository: Repository) -> str:
    source = repository.source()
    also = " and changes not committed" if source.dirty else ""
    made = f"Sitegen-Version: {version('sitegen')}"
    return f"Publish the archive of {source.commit[:10]}{also}\n\n{SOURCE}: {source.commit}\n{made}\n"


def _warnings(repository: Repository, tip: str, site: Site) -> Iterator[str]:
    """What does not stand in the way, and what the curator would want to know before it is public."""
    if repository.source().dirty:
        yield "the archive holds changes that are not committed: the site shows them, and no commit says what they were"
    before, after = (repository.text(tip, CNAME).strip(), (site.folder / CNAME).is_file())
    now = (site.folder / CNAME).read_text().strip() if after else ""
    if before and before != now:
        what = f'would become "{now}"' if now else "would be lost"
        yield f'the branch serves the domain "{before}", which {what}: look at `publish: {{domain: …}}` in {SITE_FILE}'
    built_from = repository.trailer(tip, SOURCE) if tip else ""
    if built_from and repository.find("merge-base", built_from, "HEAD") != built_from:
        yield f"the site that is public was built from {built_from[:10]}, which your branch does not hold: pull first"
