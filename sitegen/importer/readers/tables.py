"""Tables and lines of JSON: a document a row."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

from sitegen.importer.decode import MAX_BYTES, encoding_of
from sitegen.importer.readers.reading import Options, Reader, of_fields, refused

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sitegen.importer.document import Document

SAMPLE = 1_000_000
LONGEST_LINE = 5_000_000


def read_csv(path: Path, name: str, options: Options) -> Iterator[Document]:
    """Rows of a table with a header; the delimiter is the header's commonest."""
    encoding = _encoding(path)
    if encoding is None:
        yield refused(name, "undecodable", "No encoding reads this table without loss.")
        return
    csv.field_size_limit(MAX_BYTES)
    try:
        with path.open(encoding=encoding, newline="") as stream:
            header = stream.readline(LONGEST_LINE)
            stream.seek(0)
            delimiter = max(",;\t|", key=header.count)
            for number, row in enumerate(
                csv.DictReader((line.replace("\x00", "") for line in stream), delimiter=delimiter, restval=""), 1
            ):
                fields = {
                    str(key): value if isinstance(value, str) else "; ".join(value or ()) for key, value in row.items()
                }
                yield of_fields(fields, name, str(number), options, "column")
    except (csv.Error, UnicodeError) as fault:
        yield refused(name, "malformed", f"The table breaks off: {fault}.")


def read_jsonl(path: Path, name: str, options: Options) -> Iterator[Document]:
    """One object a line; a broken line is refused alone."""
    encoding = _encoding(path) or "utf-8"
    number = 0
    try:
        with path.open(encoding=encoding, errors="surrogateescape", newline="\n") as stream:
            for number, line in enumerate(stream, 1):
                if line.strip():
                    yield _of_line(line, name, str(number), options)
    except UnicodeError as fault:
        yield refused(
            name,
            "undecodable",
            f"The file breaks off after line {number} ({type(fault).__name__}).",
            part=str(number + 1),
        )


def _of_line(line: str, name: str, part: str, options: Options) -> Document:
    raw = line.encode("utf-8", "surrogateescape")
    if len(line) > LONGEST_LINE:
        return refused(name, "too-large", "The line is longer than the importer reads.", part=part)
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as fault:
        return refused(name, "malformed", f"The line is no JSON ({type(fault).__name__}).", raw, part)
    if not isinstance(value, dict):
        return refused(name, "malformed", "The line is no JSON object.", raw, part)
    fields = {
        str(key): one if isinstance(one, str) else "" if one is None else json.dumps(one, ensure_ascii=False)
        for key, one in value.items()
    }
    return of_fields(fields, name, part, options, "key")


def _encoding(path: Path) -> str | None:
    with path.open("rb") as stream:
        return encoding_of(stream.read(SAMPLE))


CSV = Reader("csv", (".csv", ".tsv"), read_csv)
JSONL = Reader("jsonl", (".jsonl", ".ndjson"), read_jsonl)
