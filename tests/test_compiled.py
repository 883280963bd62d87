"""What is kept of compiled templates is believed only when it is whole and of this program."""

import pytest

from sitegen.compiled import Compiled


def test_what_is_put_comes_back(tmp_path):
    Compiled(tmp_path, b"code").put("k", b"value")
    assert Compiled(tmp_path, b"code").get("k") == b"value"
    assert [file.name for file in tmp_path.iterdir()] == ["template-k"]


def test_another_program_does_not_see_it(tmp_path):
    Compiled(tmp_path, b"code").put("k", b"value")
    assert Compiled(tmp_path, b"other").get("k") is None


@pytest.mark.parametrize(
    "damage", [lambda data: b"", lambda data: data[:-1], lambda data: data[:-1] + b"!", lambda data: b"!" + data[1:]]
)
def test_what_is_damaged_is_not_believed(tmp_path, damage):
    kept = Compiled(tmp_path, b"code")
    kept.put("k", b"value")
    file = tmp_path / "template-k"
    file.write_bytes(damage(file.read_bytes()))
    assert kept.get("k") is None


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path):
    kept = Compiled(tmp_path / "missing", b"code")
    kept.put("k", b"value")
    assert kept.get("k") is None


def test_a_changed_template_is_compiled_anew(archive, run, tree, tmp_path, put):
    run(archive)
    assert list((archive / ".cache").glob("*/template-*"))
    put(
        archive, {"templates/pages/page.html": '{% extends "!pages/page.html" %}{% block footer %}mine{% endblock %}\n'}
    )
    run(archive)
    assert "mine" in (archive / "output/pages/about.html").read_text()
    put(
        archive,
        {"templates/pages/page.html": '{% extends "!pages/page.html" %}{% block footer %}yours{% endblock %}\n'},
    )
    run(archive)
    assert "yours" in (archive / "output/pages/about.html").read_text()
    run(archive, output=tmp_path / "clean", cache=tmp_path / "cache")
    assert tree(archive / "output") == tree(tmp_path / "clean")
