"""The small archive's whole site against the one that is kept in `tests/golden/site`, with a theme that shows every view.

After a change that is meant: `pytest tests/test_golden.py --regenerate-golden`, and look at what git says has changed.
"""

from __future__ import annotations

import difflib
import shutil
from pathlib import Path

import pytest

from sitegen.inputs import theme_folder

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture
def site(archive, run, put, tree):
    """What is made of the small archive: pages as outlines, and what is for machines as it is."""
    pages = [path.name for path in (theme_folder() / "pages").iterdir()]
    outline = (GOLDEN / "outline.html").read_text(encoding="utf-8")
    put(archive, {"templates/outline.html": outline})
    put(archive, {f"templates/pages/{name}": "{% include 'outline.html' %}" for name in pages})
    report = run(archive)
    assert not report.failed, report.problems
    found = {path: data.decode() for path, data in tree(archive / "output").items()}
    return {path: text for path, text in found.items() if not path.startswith(("assets/", "manifest-"))}


def test_the_site_is_the_one_that_is_kept(site, request):
    if request.config.getoption("--regenerate-golden"):
        shutil.rmtree(GOLDEN / "site", ignore_errors=True)
        for path, text in site.items():
            (GOLDEN / "site" / path).parent.mkdir(parents=True, exist_ok=True)
            (GOLDEN / "site" / path).write_text(text, encoding="utf-8")
    kept = {
        path.relative_to(GOLDEN / "site").as_posix(): path.read_text(encoding="utf-8")
        for path in (GOLDEN / "site").rglob("*")
        if path.is_file()
    }
    assert sorted(site) == sorted(kept)
    for path, text in kept.items():
        changed = difflib.unified_diff(text.splitlines(), site[path].splitlines(), "kept", path, lineterm="", n=1)
        assert text == site[path], "\n".join(changed)
