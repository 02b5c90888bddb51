"""One page of a PDF: what pdfium knows of its characters, asked as seldom as can be.

Each question to pdfium is a foreign call, and a report has a hundred thousand characters: so
a page's text is taken at once, and place and look are asked of the ends of its words alone.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from corpus.formats.lines import Line, Page
from corpus.formats.words import Word, printed

HYPHEN = "\ufffe"  # pdfium's sign for a hyphen at the end of a line, where no line break follows
LINE = re.compile(rf"[^\r\n{HYPHEN}]*{HYPHEN}?")
WORD = re.compile(r"\S+")
DIGITS = re.compile(r"(?<=[^\d\s])\d{1,3}(?!\d)")  # what may be a footnote mark in a word
BOLD = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)

MOST_CHARACTERS = 100_000  # a page of the smallest print holds a tenth of it

# Old symbol fonts draw bullets under codes that are no characters elsewhere.
GLYPHS = dict.fromkeys(range(0x80, 0xA0), "•")


def read(document: Any, number: int) -> tuple[Page, list[Line]]:
    """Returns page `number` (from 1) of a raw pdfium document, and its lines."""
    page = pdfium.FPDF_LoadPage(document, number - 1)
    if not page:
        return Page(number, 0.0, 0.0, "is damaged"), []
    try:
        width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
        lines, unreadable = printed_on(page, number)
    finally:
        pdfium.FPDF_ClosePage(page)
    return Page(number, width, height, unreadable), lines


def printed_on(page: Any, number: int) -> tuple[list[Line], str | None]:
    """Returns the lines of a page, and why it has none to read where it has none."""
    text = pdfium.FPDFText_LoadPage(page)
    try:
        if pdfium.FPDFText_CountChars(text) > MOST_CHARACTERS:
            return [], "holds more text than a page can show"
        lines = list(printed(Characters(text, frame(page)).words(), number))
    finally:
        pdfium.FPDFText_ClosePage(text)
    if lines:
        return lines, None
    empty = pdfium.FPDFPage_CountObjects(page) == 0
    return [], "is blank or damaged" if empty else "has no text (a picture of a page?)"


class Frame(NamedTuple):
    """The part of a page that is shown, in PDF's coordinates, and its quarter turns clockwise."""

    left: float
    top: float
    right: float
    bottom: float
    turns: int

    def place(self, box: Any) -> tuple[float, float, float, float]:
        """Returns left, top, right and bottom of a box as shown, from the top left corner."""
        if self.turns == 0:
            edges = box.left - self.left, self.top - box.top
            return *edges, box.right - self.left, self.top - box.bottom
        if self.turns == 1:
            edges = box.bottom - self.bottom, box.left - self.left
            return *edges, box.top - self.bottom, box.right - self.left
        if self.turns == 2:
            edges = self.right - box.right, box.bottom - self.bottom
            return *edges, self.right - box.left, box.top - self.bottom
        edges = self.top - box.top, self.right - box.right
        return *edges, self.top - box.bottom, self.right - box.left


def frame(page: Any) -> Frame:
    """Returns the Frame of a page."""
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, box)
    return Frame(box.left, box.top, box.right, box.bottom, pdfium.FPDFPage_GetRotation(page))


class Characters:
    """The characters of a page, numbered in the order of its content."""

    def __init__(self, page: Any, frame: Frame) -> None:
        self.page, self.frame = page, frame
        self.box, self.matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
        self.looks: dict[int, tuple[float, bool]] = {}
        self.bolds: dict[int, bool] = {}

    def words(self) -> Iterator[Word]:
        """Yields the page's words in the order of its content."""
        text = content(self.page)
        for line in LINE.finditer(text):
            before = "\n"
            for match in WORD.finditer(text, *line.span()):
                for start, stop in self.pieces(text, *match.span()):
                    yield self.word(start, stop, text[start:stop], before)
                    before = ""
                before = " "

    def pieces(self, text: str, start: int, stop: int) -> Sequence[tuple[int, int]]:
        """Returns the spans of a word, divided where digits in it are smaller than its start."""
        if not DIGITS.search(text, start, stop):
            return ((start, stop),)
        spans, size = [], self.look(start)[0]
        for digits in DIGITS.finditer(text, start, stop):
            if self.look(digits.start())[0] < size:
                spans += [(start, digits.start()), digits.span()]
                start = digits.end()
        return [*spans, (start, stop)] if start < stop else spans

    def word(self, start: int, stop: int, text: str, before: str) -> Word:
        """Returns the Word of the characters from `start` up to `stop`."""
        left, top, right, bottom = self.place(start)
        if stop - start > 1:
            right = self.place(stop - 1)[2]
        size, bold = self.look(start)
        return Word(text.replace(HYPHEN, "-"), before, left, right, top, bottom, size, bold)

    def place(self, at: int) -> tuple[float, float, float, float]:
        """Returns left, top, right and bottom of a character, from the page's top left corner."""
        pdfium.FPDFText_GetLooseCharBox(self.page, at, self.box)
        return self.frame.place(self.box)

    def look(self, at: int) -> tuple[float, bool]:
        """Returns a character's size in points, and whether it is bold."""
        part = pdfium.FPDFText_GetTextObject(self.page, at)
        key = address(part)
        if key not in self.looks:
            self.looks[key] = self.ask(part) if key else (0.0, False)
        return self.looks[key]

    def ask(self, part: Any) -> tuple[float, bool]:
        """Returns size and weight of a text object of the page."""
        size, matrix = ctypes.c_float(), self.matrix
        pdfium.FPDFTextObj_GetFontSize(part, size)
        pdfium.FPDFPageObj_GetMatrix(part, matrix)
        scale: float = (matrix.c**2 + matrix.d**2) ** 0.5
        return round(size.value * scale, 2), self.bold(pdfium.FPDFTextObj_GetFont(part))

    def bold(self, font: Any) -> bool:
        """Returns whether a font calls itself bold."""
        key = address(font)
        if key not in self.bolds:
            name = ctypes.create_string_buffer(256)
            pdfium.FPDFFont_GetBaseFontName(font, name, 256)
            self.bolds[key] = bool(BOLD.search(name.value.decode("latin-1")))
        return self.bolds[key]


def address(thing: Any) -> int:
    """Returns where a thing of pdfium's lies: what tells it from others while its page is open."""
    return ctypes.addressof(thing.contents) if thing else 0


def content(page: Any) -> str:
    """Returns the text of a page, one character for each of pdfium's."""
    count = pdfium.FPDFText_CountChars(page)
    buffer = (ctypes.c_ushort * (count + 1))()
    pdfium.FPDFText_GetText(page, 0, count, buffer)
    text = bytes(buffer)[: 2 * count].decode("utf-16-le", errors="replace")
    return text.translate(GLYPHS)
