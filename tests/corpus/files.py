"""Small files of each format that tests create, and how to read one."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import docx
import docx.document
from fpdf import FPDF

from corpus.formats.content import read_content
from corpus.formats.detection import read_document
from corpus.formats.document import Document


def document_in(path: Path) -> Document:
    """Return the document in the file at `path`."""
    return read_document(path, read_content(path))


def pdf(*pages: list[tuple[float, float, str, str]], size: float = 12, password: str = "") -> bytes:
    """Return a PDF; a page is a list of (x, y, style, text), points from the top left corner."""
    document = FPDF(unit="pt", format="A4")
    document.set_auto_page_break(False)
    if password:
        document.set_encryption(owner_password=password, user_password=password)
    for page in pages:
        document.add_page()
        for x, y, style, text in page:
            document.set_font("Helvetica", style, size)
            document.text(x, y, text)
    return bytes(document.output())


def scan() -> bytes:
    """Return a PDF of one page that holds a drawing and no text."""
    document = FPDF(unit="pt", format="A4")
    document.add_page()
    document.rect(72, 72, 200, 100, "F")
    return bytes(document.output())


def word(build: Callable[[docx.document.Document], object]) -> bytes:
    """Return the Word file that `build` makes of an empty one."""
    document = docx.Document()
    build(document)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()
