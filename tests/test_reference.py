"""The page of problem codes says what the code says."""

from pathlib import Path

from sitegen.console import code_text, codes_reference
from sitegen.model.codes import CODES

PAGE = Path(__file__).parent.parent / "sitegen" / "check" / "README.md"


def test_the_page_holds_every_code_as_it_is():
    assert PAGE.read_text("utf-8") == codes_reference(), (
        "write it anew: sitegen explain --all > sitegen/check/README.md"
    )


def test_every_code_says_what_it_means_and_how_to_mend_it():
    for code, found in CODES.items():
        assert found.means.endswith("."), code
        assert found.mend.endswith("."), code
        assert code in code_text(code)


def test_an_unknown_code_has_no_text():
    assert code_text("no-such-code") == ""
