"""The blocks of a Word file in its own order: paragraphs, lists, table rows and text boxes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from corpus.formats.document import Document, TextLine
from corpus.formats.list_depth import IndentedLine, nest_bullets
from corpus.formats.table_rows import join_cells
from corpus.formats.word.archive import WordArchive
from corpus.formats.word.numbering import ListLabel, ListNumbering
from corpus.formats.word.runs import ParagraphReader, ParagraphText, printed_children
from corpus.formats.word.styles import ParagraphStyle, StyleSheet
from corpus.formats.word.xml import is_on, w

BLOCK_TAGS = {w("p"), w("tbl")}
# In the settings of a row or cell: a tracked deletion, or a row that is hidden.
REMOVED_ROW = (f"{w('trPr')}/{w('del')}", f"{w('trPr')}/{w('hidden')}")
REMOVED_CELL = (f"{w('tcPr')}/{w('cellDel')}",)
# In the settings of a paragraph: its end was deleted or moved away, so the next one continues it.
REMOVED_END = tuple(f"{w('pPr')}/{w('rPr')}/{w(name)}" for name in ("del", "moveFrom"))


def read_word(path: Path, data: bytes) -> Document:
    """Return the blocks of a Word file. Raise Refused where it is damaged, or no Word file."""
    archive = WordArchive(path, data)
    styles = StyleSheet(archive.related_part("styles"))
    body = WordBody(styles, ListNumbering(archive.related_part("numbering")))
    lines = tuple(nest_bullets(body.block_lines(archive.main())))
    left_out = tuple(body.paragraphs.left_out)
    return Document(lines, flowing=True, title=archive.title(), left_out=left_out)


class WordBody:
    """The text of a Word file, read once from its first block to its last: lists count on.

    Lines come with the indent of their bullet in twips, None where they have no bullet.
    """

    def __init__(self, styles: StyleSheet, numbering: ListNumbering) -> None:
        self.styles, self.numbering = styles, numbering
        self.paragraphs = ParagraphReader(styles)

    def block_lines(self, parent: Any) -> Iterator[IndentedLine]:
        """Yield the lines of an element's paragraphs and tables, however these are wrapped."""
        begun = ParagraphText()  # of paragraphs whose end was removed
        for element in nested(parent, BLOCK_TAGS):
            if element.tag == w("tbl"):
                yield from self.paragraph_lines(begun, ParagraphStyle())
                begun = ParagraphText()
                for row in nested(element, {w("tr")}):
                    yield from self.row_lines(row)
                continue
            style = self.styles.style_of(element.find(w("pPr")))
            self.paragraphs.read(element, style, begun)
            if not is_removed(element, REMOVED_END):
                yield from self.paragraph_lines(begun, style)
                begun = ParagraphText()
        yield from self.paragraph_lines(begun, ParagraphStyle())

    def row_lines(self, row: Any) -> Iterator[IndentedLine]:
        """Yield one line for a table row of short texts, else the lines within its cells."""
        if is_removed(row, REMOVED_ROW):
            return
        cells = [
            list(self.block_lines(cell))
            for cell in nested(row, {w("tc")})
            if not is_removed(cell, REMOVED_CELL)
        ]
        joined = join_cells([[line for line, _ in cell] for cell in cells])
        yield from chain.from_iterable(cells) if joined is None else [(joined, None)]

    def paragraph_lines(
        self, content: ParagraphText, style: ParagraphStyle
    ) -> Iterator[IndentedLine]:
        """Yield the lines of a paragraph, then those of the text boxes anchored in it."""
        # Word numbers an empty item too.
        label = self.numbering.next_label(*style.list) if style.list else ListLabel()
        if content.text.strip():
            yield from labelled_lines(content, style, label)
        for box in content.boxes:
            yield from self.block_lines(box)


def labelled_lines(
    content: ParagraphText, style: ParagraphStyle, label: ListLabel
) -> Iterator[IndentedLine]:
    """Yield a line for each part of a paragraph's text between forced line breaks.

    The first one begins with the paragraph's list label.
    """
    indent = label.bullet_indent
    if indent is not None and style.indent is not None:
        indent = style.indent
    parts = [" ".join(part.split()) for part in f"{label.text} {content.text}".split("\n")]
    for part in filter(None, parts):
        yield TextLine(part, bold=content.is_bold, heading_level=style.heading_level), indent
        indent = None


def nested(parent: Any, tags: set[str]) -> Iterator[Any]:
    """Yield the outermost printed elements of some tags below an element, in their order.

    Between them may stand content controls, tracked insertions, alternatives and more.
    """
    for child in printed_children(parent):
        if child.tag in tags:
            yield child
        else:
            yield from nested(child, tags)


def is_removed(element: Any, settings: tuple[str, ...]) -> bool:
    """Return whether one of the settings by which an element is removed is on."""
    return any(is_on(element.find(path)) for path in settings)
