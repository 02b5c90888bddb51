"""One page of a PDF: its words with place, size and weight, asked of pdfium in few calls.

Each question to pdfium is a foreign call, and a report has a hundred thousand characters. So
a page's text is fetched at once, and place and font are asked only at the ends of each word.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from corpus.formats.document import PageInfo, TextLine
from corpus.formats.pdf_words import PdfWord, join_words

LINE_END_HYPHEN = "\ufffe"  # pdfium's sign for a hyphen at the end of a line; no line break follows
TEXT_LINE = re.compile(rf"[^\r\n{LINE_END_HYPHEN}]*{LINE_END_HYPHEN}?")
NON_SPACES = re.compile(r"\S+")
TRAILING_DIGITS = re.compile(r"(?<=[^\d\s])\d{1,3}(?!\d)")  # what may be a footnote mark in a word
BOLD_FONT_NAME = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)

MAX_PAGE_CHARACTERS = 100_000  # a page of the smallest print holds a tenth of it

# Old symbol fonts draw bullets under codes that are control characters in Unicode.
CONTROL_TO_BULLET = dict.fromkeys(range(0x80, 0xA0), "•")


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


class CropBox(NamedTuple):
    """The part of a page that is shown, in PDF coordinates, and its quarter turns clockwise."""

    left: float
    top: float
    right: float
    bottom: float
    quarter_turns: int

    def place(self, box: Any) -> tuple[float, float, float, float]:
        """Return left, top, right and bottom of a box as shown, in points from the top left."""
        if self.quarter_turns == 0:
            corner = box.left - self.left, self.top - box.top
            return *corner, box.right - self.left, self.top - box.bottom
        if self.quarter_turns == 1:
            corner = box.bottom - self.bottom, box.left - self.left
            return *corner, box.top - self.bottom, box.right - self.left
        if self.quarter_turns == 2:
            corner = self.right - box.right, box.bottom - self.bottom
            return *corner, self.right - box.left, box.top - self.bottom
        corner = self.top - box.top, self.right - box.right
        return *corner, self.top - box.bottom, self.right - box.left


def crop_box(page: Any) -> CropBox:
    """Return the CropBox of a pdfium page."""
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, box)
    return CropBox(box.left, box.top, box.right, box.bottom, pdfium.FPDFPage_GetRotation(page))


class TextPage:
    """The words of a pdfium text page; fonts are remembered, as few differ."""

    def __init__(self, text_page: Any, box: CropBox) -> None:
        self.text_page, self.crop_box = text_page, box
        self.character_box, self.matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()  # filled by pdfium
        self.fonts: dict[int, tuple[float, bool]] = {}  # by the address of the text object
        self.bold_fonts: dict[int, bool] = {}  # by the address of the font

    def words(self) -> Iterator[PdfWord]:
        """Yield the page's words in the order of its content stream."""
        text = page_text(self.text_page)
        for line in TEXT_LINE.finditer(text):
            before = "\n"
            for match in NON_SPACES.finditer(text, *line.span()):
                for start, stop in self.split_footnote_marks(text, *match.span()):
                    yield self.word(start, stop, text[start:stop], before)
                    before = ""
                before = " "

    def split_footnote_marks(self, text: str, start: int, stop: int) -> Sequence[tuple[int, int]]:
        """Return the spans of a word's parts: digits smaller than its start are parts of their own.

        `start` and `stop` are the word's span in `text`.
        """
        if not TRAILING_DIGITS.search(text, start, stop):
            return ((start, stop),)
        spans, size = [], self.font_at(start)[0]
        for digits in TRAILING_DIGITS.finditer(text, start, stop):
            if self.font_at(digits.start())[0] < size:
                spans += [(start, digits.start()), digits.span()]
                start = digits.end()
        return [*spans, (start, stop)] if start < stop else spans

    def word(self, start: int, stop: int, text: str, before: str) -> PdfWord:
        """Return the PdfWord of the characters from `start` up to `stop`."""
        left, top, right, bottom = self.place_of(start)
        if stop - start > 1:
            right = self.place_of(stop - 1)[2]
        size, bold = self.font_at(start)
        text = text.replace(LINE_END_HYPHEN, "-")
        return PdfWord(text, before, left, right, top, bottom, size, bold)

    def place_of(self, index: int) -> tuple[float, float, float, float]:
        """Return left, top, right and bottom of a character, in points from the top left."""
        pdfium.FPDFText_GetLooseCharBox(self.text_page, index, self.character_box)
        return self.crop_box.place(self.character_box)

    def font_at(self, index: int) -> tuple[float, bool]:
        """Return a character's size in points, and whether it is bold."""
        text_object = pdfium.FPDFText_GetTextObject(self.text_page, index)
        address = address_of(text_object)
        if address not in self.fonts:
            self.fonts[address] = self.font_of(text_object) if address else (0.0, False)
        return self.fonts[address]

    def font_of(self, text_object: Any) -> tuple[float, bool]:
        """Return the size of a text object as shown, in points, and whether it is bold."""
        size, matrix = ctypes.c_float(), self.matrix
        pdfium.FPDFTextObj_GetFontSize(text_object, size)
        pdfium.FPDFPageObj_GetMatrix(text_object, matrix)
        scale: float = (matrix.c**2 + matrix.d**2) ** 0.5
        font = pdfium.FPDFTextObj_GetFont(text_object)
        return round(size.value * scale, 2), self.is_bold(font)

    def is_bold(self, font: Any) -> bool:
        """Return whether a font's name says that it is bold."""
        address = address_of(font)
        if address not in self.bold_fonts:
            name = ctypes.create_string_buffer(256)
            pdfium.FPDFFont_GetBaseFontName(font, name, 256)
            name_is_bold = BOLD_FONT_NAME.search(name.value.decode("latin-1"))
            self.bold_fonts[address] = bool(name_is_bold)
        return self.bold_fonts[address]


def address_of(pointer: Any) -> int:
    """Return the address that a pdfium pointer holds, 0 for NULL: unique while its page is open."""
    return ctypes.addressof(pointer.contents) if pointer else 0


def page_text(text_page: Any) -> str:
    """Return the text of a page, one character for each of pdfium's."""
    count = pdfium.FPDFText_CountChars(text_page)
    buffer = (ctypes.c_ushort * (count + 1))()
    pdfium.FPDFText_GetText(text_page, 0, count, buffer)
    text = bytes(buffer)[: 2 * count].decode("utf-16-le", errors="replace")
    return text.translate(CONTROL_TO_BULLET)
