"""PDF files: opens them with pdfium and reads them page by page."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from corpus.errors import Refused
from corpus.formats import pdf_page
from corpus.formats.lines import Document, Line, Page

# The longest real report has under a hundred pages; what has more is a collection of them.
MOST_PAGES = 500


def lines(path: Path, data: bytes) -> Document:
    """Returns the lines of a PDF file's pages. Raises Refused where it cannot be opened."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise refusal(path, error) from error
    try:
        return read(path, document)
    finally:
        document.close()


def refusal(path: Path, error: pypdfium2.PdfiumError) -> Refused:
    """Returns why a file could not be opened."""
    if error.err_code == pdfium.FPDF_ERR_PASSWORD:
        return Refused(str(path), "is locked with a password", "save it without one")
    return Refused(str(path), f"is no whole PDF ({error})", "fetch it again")


def read(path: Path, document: pypdfium2.PdfDocument) -> Document:
    """Returns the lines of all pages. Raises Refused where no page has any, or far too many."""
    count = len(document)
    if count > MOST_PAGES:
        cause = f"has {count:,} pages, no report has over {MOST_PAGES:,}"
        raise Refused(str(path), cause, "cut the report out of it")
    found: list[Line] = []
    pages: list[Page] = []
    for number in range(1, count + 1):
        page, printed = pdf_page.read(document.raw, number)
        pages.append(page)
        found.extend(printed)
    if not found:
        raise Refused(str(path), nothing(pages), "run text recognition over it, or fetch it again")
    return Document(tuple(found), tuple(pages), title=title(document))


def title(document: pypdfium2.PdfDocument) -> str | None:
    """Returns the title that the file gives itself, None where that is none or no text."""
    try:
        return document.get_metadata_value("Title").strip() or None
    except UnicodeDecodeError:  # half a character, which a damaged title may hold
        return None


def nothing(pages: list[Page]) -> str:
    """Returns why a file whose pages have no lines has none."""
    if not pages:
        return "has no pages"
    return f"has no text to read: page 1 {pages[0].unreadable}"
