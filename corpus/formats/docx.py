"""Word files: paragraphs, lists, tables and text boxes of a DOCX body, in its own order."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from corpus.errors import Refused
from corpus.formats.document import Document, TextLine
from corpus.formats.docx_numbering import ListLabel, ListNumbering
from corpus.formats.docx_styles import ParagraphStyle, StyleSheet
from corpus.formats.docx_xml import attribute, is_on
from corpus.formats.list_depth import IndentedLine, nest_bullets
from corpus.formats.superscripts import superscript
from corpus.formats.table_rows import join_cells

BODY_PART = "word/document.xml"

# A report's body has about a megabyte of XML, and as a tree takes ten times its size.
MAX_BODY_BYTES = 16 << 20
MAX_UNPACKED_BYTES = 128 << 20

# Elements around paragraphs and tables: content controls, tracked insertions, tags.
WRAPPERS = {qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:smartTag"), qn("w:customXml")}
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
TEXT_OF_ELEMENT = {qn("w:tab"): " ", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}


def is_docx(data: bytes) -> bool:
    """Return whether a file is a ZIP archive with a Word document in it."""
    try:
        return BODY_PART in zipfile.ZipFile(io.BytesIO(data)).namelist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
        return False


def read_docx(path: Path, data: bytes) -> Document:
    """Return the blocks of a Word file. Raise Refused where it is damaged or unpacks too large."""
    check_unpacked_size(path, data)
    try:
        document = docx.Document(io.BytesIO(data))
    except Exception as error:  # python-docx lets through whatever zip, XML and lookups raise
        cause = f"is a damaged Word file ({type(error).__name__}: {error})"
        raise Refused(str(path), cause, "open it in Word and save it again") from error
    lines = tuple(nest_bullets(DocxBody(document).lines()))
    return Document(lines, flowing=True, title=document.core_properties.title.strip() or None)


def check_unpacked_size(path: Path, data: bytes) -> None:
    """Raise Refused where the parts of a Word file would unpack to more than a report needs."""
    parts = zipfile.ZipFile(io.BytesIO(data)).infolist()
    body = max(part.file_size for part in parts if part.filename == BODY_PART)
    if body > MAX_BODY_BYTES or sum(part.file_size for part in parts) > MAX_UNPACKED_BYTES:
        raise Refused(str(path), "unpacks to far more than a report holds", "leave it out")


class DocxBody:
    """The body of a Word document, read once from its first block to its last.

    Lines come with the indent of their bullet in twips, None where they have no bullet.
    """

    def __init__(self, document: Any) -> None:
        self.root = document.element.body
        self.styles = StyleSheet(document.styles.element)
        self.numbering = ListNumbering(numbering_root(document))

    def lines(self) -> Iterator[IndentedLine]:
        """Yield the lines of the body. Only once: lists count on as they are read."""
        yield from self.block_lines(self.root)

    def block_lines(self, parent: Any) -> Iterator[IndentedLine]:
        """Yield the lines of an element's paragraphs and tables, and of those in wrappers."""
        for element in parent.iterchildren():
            if element.tag == qn("w:p"):
                yield from self.paragraph_lines(element)
            elif element.tag == qn("w:tbl"):
                for row in element.iterchildren(qn("w:tr")):
                    yield from self.row_lines(row)
            elif element.tag in WRAPPERS:
                yield from self.block_lines(element)

    def row_lines(self, row: Any) -> Iterator[IndentedLine]:
        """Yield one line for a table row of short texts, else the lines within its cells."""
        cells = [list(self.block_lines(cell)) for cell in row.iterchildren(qn("w:tc"))]
        joined = join_cells([[line for line, _ in cell] for cell in cells])
        yield from chain.from_iterable(cells) if joined is None else [(joined, None)]

    def paragraph_lines(self, paragraph: Any) -> Iterator[IndentedLine]:
        """Yield the lines of a paragraph, then those of the text boxes anchored in it."""
        style = self.styles.style_of(paragraph.find(qn("w:pPr")))
        runs = [
            (run_text(run), is_bold(run, style))
            for run in paragraph.iter(qn("w:r"))
            if is_own_run(run, paragraph)
        ]
        text = "".join(text for text, _ in runs)
        if text.strip():
            bold = all(bold for text, bold in runs if text.strip())
            yield from self.labelled_lines(text, style, bold)
        for box in paragraph.iter(qn("w:txbxContent")):
            if not any(True for _ in box.iterancestors(FALLBACK)):
                yield from self.block_lines(box)

    def labelled_lines(
        self, text: str, style: ParagraphStyle, bold: bool
    ) -> Iterator[IndentedLine]:
        """Yield a line for each part of a paragraph's text between forced line breaks.

        The first one begins with the paragraph's list label.
        """
        label = self.numbering.next_label(*style.list) if style.list else ListLabel()
        indent = label.bullet_indent
        if indent is not None and style.indent is not None:
            indent = style.indent
        parts = [" ".join(part.split()) for part in f"{label.text} {text}".split("\n")]
        for part in filter(None, parts):
            yield TextLine(part, bold=bold, heading_level=style.heading_level), indent
            indent = None


def is_own_run(run: Any, paragraph: Any) -> bool:
    """Return whether a run belongs to a paragraph itself, not to a text box within it."""
    return next(run.iterancestors(qn("w:p"))) is paragraph


def run_text(run: Any) -> str:
    """Return the text of a run, marks of notes as superscripts."""
    text = "".join(
        child.text or "" if child.tag == qn("w:t") else TEXT_OF_ELEMENT.get(child.tag, "")
        for child in run
    )
    alignment = run.find(f"{qn('w:rPr')}/{qn('w:vertAlign')}")
    return superscript(text) if attribute(alignment, "val") == "superscript" else text


def is_bold(run: Any, style: ParagraphStyle) -> bool:
    """Return whether a run is bold, by itself or by its paragraph's style."""
    bold = is_on(run.find(f"{qn('w:rPr')}/{qn('w:b')}"))
    return style.bold if bold is None else bold


def numbering_root(document: Any) -> Any:
    """Return the root element of a document's numbering part, None where it has none."""
    for relation in document.part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.NUMBERING:
            return relation.target_part.element
    return None
