"""What is installed from a wheel works anywhere: it carries the theme, the starter and its types."""

import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[1]
THEME = {
    path.relative_to(REPOSITORY / "templates").as_posix()
    for path in (REPOSITORY / "templates").rglob("*")
    if path.is_file()
}
STARTER = {
    path.relative_to(REPOSITORY / "sitegen").as_posix()
    for path in (REPOSITORY / "sitegen/starter").rglob("*")
    if path.is_file()
}


def run(*words, cwd):
    done = subprocess.run([str(word) for word in words], cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def build(target, source, folder):
    """A wheel or sdist by the project's own build backend, which the test environment holds: no network."""
    code = f"import sys; from hatchling.build import build_{target}; print(build_{target}(sys.argv[1]))"
    return folder / run(sys.executable, "-c", code, folder, cwd=source).splitlines()[-1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    return build("wheel", REPOSITORY, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def sdist(tmp_path_factory):
    return build("sdist", REPOSITORY, tmp_path_factory.mktemp("sdist"))


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """A fresh environment with the wheel, and the libraries of this one: its editable sitegen stays out of reach."""
    folder = tmp_path_factory.mktemp("installed") / "venv"
    venv.create(folder, with_pip=False, symlinks=True)
    python = folder / "bin" / "python"
    run(sys.executable, "-m", "pip", "--python", python, "install", "-q", "--no-deps", "--no-index", wheel, cwd=folder)
    packages = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder).strip())
    libraries = dict.fromkeys((sysconfig.get_path("purelib"), sysconfig.get_path("platlib")))
    (packages / "libraries.pth").write_text("\n".join(libraries))
    return folder


def names(wheel):
    with zipfile.ZipFile(wheel) as file:
        return {name: file.read(name) for name in file.namelist()}


def test_a_wheel_carries_all_that_it_needs(wheel):
    held = names(wheel)
    assert {name.removeprefix("sitegen/theme/") for name in held if name.startswith("sitegen/theme/")} == THEME
    assert {f"sitegen/{path}" for path in STARTER} <= held.keys()
    assert "sitegen/py.typed" in held
    assert all(held[f"sitegen/theme/{path}"] == (REPOSITORY / "templates" / path).read_bytes() for path in THEME)


def test_a_wheel_holds_nothing_else(wheel):
    held = names(wheel)
    ours = {name for name in held if not name.partition("/")[0].endswith(".dist-info")}
    assert {name.partition("/")[0] for name in ours} == {"sitegen"}
    assert not [name for name in held if "__pycache__" in name or "/." in name]


def test_a_wheel_built_from_the_sdist_is_the_same(wheel, sdist, tmp_path):
    with tarfile.open(sdist) as file:
        file.extractall(tmp_path, filter="data")
    (source,) = tmp_path.iterdir()
    (tmp_path / "out").mkdir()
    again = names(build("wheel", source, tmp_path / "out"))
    assert {name: data for name, data in again.items() if not name.endswith("/RECORD")} == {
        name: data for name, data in names(wheel).items() if not name.endswith("/RECORD")
    }


def test_two_wheels_of_one_tree_are_the_same(wheel, tmp_path):
    assert build("wheel", REPOSITORY, tmp_path).read_bytes() == wheel.read_bytes()


def test_what_is_installed_begins_checks_and_builds_an_archive(installed, tmp_path):
    sitegen = installed / "bin" / "sitegen"
    run(sitegen, "init", "my-archive", cwd=tmp_path)
    archive = tmp_path / "my-archive"
    run(sitegen, "check", "--strict", cwd=archive)
    run(sitegen, "build", "--verify", cwd=archive)
    page = (archive / "output" / "index.html").read_text()
    assert "An archive that has just begun" in page
    assert list((archive / "output").rglob("*.css"))


def test_its_theme_is_the_one_in_the_wheel(installed, tmp_path):
    code = "import sitegen, sitegen.inputs as i; print(sitegen.__file__); print(i.theme_folder()); print(i.theme_folder().joinpath('base.html').is_file())"
    package, theme, there = run(installed / "bin" / "python", "-c", code, cwd=tmp_path).splitlines()
    assert Path(package).is_relative_to(installed)
    assert Path(theme) == Path(package).parent / "theme"
    assert there == "True"


def test_it_reads_no_theme_of_the_repository(installed, tmp_path):
    """The page changes with the installed template, so that one is what was rendered."""
    run(installed / "bin" / "sitegen", "init", "a", cwd=tmp_path)
    theme = Path(
        run(
            installed / "bin" / "python", "-c", "import sitegen.inputs as i; print(i.theme_folder())", cwd=tmp_path
        ).strip()
    )
    base = theme / "base.html"
    before = base.read_text()
    base.write_text(before.replace("</body>", "<p>from the wheel</p></body>"))
    try:
        run(installed / "bin" / "sitegen", "build", cwd=tmp_path / "a")
    finally:
        base.write_text(before)
    assert "from the wheel" in (tmp_path / "a/output/index.html").read_text()


def test_the_installed_version_is_the_project_s(installed, tmp_path):
    import tomllib

    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text())["project"]
    assert project["version"] in run(installed / "bin" / "sitegen", "--version", cwd=tmp_path)
