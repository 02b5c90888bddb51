"""One page of a PDF: pdfium's characters to lines with place, size and weight.

pdfium is asked about a few characters of each line rather than about all of them: each
question is a foreign call, and a report has a hundred thousand characters.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium

from corpus.lines import Line, Page

LINE = re.compile(r"[^\r\n\ufffe]*\ufffe?")
HYPHEN = "\ufffe"  # pdfium's sign for a hyphen at the end of a line
MARKER = re.compile(r"(?:\(?\d{1,3}[.)]?|\(?[a-z][.)]|[^\w\s])$")
COLUMN_GAP = 2.0  # in ems: wider than any space of a justified line
RAISED = 0.15  # in ems: how far above the line a footnote mark stands at least
SMALL = 0.85  # a footnote mark's size over its line's
MARK = re.compile(r"\d{1,3}")
BOLD = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)


def read(document: Any, number: int) -> tuple[Page, list[Line]]:
    """Returns page `number` (from 1) of a raw pdfium document, and its lines."""
    page = pdfium.FPDF_LoadPage(document, number - 1)
    if not page:
        return Page(number, 0.0, 0.0, "is damaged"), []
    try:
        width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
        text = pdfium.FPDFText_LoadPage(page)
        try:
            return Page(number, width, height), list(Characters(text, number, height).lines())
        finally:
            pdfium.FPDFText_ClosePage(text)
    finally:
        pdfium.FPDF_ClosePage(page)


class Characters:
    """The characters of a page, in the order of its content."""

    def __init__(self, page: Any, number: int, height: float) -> None:
        self.page, self.number, self.height = page, number, height
        self.text = content(page)
        self.box = pdfium.FS_RECTF()
        self.matrix = pdfium.FS_MATRIX()
        self.styles: dict[int, tuple[float, bool]] = {}
        self.fonts: dict[int, bool] = {}

    def lines(self) -> Iterator[Line]:
        """Yields the page's lines; a line with a wide gap comes as one Line a column."""
        for match in LINE.finditer(self.text):
            for start, end in self.columns(match.start(), match.end()):
                line = self.line(start, end)
                if line.text:
                    yield line

    def columns(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yields the spans that wide gaps divide a line into."""
        words = [(m.start(), m.end()) for m in re.compile(r"\S+").finditer(self.text, start, end)]
        if not words:
            return
        begin, last = words[0]
        for start, stop in words[1:]:
            gap = self.place(start)[0] - self.place(last - 1)[1]
            if gap > COLUMN_GAP * self.style(start)[0] and not MARKER.match(self.text[begin:last]):
                yield begin, last
                begin = start
            last = stop
        yield begin, last

    def line(self, start: int, end: int) -> Line:
        """Returns the Line of the characters from `start` up to `end`."""
        first, final = self.place(start), self.place(end - 1)
        middle = (start + end) // 2
        sizes = [self.style(at) for at in (start, middle, end - 1)]
        size = max(size for size, _ in sizes)
        return Line(
            self.words(start, end, size),
            self.number,
            left=first[0],
            right=final[1],
            top=min(first[2], final[2]),
            bottom=max(first[3], final[3]),
            size=size,
            bold=all(bold for _, bold in sizes),
        )

    def words(self, start: int, end: int, size: float) -> str:
        """Returns the text of a span, without raised footnote marks, hyphens as printed."""
        text = self.text[start:end]
        for match in reversed(list(MARK.finditer(text))):
            if self.raised(start + match.start(), start, size):
                text = text[: match.start()] + text[match.end() :]
        return text.replace(HYPHEN, "-").replace("\xa0", " ").strip()

    def raised(self, at: int, start: int, size: float) -> bool:
        """Returns whether the digit `at` is a small one that stands above its line."""
        return at > start and self.style(at)[0] < SMALL * size

    def place(self, at: int) -> tuple[float, float, float, float]:
        """Returns left, right, top and bottom of a character, from the page's top left corner."""
        box = self.box
        pdfium.FPDFText_GetLooseCharBox(self.page, at, box)
        return box.left, box.right, self.height - box.top, self.height - box.bottom

    def style(self, at: int) -> tuple[float, bool]:
        """Returns a character's size in points, and whether it is bold."""
        thing = pdfium.FPDFText_GetTextObject(self.page, at)
        key = ctypes.cast(thing, ctypes.c_void_p).value or 0
        if key not in self.styles:
            self.styles[key] = self.look(thing) if key else (0.0, False)
        return self.styles[key]

    def look(self, thing: Any) -> tuple[float, bool]:
        """Returns size and weight of a text object of the page."""
        size = ctypes.c_float()
        pdfium.FPDFTextObj_GetFontSize(thing, size)
        pdfium.FPDFPageObj_GetMatrix(thing, self.matrix)
        scale = (self.matrix.c**2 + self.matrix.d**2) ** 0.5
        return round(size.value * scale, 2), self.bold(pdfium.FPDFTextObj_GetFont(thing))

    def bold(self, font: Any) -> bool:
        """Returns whether a font calls itself bold."""
        key = ctypes.cast(font, ctypes.c_void_p).value or 0
        if key not in self.fonts:
            name = ctypes.create_string_buffer(256)
            pdfium.FPDFFont_GetBaseFontName(font, name, 256)
            self.fonts[key] = bool(BOLD.search(name.value.decode("latin-1")))
        return self.fonts[key]


def content(page: Any) -> str:
    """Returns the text of a page, one character for each of pdfium's."""
    count = pdfium.FPDFText_CountChars(page)
    buffer = (ctypes.c_ushort * (count + 1))()
    pdfium.FPDFText_GetText(page, 0, count, buffer)
    return bytes(buffer)[: 2 * count].decode("utf-16-le", errors="replace")
