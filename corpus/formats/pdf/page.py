"""One page of a PDF: its lines of text, and what was left out of them and why."""

from __future__ import annotations

from typing import Any

import pypdfium2.raw as pdfium

from corpus.formats.document import PageInfo, TextLine
from corpus.formats.pdf.characters import TextPage, crop_box
from corpus.formats.pdf.words import join_words

MAX_PAGE_CHARACTERS = 100_000  # a page of the smallest print holds a tenth of it


def read_page(document: Any, number: int) -> tuple[PageInfo, list[TextLine]]:
    """Return page `number` (from 1) of a raw pdfium document, and its lines."""
    page = pdfium.FPDF_LoadPage(document, number - 1)
    if not page:
        return PageInfo(number, 0.0, 0.0, "is damaged"), []
    try:
        width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
        lines, unreadable = read_page_lines(page, number)
    finally:
        pdfium.FPDF_ClosePage(page)
    return PageInfo(number, width, height, unreadable), lines


def read_page_lines(page: Any, number: int) -> tuple[list[TextLine], str | None]:
    """Return the lines of a page, and where it has none the reason, as in PageInfo."""
    text_page = pdfium.FPDFText_LoadPage(page)
    try:
        if pdfium.FPDFText_CountChars(text_page) > MAX_PAGE_CHARACTERS:
            return [], "holds more text than a page can show"
        lines = list(join_words(TextPage(text_page, crop_box(page)).words(), number))
    finally:
        pdfium.FPDFText_ClosePage(text_page)
    if lines:
        return lines, None
    is_empty = pdfium.FPDFPage_CountObjects(page) == 0
    return [], "is blank or damaged" if is_empty else "has no text (a picture of a page?)"
