"""Word files: paragraphs, lists and tables of a DOCX's body, in its order."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from corpus.errors import Refused
from corpus.formats.lines import Document, Line
from corpus.formats.lists import nested
from corpus.formats.numbering import Mark, Numbering, value
from corpus.formats.rows import row
from corpus.formats.styles import Style, Styles, is_on
from corpus.formats.words import SUPERSCRIPT

BODY = "word/document.xml"

# A report's body has about a megabyte of XML, and as a tree takes ten times its size.
LARGEST_BODY = 16 << 20
LARGEST_UNPACKED = 128 << 20

FRAMES = {qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:smartTag"), qn("w:customXml")}
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
TEXTS = {qn("w:tab"): " ", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}


def is_docx(data: bytes) -> bool:
    """Returns whether a file is a ZIP archive with a Word document in it."""
    try:
        return BODY in zipfile.ZipFile(io.BytesIO(data)).namelist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
        return False


def lines(path: Path, data: bytes) -> Document:
    """Returns the blocks of a Word file. Raises Refused where it is damaged or made too large."""
    check(path, data)
    try:
        document = docx.Document(io.BytesIO(data))
    except Exception as error:  # python-docx lets through whatever zip, XML and lookups raise
        cause = f"is a damaged Word file ({type(error).__name__}: {error})"
        raise Refused(str(path), cause, "open it in Word and save it again") from error
    found = tuple(nested(Body(document).lines()))
    return Document(found, flowing=True, title=document.core_properties.title.strip() or None)


def check(path: Path, data: bytes) -> None:
    """Raises Refused where the parts of a Word file would unpack to more than a report needs."""
    parts = zipfile.ZipFile(io.BytesIO(data)).infolist()
    body = max(part.file_size for part in parts if part.filename == BODY)
    if body > LARGEST_BODY or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise Refused(str(path), "unpacks to far more than a report holds", "leave it out")


class Body:
    """The body of a Word document, read once from its first block to its last."""

    def __init__(self, document: Any) -> None:
        self.root = document.element.body
        self.styles = Styles(document.styles.element)
        self.numbering = Numbering(lists(document))

    def lines(self) -> Iterator[Line]:
        """Yields the lines of the body; `bullet` is a list item's indent in twips for now."""
        yield from self.blocks(self.root)

    def blocks(self, parent: Any) -> Iterator[Line]:
        """Yields the lines of an element's paragraphs and tables, and of frames around them."""
        for element in parent.iterchildren():
            if element.tag == qn("w:p"):
                yield from self.paragraph(element)
            elif element.tag == qn("w:tbl"):
                for each in element.iterchildren(qn("w:tr")):
                    yield from row(
                        [list(self.blocks(cell)) for cell in each.iterchildren(qn("w:tc"))]
                    )
            elif element.tag in FRAMES:
                yield from self.blocks(element)

    def paragraph(self, element: Any) -> Iterator[Line]:
        """Yields the lines of a paragraph, then those of text boxes that hang on it."""
        style = self.styles.paragraph(element.find(qn("w:pPr")))
        runs = [
            (text(run), is_bold(run, style)) for run in element.iter(qn("w:r")) if own(run, element)
        ]
        shown = "".join(part for part, _ in runs)
        if shown.strip():
            bold = all(bold for part, bold in runs if part.strip())
            yield from self.listed(shown, style, bold)
        for box in element.iter(qn("w:txbxContent")):
            if not any(True for _ in box.iterancestors(FALLBACK)):
                yield from self.blocks(box)

    def listed(self, shown: str, style: Style, bold: bool) -> Iterator[Line]:
        """Yields a Line for each part of a paragraph's text between forced line breaks."""
        mark = self.numbering.mark(*style.list) if style.list else Mark("", None)
        bullet = mark.bullet if style.indent is None or mark.bullet is None else style.indent
        parts = [" ".join(part.split()) for part in f"{mark.text} {shown}".split("\n")]
        for part in filter(None, parts):
            yield Line(part, bold=bold, heading=style.heading, bullet=bullet)
            bullet = None


def own(run: Any, paragraph: Any) -> bool:
    """Returns whether a run belongs to a paragraph itself, not to a text box within it."""
    return next(run.iterancestors(qn("w:p"))) is paragraph


def text(run: Any) -> str:
    """Returns the text of a run, a footnote mark as superscript digits."""
    parts = (each.text or "" if each.tag == qn("w:t") else TEXTS.get(each.tag, "") for each in run)
    shown = "".join(parts)
    raised = run.find(f"{qn('w:rPr')}/{qn('w:vertAlign')}")
    if value(raised, "val") == "superscript" and shown.strip().isdecimal():
        return shown.translate(SUPERSCRIPT)
    return shown


def is_bold(run: Any, style: Style) -> bool:
    """Returns whether a run is bold, by itself or by its paragraph's style."""
    bold = is_on(run.find(f"{qn('w:rPr')}/{qn('w:b')}"))
    return style.bold if bold is None else bold


def lists(document: Any) -> Any:
    """Returns the root of a document's numbering part, None where it has none."""
    for relation in document.part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.NUMBERING:
            return relation.target_part.element
    return None
