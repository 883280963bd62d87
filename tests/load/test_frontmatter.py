"""A file to its head and body: what YAML would make of texts, and what hostile files must not do."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sitegen.load import frontmatter
from sitegen.load.fields import Fields
from sitegen.load.records import parse
from sitegen.load.site import parse_site
from sitegen.model.codes import CODES
from sitegen.model.problem import did_you_mean
from sitegen.model.records import FOLDERS
from sitegen.model.vocabulary import Status

TAG = "content/tags/t.md"


def scope(value: str) -> str:
    """A YAML value as the text field of a record."""
    parsed = parse(TAG, f"---\ntitle: T\nscope: {value}\n---\n".encode())
    assert parsed.problems == ()
    return parsed.record.scope


@pytest.mark.parametrize(
    "written",
    [
        "no",
        "off",
        "NO",
        "yes",
        "on",
        "12:30",
        "1.10",
        "012",
        "0x1F",
        "1e3",
        ".nan",
        "2018-09-11",
        "2018-02-31",
        "true",
        "=",
        "<<",
        "1_000",
        "Null and void",
    ],
)
def test_strings_stay_strings(written):
    assert scope(written) == written


@pytest.mark.parametrize("written", ["", "~", "null", "NULL"])
def test_nothing_is_nothing(written):
    assert scope(written) == ""


@pytest.mark.parametrize(
    ("written", "read"),
    [("'~'", "~"), ('"null"', "null"), ("'no'", "no"), ("'a #b'", "a #b"), ('"a\\u00e9"', "aé"), ("'it''s'", "it's")],
)
def test_quoted_is_what_it_says(written, read):
    assert scope(written) == read


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"])
def test_any_line_ends_with_or_without_a_mark(ends, start):
    text = "---\ntitle: T\n---\n\nOne.\n\nTwo.\n".replace("\n", ends)
    parsed = parse(TAG, start + text.encode())
    assert (parsed.problems, parsed.body) == ((), "One.\n\nTwo.")


def test_dots_may_end_the_front_matter():
    assert parse(TAG, b"---\ntitle: T\n...\nBody").body == "Body"


def test_a_rule_in_the_body_does_not_end_it():
    assert parse(TAG, b"---\ntitle: T\n---\nOne\n\n---\n\nTwo").body == "One\n\n---\n\nTwo"


def test_only_front_matter_is_enough():
    parsed = parse(TAG, b"---\ntitle: T\n---")
    assert (parsed.record.title, parsed.body, parsed.record.body.words, parsed.problems) == ("T", "", 0, ())


def test_places_are_those_that_an_editor_counts():
    """YAML takes U+0085, U+2028 and U+2029 for line ends; an editor's line numbers do not."""
    head = 'title: "a\u2028b\u2029c\x85d"\n\n# a note\nscop: x\n'
    (fault,) = parse(TAG, f"---\n{head}---\n".encode()).problems
    assert (fault.code, fault.span.line, fault.span.column) == ("unknown-key", 5, 1)


def test_columns_are_counted_in_characters():
    (fault,) = parse(TAG, "---\ntitle: {value: 𝔘é, confidence: hi}\n---\n".encode()).problems
    assert (fault.span.line, fault.span.column, fault.hint) == (2, 32, 'did you mean "high"?')


@pytest.mark.parametrize(
    "head",
    [
        "[" * 250_000,
        "a: " + "[" * 100_000 + "]" * 100_000,
        "a: " + "{a: " * 50_000 + "}" * 50_000,
        "- " * 100_000 + "x",
        "? " * 100_000 + "x",
        "\n".join(" " * depth + "a:" for depth in range(600)),
        "a: &a [x,x]\n" + "\n".join(f"b{n}: &b{n} [*a,*a,*a]" for n in range(9)),
        "a: b\n" * 50_000,
        "a: '" + "[" * 200_000 + "'",
        "\n" * 400_000,
        "&" * 100_000,
        "!" * 100_000,
    ],
    ids=lambda head: repr(head[:12]),
)
def test_a_hostile_head_is_refused_and_ends_neither_the_process_nor_the_day(head):
    assert parse(TAG, f"---\n{head}\n---\n".encode()).problems


def test_a_tag_of_yaml_makes_no_object():
    parsed = parse(TAG, b"---\ntitle: !!python/object/apply:os.system [echo]\n---\n")
    assert [fault.code for fault in parsed.problems] == ["yaml-feature"]
    assert parsed.record is None


@pytest.mark.parametrize("written", ["'&a *b !c'", "Tom & Jerry", "What!", "5 * 3", "'*bold*'"])
def test_signs_in_text_are_text(written):
    assert scope(written) == written.strip("'")


def test_escaped_newlines_and_tabs_are_allowed():
    assert scope('"a\\n\\tb"') == "a\n\tb"


@pytest.mark.parametrize(
    "escape", ["\\0", "\\x07", "\\e", "\\u202e", "\\u2066", "\\uffff", "\\x9b", "\\ufdd0", "\\U0001fffe"]
)
@pytest.mark.parametrize(
    "where",
    ['title: "a{}b"', 'title: T\naliases: ["a{}b"]', 'title: T\naliases: [{{text: "a{}b"}}]', 'title: T\n"a{}b": c'],
)
def test_what_is_refused_as_itself_is_refused_as_an_escape(escape, where):
    parsed = parse(TAG, f"---\n{where.format(escape)}\n---\n".encode())
    assert {fault.code for fault in parsed.problems} & {"control-character", "bidi-override"}


