"""The house's order, read out of the source: who may import whom, what no room may touch, how long a function may be."""

from __future__ import annotations

import ast
import statistics
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

import sitegen

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PACKAGE = Path(sitegen.__file__).parent
STATIONS = ("importer", "load", "check", "plan", "render")
ROOMS = ("model", "engine", *STATIONS)
LIBRARIES = {
    "yaml": ("load", "importer"),
    "jinja2": ("render",),
    "markupsafe": ("render",),
    "markdown": ("render",),
    "nh3": ("render",),
    "click": ("cli", "console"),
    "concurrent": ("engine",),
    "multiprocessing": ("engine",),
}
"""Where a library may be imported; `concurrent` elsewhere only for the types."""
SHELL_ONLY = ("time", "socket", "random", "secrets", "uuid", "http", "socketserver", "subprocess", "getpass", "locale")
SHELL_ONLY_PARTS = ("urllib.request", "os.environ", "os.getenv", "os.putenv")
CLOCKS = ("now", "today", "utcnow", "fromtimestamp", "utcfromtimestamp", "localtime", "gmtime")
BAD_NAMES = ("util", "utils", "helper", "helpers", "common", "manager", "misc", "tools")
LONGEST_FUNCTION, LONGEST_FILE = 50, 280
"""Lines; of a file those of its functions and classes, for a table of words is not what makes one hard to read."""


class Import(NamedTuple):
    """A module that is imported, and whether the name after it may be a module too."""

    name: str
    line: int
    for_types: bool


