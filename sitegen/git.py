"""A git repository, asked by its plumbing: the user's checkout, index and hooks for commits are never touched."""

from __future__ import annotations

import os
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sitegen.model.problem import SitegenError

if TYPE_CHECKING:
    from collections.abc import Mapping


class Source(NamedTuple):
    """What a commit was made from."""

    commit: str
    dirty: bool


class Repository:
    """The repository that an archive stands in."""

    def __init__(self, root: Path) -> None:
        self._root = root

    @classmethod
    def of(cls, root: Path) -> Repository:
        """The repository of a folder; refused where there is no git, no repository, or nothing committed."""
        repository = cls(root)
        hint = "publish from a repository: `git init`, commit the archive, and add a remote"
        repository.ask("rev-parse", "--git-dir", fault=f"{root} is in no git repository", hint=hint)
        repository.ask(
            "rev-parse", "--verify", "HEAD", fault="nothing is committed yet", hint="commit the archive first"
        )
        return repository

    def ask(self, *words: str, data: str = "", index: Path | None = None, fault: str = "", hint: str = "") -> str:
        """What git answers; its refusal becomes a SitegenError that says `fault`, or else what git said."""
        done = self._run(words, data, {"GIT_INDEX_FILE": str(index)} if index else {})
        if done.returncode:
            said = done.stderr.strip().splitlines()
            raise SitegenError(fault or f"git {words[0]} failed: {said[-1] if said else done.returncode}", hint)
        return done.stdout.strip()

    def find(self, *words: str) -> str:
        """What git answers, or nothing where it has no answer."""
        done = self._run(words, "", {})
        return "" if done.returncode else done.stdout.strip()

    def _run(self, words: tuple[str, ...], data: str, extra: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
        try:
            return subprocess.run(  # noqa: S603 - the words are ours, and go through no shell
                ["git", "-C", str(self._root), *words],  # noqa: S607 - the user's own git
                input=data,
                env=os.environ | extra,
                capture_output=True,
                encoding="utf-8",
                check=False,
            )
        except FileNotFoundError as error:
            raise SitegenError(
                "there is no git on this machine", "install git, or let GitHub Actions publish"
            ) from error

    def source(self) -> Source:
        """The commit that is checked out, and whether anything in the archive's folder differs from it."""
        return Source(self.ask("rev-parse", "HEAD"), bool(self.ask("status", "--porcelain", "--", ".")))

    def require_remote(self, remote: str) -> None:
        """Refuse a remote that the repository does not have."""
        if remote not in self.ask("remote").split():
            hint = f"add it: `git remote add {remote} ADDRESS`, or name another with --remote"
            raise SitegenError(f'the repository has no remote "{remote}"', hint)

    def require_branch(self, branch: str) -> None:
        """Refuse a name that is none, and the branch that is checked out."""
        hint = "name another with --branch, or `publish: {branch: …}` in content/site.yaml"
        self.ask("check-ref-format", f"refs/heads/{branch}", fault=f'"{branch}" is no name of a branch', hint=hint)
        if self.find("symbolic-ref", "--quiet", "HEAD") == f"refs/heads/{branch}":
            raise SitegenError(f'"{branch}" is checked out: a site does not go where its sources are', hint)

    def remote_tip(self, remote: str, branch: str) -> str:
        """The newest commit of a remote's branch, fetched; empty where the remote has no such branch."""
        reference = f"refs/heads/{branch}"
        hint = "look at `git remote -v`, the network, and your rights there"
        found = self.ask(
            "ls-remote", "--", remote, reference, fault=f'the remote "{remote}" does not answer', hint=hint
        )
        if not found:
            return ""
        self.ask("fetch", "--quiet", "--no-tags", "--", remote, reference, hint=hint)
        return found.split()[0]

    def local_tip(self, remote: str, branch: str) -> str:
        """The newest commit of a branch as far as this repository knows, without asking the remote."""
        names = (f"refs/heads/{branch}", f"refs/remotes/{remote}/{branch}")
        return next((tip for name in names if (tip := self.find("rev-parse", "--quiet", "--verify", name))), "")

    def text(self, commit: str, path: str) -> str:
        """A file of a commit; empty where it has none."""
        return self.find("show", f"{commit}:{path}") if commit else ""

    def trailer(self, commit: str, key: str) -> str:
        """A trailer of a commit's message."""
        return self.ask("log", "-1", f"--format=%(trailers:key={key},valueonly)", commit)

    def tree_of(self, commit: str) -> str:
        """The tree of a commit."""
        return self.ask("rev-parse", f"{commit}^{{tree}}")

    def write_tree(self, folder: Path, paths: tuple[str, ...]) -> str:
        """The files of a folder as a tree, byte for byte, by an index of its own."""
        names = "".join(f"{(folder / path).resolve()}\n" for path in paths)
        blobs = self.ask("hash-object", "-w", "--no-filters", "--stdin-paths", data=names).split()
        entries = "".join(f"100644 {blob}\t{path}\0" for blob, path in zip(blobs, paths, strict=True))
        with tempfile.TemporaryDirectory(prefix="sitegen-index-") as own:
            index = Path(own) / "index"
            self.ask("update-index", "-z", "--index-info", data=entries, index=index)
            return self.ask("write-tree", index=index)

    def commit_tree(self, tree: str, parent: str, message: str) -> str:
        """A commit of a tree, on top of another one or of nothing."""
        hint = 'say who you are: `git config user.name "…"` and `git config user.email …`'
        return self.ask("commit-tree", tree, *(("-p", parent) if parent else ()), "-F", "-", data=message, hint=hint)

    def set_branch(self, branch: str, commit: str) -> None:
        """Let a branch of this repository name a commit."""
        self.ask("update-ref", f"refs/heads/{branch}", commit)

    def push(self, commit: str, remote: str, branch: str, *, over: str | None) -> None:
        """Push a commit to a remote's branch; `over` is the tip that it may replace, None where it stands on it."""
        lease = () if over is None else (f"--force-with-lease=refs/heads/{branch}:{over}",)
        hint = "if somebody published meanwhile, do it again; else look at your rights on the remote"
        self.ask("push", "--quiet", *lease, "--", remote, f"{commit}:refs/heads/{branch}", hint=hint)