class TestPlainReader:
    """Where the C parser is not there, the same is read."""

    @pytest.fixture(autouse=True)
    def _plain(self, monkeypatch):
        frontmatter._loader.cache_clear()
        monkeypatch.setattr(yaml, "CSafeLoader", yaml.SafeLoader)
        yield
        frontmatter._loader.cache_clear()

    def test_reads_the_same(self):
        test_strings_stay_strings("no")
        test_nothing_is_nothing("~")
        test_places_are_those_that_an_editor_counts()

    def test_is_not_ended_by_nesting(self):
        assert parse(TAG, b"---\na: " + b"[" * 5_000 + b"\n---\n").problems


KEYS = sorted(
    {
        "title",
        "date",
        "source",
        "kind",
        "claims",
        "toll",
        "aliases",
        "redact",
        "rights",
        "status",
        "tags",
        "point",
        "ids",
        "media",
        "location",
        "relations",
        "names",
        "confidence",
        "value",
        "seed",
        "menu",
        "url",
    }
)
SCALARS = st.one_of(
    st.sampled_from(
        [
            "2018-09-11",
            "usable",
            "draft",
            "full",
            "ford",
            "no",
            "~",
            "12",
            "-1",
            "'",
            '"',
            "https://x.example/",
            "javascript:x",
            "[[x]]",
            "{",
            "[1,2]",
            "&a",
            "!!x",
            "|",
            ">",
            "- a",
            "1.5",
        ]
    ),
    st.text(max_size=12),
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: "[" + ", ".join(items) + "]"),
        st.dictionaries(st.sampled_from(KEYS), inner, max_size=3).map(
            lambda pairs: "{" + ", ".join(f"{key}: {value}" for key, value in pairs.items()) + "}"
        ),
    ),
    max_leaves=6,
)
HEADS = st.lists(st.tuples(st.sampled_from(KEYS), VALUES), max_size=6).map(
    lambda pairs: "".join(f"{key}: {value}\n" for key, value in pairs)
)
FILES = st.one_of(
    st.binary(max_size=200),
    st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.tuples(HEADS, st.text(max_size=80)).map(
        lambda pair: f"---\n{pair[0]}---\n{pair[1]}".encode("utf-8", "surrogatepass")
    ),
)
PATHS = st.sampled_from([f"content/{folder}/2018-09-11-a.md" for folder, _ in FOLDERS])


def assert_in_order(parsed, path: str, data: bytes) -> None:
    """Every problem is listed, and its place is one of the file."""
    text = data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    for fault in parsed.problems:
        assert fault.code in CODES
        assert fault.severity is CODES[fault.code].severity
        assert fault.message
        assert len(fault.message) < 1000
        assert fault.span.path == path
        assert 0 <= fault.span.line <= len(lines)
        assert fault.span.line == 0 or 1 <= fault.span.column <= len(lines[fault.span.line - 1]) + 1


@settings(max_examples=400, deadline=None)
@given(path=PATHS, data=FILES)
@example("content/tags/a.md", b"---\n\xc2\x85x: [\n---\n")
@example("content/tags/a.md", b"---\n? [a]\n: b\n---\n")
@example("content/articles/2018-09-11-a.md", b"---\nredact: {value: [secret], confidence: low}\n---\nsecret")
def test_no_file_is_an_exception_and_every_fault_has_a_place(path, data):
    assert_in_order(parse(path, data), path, data)


@settings(max_examples=200, deadline=None)
@given(
    data=FILES.map(lambda data: data.removeprefix(b"---\n")),
    base=st.sampled_from(["", "https://x.example/a"]),
)
@example(b"title: T\nurl: 'https://['\n", "")
@example(b"title: T\nurl: //\ntimezone: ../../etc/passwd\n", "")
def test_no_settings_are_an_exception(data, base):
    parsed = parse_site(data, base)
    assert_in_order(parsed, "content/site.yaml", data)
    assert parsed.site is not None or parsed.problems


@settings(max_examples=100, deadline=None)
@given(text=st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029"), max_size=60))
def test_what_is_quoted_comes_out_as_it_went_in(text):
    quoted = "'" + text.replace("'", "''") + "'"
    parsed = parse(TAG, f"---\ntitle: T\nscope: {quoted}\n---\n".encode())
    if not parsed.problems:
        assert parsed.record.scope == text.strip()


def test_a_mapping_is_asked_key_by_key():
    document = frontmatter.read(TAG, b"---\na: 1\nb: 2\n---\n")
    fields = Fields(document, document.head)
    assert fields.text("a") == "1"
    fields.finish()
    assert [(fault.code, fault.span.line) for fault in document.problems] == [("unknown-key", 3)]


@pytest.mark.parametrize(
    ("word", "known", "hint"),
    [
        ("titel", ["title", "tags"], 'did you mean "title"?'),
        ("zzz", ["title"], ""),
        ("sfd", ["sdf", "ypg"], 'did you mean "sdf"?'),
        ("", ["a"], ""),
    ],
)
def test_did_you_mean(word, known, hint):
    assert did_you_mean(word, known) == hint


def test_a_draft_may_lack_what_a_public_record_may_not():
    assert parse("content/articles/2018-09-11-a.md", b"---\ntitle: A\nstatus: draft\n---\n").problems == ()
    faults = parse("content/articles/2018-09-11-a.md", b"---\ntitle: A\n---\n").problems
    assert {fault.message for fault in faults} == {'"date" is missing', '"source" is missing'}


def test_an_unknown_status_is_told_and_no_reason_to_publish_a_guess():
    parsed = parse(TAG, b"---\ntitle: T\nstatus: drfat\n---\n")
    assert [fault.code for fault in parsed.problems] == ["unknown-word"]
    assert parsed.record.status is Status.USABLE  # never written: the fault is an error, and an error writes nothing
