from __future__ import annotations

import re
from pathlib import Path

import sitegen.importer
from sitegen.importer.reference import FLAGS, reference
from sitegen.importer.refusal import REASONS

HOUSE = Path(sitegen.importer.__file__).parent


def test_readme_is_what_the_rules_say() -> None:
    assert (HOUSE / "README.md").read_text("utf-8") == reference()


def code(pattern: str) -> set[str]:
    return {found for path in HOUSE.rglob("*.py") for found in re.findall(pattern, path.read_text("utf-8"))}


def test_every_flag_is_listed() -> None:
    assert code(r'Flag\(\s*"([a-z-]+)"') == set(FLAGS)


def test_every_reason_is_listed() -> None:
    raised = code(r'(?:Refusal|_refused|refused)\(\s*(?:name, )?"([a-z-]+)"')
    assert raised <= {reason.code for reason in REASONS}


def test_importer_knows_no_station_and_no_clock() -> None:
    imported = code(r"^\s*(?:from|import) (sitegen\.\w+)")
    assert imported <= {"sitegen.importer", "sitegen.model"}
    assert not code(r"^\s*(?:from|import) (time|datetime|socket|urllib|subprocess|locale)\b")


def test_files_and_functions_stay_small() -> None:
    data = {"rules", "toll", "refusal.py", "months.py"}
    for path in HOUSE.rglob("*.py"):
        if not data & set(path.relative_to(HOUSE).parts):
            assert len(path.read_text("utf-8").splitlines()) <= 400, path
