"""Python-Markdown asked only what the text can answer: the same bytes, in a fraction of the time.

Stock Python-Markdown tries every inline pattern on every run of text and every block processor on every block, and
walks every paragraph four times. Here a pattern is tried only where the characters that begin it occur, and a block
whose HTML can be told at a glance (see `markdown_simple`) is written out at once. Nothing else is changed: the tests
hold the output to that of stock, byte for byte. With a version or a processor that this module does not know,
`parser` returns stock itself.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, ClassVar, Final
from xml.etree.ElementTree import SubElement

import markdown
from markdown.blockparser import BlockParser
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import HtmlBlockPreprocessor, NormalizeWhitespace
from markdown.util import ETX, STX, AtomicString

from sitegen.render.markdown_direct import VERSIONS
from sitegen.render.markdown_simple import BlockWriter, is_paragraph
from sitegen.render.markdown_tree import GATES, GatedInline, GatedPrettify, GatedUnescape, serialise

if TYPE_CHECKING:
    from collections.abc import Iterable
    from xml.etree.ElementTree import Element, ElementTree


PREPROCESSORS: Final = ("normalize_whitespace", "html_block")
BLOCK_PROCESSORS: Final = (
    "empty", "indent", "code", "table", "hashheader", "setextheader", "hr", "olist", "ulist", "quote", "footnote",
    "reference", "paragraph",
)  # fmt: skip
TREE_PROCESSORS: Final = ("footnote", "inline", "footnote-duplicate", "prettify", "unescape")
POSTPROCESSORS: Final = ("plain_paragraphs", "raw_html", "footnote", "amp_substitute")

_BLANK_LINE: Final = re.compile(r"(?<=\n) +\n")
_PLAIN_PARAGRAPHS: Final = re.compile(f"<p>{STX}plain:([0-9]+){ETX}</p>")


def extensions() -> list[Any]:
    """The extensions of our dialect, made anew: no typographic one, for we do not alter what people said."""
    notes = FootnoteExtension(
        SEPARATOR="-",
        BACKLINK_TEXT="&#8617;&#65038;",  # U+FE0E keeps telephones from drawing a coloured picture
        BACKLINK_TITLE="",  # English, on pages of any language
        PLACE_MARKER=f"{STX}no marker{ETX}",  # no words of an author move the notes
    )
    return [notes, TableExtension(), SaneListExtension()]


def stock() -> markdown.Markdown:
    """Python-Markdown as it comes, with our extensions: what the gated parser must equal."""
    return markdown.Markdown(extensions=extensions(), output_format="html")


def parser() -> markdown.Markdown:
    """The gated parser where its insides are known, else stock."""
    if markdown.__version__ not in VERSIONS:
        return stock()
    gated = GatedMarkdown(extensions=extensions(), output_format="html")
    return gated if is_known(gated) else stock()


def is_known(md: markdown.Markdown) -> bool:
    """Whether the parser holds exactly the processors and patterns that the gates were made for."""
    return (
        _names(md.preprocessors) == PREPROCESSORS
        and _names(md.parser.blockprocessors) == BLOCK_PROCESSORS
        and _names(md.treeprocessors) == TREE_PROCESSORS
        and _names(md.postprocessors) == POSTPROCESSORS
        and _names(md.inlinePatterns) == tuple(GATES)
        and not any(pattern.ANCESTOR_EXCLUDES for pattern in md.inlinePatterns)
    )


def _names(registry: Any) -> tuple[str, ...]:
    in_order = {id(item): place for place, item in enumerate(registry)}
    return tuple(sorted(registry._data, key=lambda name: in_order[id(registry[name])]))  # noqa: SLF001 (it names nothing else)


class GatedMarkdown(markdown.Markdown):
    """A parser whose costly parts were replaced by gated ones."""

    output_formats: ClassVar = {"html": serialise}
    parser: GatedBlockParser

    def build_parser(self) -> GatedMarkdown:
        """Stock's parts, then ours in the places of some of them."""
        super().build_parser()
        self.block_level = frozenset(self.block_level_elements)
        self.parser.__class__ = GatedBlockParser  # stock's processors hold this very object
        self.preprocessors.register(GatedWhitespace(self), "normalize_whitespace", 30)
        self.preprocessors.register(GatedHtmlBlocks(self), "html_block", 20)
        self.treeprocessors.register(GatedInline(self), "inline", 20)
        self.treeprocessors.register(GatedPrettify(self), "prettify", 10)
        self.treeprocessors.register(GatedUnescape(self), "unescape", 0)
        self.postprocessors.register(PlainParagraphs(self), "plain_paragraphs", 40)
        return self

    def is_block_level(self, tag: Any) -> bool:
        """As stock's, with a set in place of a list of seventy."""
        return isinstance(tag, str) and tag.lower().rstrip("/") in self.block_level


class GatedWhitespace(NormalizeWhitespace):
    """Line ends and blanks made even, each step only where its character occurs."""

    def run(self, lines: list[str]) -> list[str]:
        """As stock's."""
        source = "\n".join(lines).replace(STX, "").replace(ETX, "")
        if "\r" in source:
            source = source.replace("\r\n", "\n").replace("\r", "\n")
        source += "\n\n"
        if "\t" in source:
            source = source.expandtabs(self.md.tab_length)
        if "\n " in source:
            source = _BLANK_LINE.sub("\n", source)
        return source.split("\n")


class GatedHtmlBlocks(HtmlBlockPreprocessor):
    """Text without `<` and `&` holds no HTML to put aside."""

    def run(self, lines: list[str]) -> list[str]:
        """The lines as they are, or stock's answer."""
        source = "\n".join(lines)
        return super().run(lines) if "<" in source or "&" in source else lines


class GatedBlockParser(BlockParser):
    """Simple blocks never enter the tree: one element stands there for each run of them."""

    plain: list[str]
    writer: BlockWriter
    _processors: list[Any]

    def parseDocument(self, lines: Iterable[str]) -> ElementTree:  # noqa: N802 (stock's name)
        """As stock's, noting first which inline marks the whole text has."""
        text = "\n".join(lines)
        self.plain = []
        self._processors = list(self.blockprocessors)
        self.writer = BlockWriter(text)
        return super().parseDocument([text])

    def parseBlocks(self, parent: Element, blocks: list[str]) -> None:  # noqa: N802 (stock's name)
        """Stock's loop, with a short way for simple blocks."""
        while blocks:
            if parent is self.root and self._put_aside(parent, blocks):
                continue
            if is_paragraph(blocks[0]):
                self.blockprocessors["paragraph"].run(parent, blocks)
            else:
                self._first_taker(parent, blocks)

    def _first_taker(self, parent: Element, blocks: list[str]) -> None:
        for processor in self._processors:
            if processor.test(parent, blocks[0]) and processor.run(parent, blocks) is not False:
                return

    def _put_aside(self, parent: Element, blocks: list[str]) -> bool:
        """Take the blocks from the first on whose HTML is known already; whether there were any."""
        found = self.writer.written(blocks, after=self.root[-1].tag if len(self.root) else "")
        if found:
            SubElement(parent, "p").text = AtomicString(f"{STX}plain:{len(self.plain)}{ETX}")
            self.plain.append(self.writer.joined(found))
            del blocks[: len(found)]
        return bool(found)


class PlainParagraphs(Postprocessor):
    """Brings back the paragraphs that were put aside, before stock brings back raw HTML."""

    md: Any

    def run(self, text: str) -> str:
        """The text with its plain paragraphs."""
        plain = self.md.parser.plain
        return _PLAIN_PARAGRAPHS.sub(lambda m: plain[int(m[1])], text) if plain else text
