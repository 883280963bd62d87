"""A first archive: the starter that the package carries, written into an empty folder."""

from __future__ import annotations

import json
import re
import tempfile
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path, PurePosixPath

from sitegen.inputs import PACKAGE, SITE_FILE
from sitegen.model.problem import SitegenError
from sitegen.survey import check

STARTER = PACKAGE / "starter"
REQUIREMENTS = "requirements.txt"
_HIDDEN = "dot-"
_VCS = "# The commit of sitegen that builds this archive.\n"
_RELEASE = "# The release of sitegen that builds this archive.\n"
_LOCAL = """\
# When this archive was begun, sitegen was installed from a folder of one machine: nobody else can get it there.
# Name it here, for instance by the commit of a repository:
# sitegen @ git+https://HOST/OWNER/sitegen@COMMIT
"""


def init(folder: Path, *, title: str = "", url: str = "") -> tuple[str, ...]:
    """Write a starter archive into an empty folder (one that holds nothing but `.git` is empty); the paths written.

    It is written and checked elsewhere first: what `init` leaves behind has no problems.
    """
    _require_empty(folder)
    files = starter(title, url)
    _require_clean(files)
    for path, data in files.items():
        _write_new(folder / path, data)
    return tuple(files)


def starter(title: str = "", url: str = "") -> dict[str, bytes]:
    """The files of the starter archive by path, with the site's title and address in their places."""
    found = sorted(path for path in STARTER.rglob("*") if path.is_file())
    files = {_shown(path.relative_to(STARTER)): path.read_bytes() for path in found}
    settings = files[SITE_FILE].decode()
    for key, value in (("title", title), ("url", url)):
        if value:
            settings = _set(settings, key, value)
    return files | {SITE_FILE: settings.encode(), REQUIREMENTS: requirement().encode()}


def requirement() -> str:
    """The line for pip that gets this same sitegen again, or a note where only this machine has it."""
    try:
        installed = distribution("sitegen")
    except PackageNotFoundError:
        return _LOCAL
    origin = json.loads(installed.read_text("direct_url.json") or "{}")
    if "vcs_info" in origin:
        vcs = origin["vcs_info"]
        return f"{_VCS}sitegen @ {vcs['vcs']}+{origin['url']}@{vcs['commit_id']}\n"
    return _LOCAL if origin else f"{_RELEASE}sitegen=={installed.version}\n"


def _shown(path: Path) -> str:
    """The path in an archive. Dot files wear a prefix in the package: there, git and packers would obey them."""
    parts = ("." + part.removeprefix(_HIDDEN) if part.startswith(_HIDDEN) else part for part in path.parts)
    return str(PurePosixPath(*parts))


def _set(settings: str, key: str, value: str) -> str:
    """A setting's line with another value; JSON's strings are YAML's."""
    line = f"{key}: {json.dumps(value, ensure_ascii=False)}"
    return re.sub(rf"^{key}: .*$", lambda _: line, settings, count=1, flags=re.MULTILINE)


def _require_empty(folder: Path) -> None:
    try:
        held = sorted(entry.name for entry in folder.iterdir() if entry.name != ".git")
    except FileNotFoundError:
        return
    except OSError as error:
        raise SitegenError(f"{folder}: {error.strerror}", "name a folder to make, or an empty one") from error
    if held:
        hint = "name a new folder: `init` never writes among the files of others"
        raise SitegenError(f"{folder} is not empty (it holds {held[0]})", hint)


def _require_clean(files: dict[str, bytes]) -> None:
    with tempfile.TemporaryDirectory(prefix="sitegen-init-") as folder:
        for path, data in files.items():
            _write_new(Path(folder) / path, data)
        for problem in check(Path(folder)).problems:
            raise SitegenError(f"the archive would not be clean: {problem.message}", problem.hint)


def _write_new(path: Path, data: bytes) -> None:
    """Write a file that must not be there yet."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(data)
    except OSError as error:
        raise SitegenError(
            f"{path} cannot be written: {error.strerror}", "nothing that was there is changed"
        ) from error