def imports(tree: ast.AST) -> Iterator[Import]:
    """Every import of a module, those in functions and those for types alone included; all of ours are absolute."""
    type_only = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and ast.unparse(node.test) in ("TYPE_CHECKING", "typing.TYPE_CHECKING")
        for statement in node.body
        for inner in ast.walk(statement)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (Import(alias.name, node.lineno, id(node) in type_only) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"relative import in line {node.lineno}"
            yield from (
                Import(f"{node.module}.{alias.name}", node.lineno, id(node) in type_only) for alias in node.names
            )


def room(module: str) -> str:
    """The room that a module of ours stands in: its package, or itself where it stands at the top."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else "sitegen"


def forbidden_import(module: str, imported: str, *, for_types: bool = False) -> str:
    """Why a module may not import another, or nothing."""
    here = room(module)
    if imported.split(".", maxsplit=1)[0] == "sitegen":
        return _forbidden_room(here, room(imported))
    return _forbidden_library(here, imported, for_types=for_types)


def _forbidden_room(here: str, there: str) -> str:
    if here == there or here not in ROOMS or there == "sitegen":
        return ""
    if here == "model":
        return "the model imports nothing of ours outside itself"
    if here == "engine":
        return "the engine knows no station, no model and no shell"
    if there != "model":
        return f"the station {here} imports {there}; a station imports the model alone"
    return ""


def _forbidden_library(here: str, imported: str, *, for_types: bool) -> str:
    library = imported.split(".", maxsplit=1)[0]
    allowed = LIBRARIES.get(library, (here,))
    if here not in allowed and not (library == "concurrent" and for_types):
        return f"{library} belongs in {' and '.join(allowed)}"
    if here not in ROOMS:
        return ""
    if library in SHELL_ONLY or imported.startswith(SHELL_ONLY_PARTS):
        return f"{imported} is for the shell: two builds of one tree must give the same bytes"
    return ""


def forbidden_uses(tree: ast.AST) -> Iterator[str]:
    """What a room below the shell may not touch: the clock, the environment, the network, chance, the terminal."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Attribute | ast.Call):
            continue
        text = ast.unparse(node.func if isinstance(node, ast.Call) else node)
        if isinstance(node, ast.Attribute) and text.startswith(SHELL_ONLY_PARTS):
            yield f"line {node.lineno}: {text}"
        if isinstance(node, ast.Call) and text.rpartition(".")[2] in CLOCKS and "." in text:
            yield f"line {node.lineno}: {text}()"
        if isinstance(node, ast.Call) and text in ("print", "input", "breakpoint"):
            yield f"line {node.lineno}: {text}()"


def circles(graph: Mapping[str, set[str]]) -> list[list[str]]:
    """Every group of modules that import each other, however many steps away."""
    reach = {module: _reach(module, graph) for module in graph}
    groups = {
        frozenset(other for other in reach[module] if module in reach[other])
        for module in graph
        if module in reach[module]
    }
    return sorted(sorted(group) for group in groups)


def _reach(module: str, graph: Mapping[str, set[str]]) -> set[str]:
    found: set[str] = set()
    waiting = list(graph[module])
    while waiting:
        current = waiting.pop()
        if current not in found:
            found.add(current)
            waiting += graph.get(current, ())
    return found


def function_lengths(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """The lines of every function between its docstring and its end."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            has_docstring = ast.get_docstring(node) is not None
            start = node.body[1] if has_docstring and len(node.body) > 1 else node.body[0]
            yield node.name, (node.end_lineno or 0) - start.lineno + 1


def lines_of_code(tree: ast.Module) -> int:
    """The lines of a module's functions and classes."""
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    return sum((node.end_lineno or 0) - node.lineno + 1 for node in tree.body if isinstance(node, kinds))


MODULES: dict[str, ast.Module] = {
    ".".join(("sitegen", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__"): ast.parse(
        path.read_text(encoding="utf-8")
    )
    for path in sorted(PACKAGE.rglob("*.py"))
    if not path.relative_to(PACKAGE).is_relative_to("starter")
}


def _module_of(name: str) -> str:
    """The module that an imported name is, or stands in."""
    while name not in MODULES and "." in name:
        name = name.rpartition(".")[0]
    return name


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_only_what_its_room_may(module: str) -> None:
    found = [
        f"line {one.line}: {one.name}: {why}"
        for one in imports(MODULES[module])
        if (why := forbidden_import(module, one.name, for_types=one.for_types))
    ]
    assert found == []


@pytest.mark.parametrize("module", [module for module in MODULES if room(module) in ROOMS])
def test_no_room_below_the_shell_reads_clock_environment_or_network(module: str) -> None:
    assert list(forbidden_uses(MODULES[module])) == []


def test_no_modules_import_each_other_in_a_circle() -> None:
    graph = {
        module: {_module_of(one.name) for one in imports(tree) if one.name.startswith("sitegen") and not one.for_types}
        - {module}
        for module, tree in MODULES.items()
    }
    assert circles(graph) == []


def test_no_rooms_import_each_other_in_a_circle_for_types_either() -> None:
    rooms: dict[str, set[str]] = {}
    for module, tree in MODULES.items():
        found = {room(one.name) for one in imports(tree) if one.name.startswith("sitegen.")}
        rooms.setdefault(room(module), set()).update(found & set(ROOMS) - {room(module)})
    assert circles({name: found for name, found in rooms.items() if name in ROOMS}) == []


@pytest.mark.parametrize("module", MODULES)
def test_a_module_is_named_by_its_duty(module: str) -> None:
    assert not set(module.split(".")) & set(BAD_NAMES)


@pytest.mark.parametrize("module", MODULES)
def test_functions_and_files_keep_their_marks(module: str) -> None:
    too_long = [(name, lines) for name, lines in function_lengths(MODULES[module]) if lines > LONGEST_FUNCTION]
    assert too_long == []
    assert lines_of_code(MODULES[module]) <= LONGEST_FILE


def test_most_functions_are_one_thought() -> None:
    lengths = [lines for tree in MODULES.values() for _, lines in function_lengths(tree)]
    assert statistics.median(lengths) <= 6


def test_every_module_says_its_duty() -> None:
    assert [name for name, tree in MODULES.items() if tree.body and not ast.get_docstring(tree)] == []


class TestTheRulesThemselves:
    """Each rule on a literal that breaks it: a rule that cannot fail holds nothing."""

    @pytest.mark.parametrize(
        ("module", "imported"),
        [
            ("sitegen.model.records", "sitegen.load.fields.Fields"),
            ("sitegen.model.records", "sitegen.engine.keys"),
            ("sitegen.engine.target", "sitegen.model.problem.Problem"),
            ("sitegen.engine.target", "sitegen.build"),
            ("sitegen.check.names", "sitegen.load.records"),
            ("sitegen.plan.home", "sitegen.render.wording"),
            ("sitegen.plan.home", "sitegen.engine.keys.digest"),
            ("sitegen.render.page", "sitegen.cli"),
            ("sitegen.check.names", "yaml"),
            ("sitegen.plan.home", "jinja2.Environment"),
            ("sitegen.build", "click"),
            ("sitegen.load.fields", "click.echo"),
            ("sitegen.render.page", "concurrent.futures.ProcessPoolExecutor"),
            ("sitegen.model.dates", "time"),
            ("sitegen.engine.target", "os.environ"),
            ("sitegen.load.records", "urllib.request.urlopen"),
            ("sitegen.plan.home", "random.choice"),
        ],
    )
    def test_forbids(self, module: str, imported: str) -> None:
        assert forbidden_import(module, imported)

    @pytest.mark.parametrize(
        ("module", "imported"),
        [
            ("sitegen.cli", "sitegen.build.build"),
            ("sitegen.build", "sitegen.load.records"),
            ("sitegen.build", "time"),
            ("sitegen.check.names", "sitegen.model.records.Actor"),
            ("sitegen.load.fields", "yaml"),
            ("sitegen.engine.pool", "concurrent.futures"),
            ("sitegen.model.records", "urllib.parse.quote"),
            ("sitegen.model.records", "sitegen.model.dates"),
        ],
    )
    def test_allows(self, module: str, imported: str) -> None:
        assert not forbidden_import(module, imported)

    @pytest.mark.parametrize(
        "source",
        ["x = os.environ['HOME']", "def f():\n    return dt.date.today()", "y = datetime.now()", "print('hello')"],
    )
    def test_sees_what_is_touched(self, source: str) -> None:
        assert list(forbidden_uses(ast.parse(source)))

    def test_lets_plain_code_be(self) -> None:
        assert not list(forbidden_uses(ast.parse("today = f(now=now, environ=1)\npath.parent.joinpath('time')")))

    def test_sees_imports_in_functions_and_for_types(self) -> None:
        source = "if TYPE_CHECKING:\n    from sitegen.load import fields\ndef f():\n    import yaml, json\n"
        assert list(imports(ast.parse(source))) == [
            Import("sitegen.load.fields", 2, for_types=True),
            Import("yaml", 4, for_types=False),
            Import("json", 4, for_types=False),
        ]

    def test_sees_circles(self) -> None:
        assert circles({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}, "e": {"e"}}) == [["a", "b", "c"], ["e"]]
        assert circles({"a": {"b", "c"}, "b": {"c"}, "c": set()}) == []

    def test_counts_the_lines_of_functions_and_classes(self) -> None:
        source = "WORDS = (\n    1,\n    2,\n)\n\ndef f():\n    return 1\n\nclass A:\n    b = 1\n"
        assert lines_of_code(ast.parse(source)) == 4

    def test_counts_lines_without_the_docstring(self) -> None:
        source = 'def f():\n    """Say."""\n    a = 1\n\n    return a\n\ndef g():\n    return [\n        1,\n    ]\n'
        assert list(function_lengths(ast.parse(source))) == [("f", 3), ("g", 3)]
