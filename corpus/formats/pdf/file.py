"""PDF files: open the file with pdfium, read it page by page, refuse what is locked or damaged."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from corpus.errors import Refused, UnreadPictures
from corpus.formats.document import Document, PageInfo, TextLine
from corpus.formats.pdf.layers import may_have_layers
from corpus.formats.pdf.page import read_page
from corpus.formats.pdf.recognition import tesseract
from corpus.formats.pdf.recognition.lines import add_recognised, with_even_sizes
from corpus.formats.recognised import RecognisedPage

HEADER_WITHIN_BYTES = 1024  # readers accept a PDF whose header stands within its first KiB

# The longest real report has under a hundred pages; what has more is a collection of reports.
MAX_PAGES = 500

RECOGNITION_REMEDY = f"{tesseract.REMEDY}, with which its text is recognised, and give it again"


def is_pdf(data: bytes) -> bool:
    """Return whether a file has the header of a PDF."""
    return b"%PDF-" in data[:HEADER_WITHIN_BYTES]


def read_pdf(path: Path, data: bytes, recognised: Sequence[RecognisedPage] = ()) -> Document:
    """Return the lines of a PDF file's pages, those of pictures as they were `recognised`.

    Raise Refused where it cannot be opened.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise opening_refusal(path, error) from error
    try:
        return read_pages(path, document, may_have_layers(data), recognised)
    finally:
        document.close()


def opening_refusal(path: Path, error: pypdfium2.PdfiumError) -> Refused:
    """Return the refusal of a file that pdfium could not open."""
    if error.err_code == pdfium.FPDF_ERR_PASSWORD:
        return Refused(str(path), "is locked with a password", "save it without one")
    return Refused(str(path), f"is not a whole PDF ({error})", "fetch it again")


def read_pages(
    path: Path,
    document: pypdfium2.PdfDocument,
    has_layers: bool,
    recognised: Sequence[RecognisedPage],
) -> Document:
    """Return the lines of all pages. Raise Refused where none has text, or there are too many."""
    count = len(document)
    if count > MAX_PAGES:
        cause = f"has {count:,} pages, no report has over {MAX_PAGES:,}"
        raise Refused(str(path), cause, "cut the report out of it")
    if document.get_formtype():
        document.init_forms()
    form = document.formenv.raw if document.formenv else None
    lines: list[TextLine] = []
    pages: list[PageInfo] = []
    pictures = {page.number: page for page in with_even_sizes(recognised)}
    for number in range(1, count + 1):
        page, page_lines = read_page(document.raw, number, form, has_layers)
        if number in pictures:
            page, page_lines = add_recognised(page, page_lines, pictures[number])
        pages.append(page)
        lines.extend(page_lines)
    if not lines:
        raise no_text_refusal(path, pages)
    return Document(tuple(lines), tuple(pages), title=metadata_title(document))


def metadata_title(document: pypdfium2.PdfDocument) -> str | None:
    """Return the title in the file's metadata; None where it is empty or not text."""
    try:
        return document.get_metadata_value("Title").strip() or None
    except UnicodeDecodeError:  # half a surrogate pair, which a damaged title may hold
        return None


def no_text_refusal(path: Path, pages: Sequence[PageInfo]) -> Refused:
    """Return the refusal of a file without any line of text."""
    if not pages:
        return Refused(str(path), "has no pages", "fetch it again")
    cause, remedy = f"has no text to read: page 1 {pages[0].unreadable}", "fetch it again"
    if failed := next((page for page in pages if page.not_recognised), None):
        cause += f"; page {failed.number} could not be recognised: {failed.not_recognised}"
        remedy = "see to Tesseract, and give it again"
    pictures = tuple(page.number for page in pages if page.is_picture)
    if pictures and not tesseract.is_installed():
        return UnreadPictures(str(path), cause, RECOGNITION_REMEDY, pictures)
    return UnreadPictures(str(path), cause, remedy, pictures)
