"""The last look at what is to go out: no redacted string may stand in it, in any guise.

One automaton reads the letters and digits of every form that the bytes can be given (see `leak_forms`); what it finds
is looked at again with the gaps between the letters. Letters that look like Latin ones count as these (see
`look_alikes`). Not seen are pictures of a text, texts that are encrypted, what looks alike only in some typefaces, and
the pages of a PDF that are not stored as plain text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from sitegen.model.redaction import NOISE, letters, needle, spaced
from sitegen.render import leak_forms
from sitegen.render.leak_sieve import Sieve

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sitegen.model.redaction import Needle, Redaction

AS_TEXT: Final = "its text"
AS_NAME: Final = "its name"
AS_BASE64: Final = "its text, in Base64"


class Leak(NamedTuple):
    """A redacted string that stands in an output, and where in it."""

    redaction: Redaction
    where: str


class _Entry(NamedTuple):
    """What a word of the automaton stands for: a string itself (no `core`), or its Base64 at one offset."""

    number: int
    core: str = ""
    offset: int = 0


class LeakFinder:
    """Looks for redacted strings in texts, in files and in their names."""

    def __init__(self, redactions: Sequence[Redaction]) -> None:
        self.redactions = _each_once(redactions)
        self._needles = [needle(item.text) for item in self.redactions]
        self._sieve = Sieve(self._words())

    def _words(self) -> Iterator[tuple[bytes, _Entry]]:
        for number, (item, found) in enumerate(zip(self.redactions, self._needles, strict=True)):
            yield found.letters, _Entry(number)
            for core, offset in leak_forms.base64_cores(item.text):
                yield letters(core), _Entry(number, core, offset)

    def in_output(self, path: str, data: bytes) -> tuple[Leak, ...]:
        """The strings that stand in an output of any kind or in its name: nearly always none, as is soon seen."""
        if self._sieve.candidates(b"%b\n%b" % (path.encode("utf-8", "surrogatepass"), data)) == set():
            return ()
        return (*self.in_name(path), *self.in_file(data))

    def in_name(self, path: str) -> tuple[Leak, ...]:
        """The strings that stand in the name of an output."""
        return self._leaks(self._in_forms(leak_forms.text_forms(path)), AS_NAME)

    def in_text(self, text: str) -> tuple[Leak, ...]:
        """The strings that stand in a text that is to go out."""
        return self._leaks(self._in_text(text), AS_TEXT)

    def in_file(self, data: bytes) -> tuple[Leak, ...]:
        """The strings that stand in a file of any kind that is to go out, its metadata included."""
        found = (entry for piece in leak_forms.pieces(data) for entry in self._in(piece))
        return self._leaks(found, AS_TEXT)

    def _leaks(self, found: Iterable[_Entry], where: str) -> tuple[Leak, ...]:
        by_number = {entry.number: entry for entry in sorted(found, reverse=True)}
        return tuple(
            Leak(self.redactions[number], AS_BASE64 if entry.core and where == AS_TEXT else where)
            for number, entry in sorted(by_number.items())
        )

    def _in(self, data: bytes) -> Iterator[_Entry]:
        try:
            text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8")
        except UnicodeDecodeError:
            text = "\0"
        if "\0" not in text:
            yield from self._in_text(text)
            return
        every, longer = leak_forms.binary_texts(data)
        wide = leak_forms.wide_text(data)
        for form in (every, wide, *leak_forms.text_forms(f"{longer}{NOISE}{wide}")):
            yield from self._in_form(form, strict=True, base64=form is not every)
        yield from self._in_latin(data)
        yield from self._in_utf16(data)

    def _in_text(self, text: str) -> Iterable[_Entry]:
        wanted = self._sieve.candidates(text.encode("utf-8", "surrogatepass"))
        text = text.replace(NOISE, " ")
        return self._in_forms(leak_forms.text_forms(text), wanted) if wanted or wanted is None else ()

    def _in_latin(self, data: bytes) -> Iterator[_Entry]:
        """Strings whose accents are single bytes; short ones would be found in every picture's pixels."""
        for entry in self._sieve.found(leak_forms.latin_letters(data)):
            wanted = self._needles[entry.number]
            if not (entry.core or wanted.short) and wanted.strict.search(spaced(leak_forms.latin_text(data))):
                yield entry

    def _in_utf16(self, data: bytes) -> Iterator[_Entry]:
        """Strings that are not plain Latin, as UTF-16 in the midst of other bytes."""
        for number, item in enumerate(self.redactions):
            if not item.text.isascii() and any(form in data for form in leak_forms.utf16(item.text)):
                yield _Entry(number)

    def _in_forms(self, forms: Iterable[str], wanted: set[_Entry] | None = None) -> dict[_Entry, None]:
        return dict.fromkeys(found for form in forms for found in self._in_form(form, wanted))

    def _in_form(
        self, form: str, wanted: set[_Entry] | None = None, *, strict: bool = False, base64: bool = True
    ) -> Iterator[_Entry]:
        """What stands in a form; `wanted` is what may, where that is known."""
        hits = self._sieve.found(letters(form)) if wanted is None else wanted
        candidates = {entry for entry in hits if base64 or not entry.core}
        flat = spaced(form) if any(not entry.core for entry in candidates) else b""
        coded = leak_forms.base64_texts(form) if any(entry.core for entry in candidates) else ()
        for entry in candidates:
            sought = self._needles[entry.number]
            pattern = sought.strict if strict else sought.pattern
            if _in_base64(coded, entry, sought) if entry.core else pattern.search(flat):
                yield entry


def _each_once(redactions: Iterable[Redaction]) -> tuple[Redaction, ...]:
    first: dict[str, Redaction] = {}
    for item in redactions:
        first.setdefault(item.text, item)
    return tuple(first.values())


def _in_base64(texts: tuple[str, ...], entry: _Entry, wanted: Needle) -> bool:
    decoded = leak_forms.decoded_around(texts, entry.core, entry.offset)
    return any(wanted.strict.search(spaced(text)) for text in decoded)
