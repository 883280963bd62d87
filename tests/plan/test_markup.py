"""Text as XML has it."""

import subprocess
import sys
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.plan.markup import attribute, text

ANYTHING = st.text(st.characters(), max_size=40)


@given(ANYTHING)
def test_every_text_is_read_again_as_it_was_where_xml_can_hold_it(value):
    read = ET.fromstring(f"<a b={attribute(value)}>{text(value)}</a>".encode())
    assert read.get("b") == (read.text or "")
    assert len(read.get("b")) == len(value)
    assert all(one in (other, "\N{REPLACEMENT CHARACTER}") for one, other in zip(read.get("b"), value, strict=True))


@pytest.mark.parametrize("sign", ["\x00", "\x08", "\x0b", "\x1f", "\ud800", "\ufffe", "\uffff"])
def test_what_xml_cannot_hold_is_replaced(sign):
    assert text(f"a{sign}b") == "a\N{REPLACEMENT CHARACTER}b"
    assert attribute(sign) == '"\N{REPLACEMENT CHARACTER}"'


@pytest.mark.parametrize("sign", ["\t", "\n", "\r", "\x7f", "\x85", "é", "&amp;", "]]>", "\ud7ff", "\ue000", "😀", '"'])
def test_what_it_can_hold_stays(sign):
    read = ET.fromstring(f"<a b={attribute(sign)}>{text(sign)}</a>".encode())
    assert (read.get("b"), read.text) == (sign, sign)


def test_planning_loads_no_client_for_the_network():
    code = "import sys, sitegen.plan.planners; print(*{'http', 'http.client', 'urllib.request', 'xml.sax'} & set(sys.modules))"
    assert not subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
