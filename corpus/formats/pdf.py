"""PDF files: opens them with pdfium and reads them page by page."""

from __future__ import annotations

from pathlib import Path

import pypdfium2

from corpus.errors import Refused
from corpus.formats import pdf_page
from corpus.lines import Document, Line, Page


def lines(path: Path, data: bytes) -> Document:
    """Returns the lines of a PDF file's pages. Raises Refused where it cannot be opened."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise Refused(str(path), f"is no readable PDF ({error})", "fetch it again") from error
    try:
        return read(path, document)
    finally:
        document.close()


def read(path: Path, document: pypdfium2.PdfDocument) -> Document:
    """Returns the lines of all pages. Raises Refused where no page has any text."""
    found: list[Line] = []
    pages: list[Page] = []
    for number in range(1, len(document) + 1):
        page, printed = pdf_page.read(document.raw, number)
        pages.append(page)
        found.extend(printed)
    if not found:
        raise Refused(str(path), "has no text (a scan?)", "run text recognition over it first")
    title = document.get_metadata_value("Title").strip()
    return Document(tuple(found), tuple(pages), title=title or None)
