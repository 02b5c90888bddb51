"""The characters of a PDF page as words with place, size and look, asked of pdfium in few calls.

Each question to pdfium is a foreign call, and a report has a hundred thousand characters. So
a page's text is fetched at once, and place and font are asked only at the ends of each word.
"""

from __future__ import annotations

import ctypes
import re
import struct
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from corpus.formats.pdf.calls import (
    ColourBuffer,
    FloatBuffer,
    address_of,
    get_character_box,
    get_character_matrix,
    get_fill_colour,
    get_font,
    get_font_size,
    get_render_mode,
    get_text_object,
)
from corpus.formats.pdf.clipping import is_clipped_away
from corpus.formats.pdf.covers import Covers
from corpus.formats.pdf.crop_box import CropBox, Place
from corpus.formats.pdf.words import DOUBTFUL, FAINT, MAX_MARK_SIZE_EMS, PLAIN, SLANTED, PdfWord

LINE_END_HYPHEN = "\ufffe"  # pdfium's sign for a hyphen at the end of a line; no line break follows
TEXT_LINE = re.compile(rf"[^\r\n{LINE_END_HYPHEN}]*{LINE_END_HYPHEN}?")
NON_SPACES = re.compile(r"\S+")
BOLD_FONT_NAME = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)

RAISED_PART_END = re.compile(r"\d(?!\d)|[^\W\d_](?=[^\w\s]+$)|[*†‡]")
"""Where within a word a raised mark may end; elsewhere it ends with the word."""

MIN_SHIFT_EMS = 0.12
"""Parts of a word whose bottoms are so far apart do not stand on one baseline, or not upright."""

# Old symbol fonts draw bullets under codes that are control characters in Unicode.
CONTROL_TO_BULLET = dict.fromkeys(range(0x80, 0xA0), "•")

INVISIBLE_MODES = (pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP)
MIN_WHITE = 240
"""The least of red, green and blue of a colour that does not stand out from white paper."""

MAX_TRANSPARENT = 25
"""The highest alpha, of 255, of what is as good as transparent."""

MIN_FAINT, MAX_FAINT_ALPHA = 150, 160
"""The least of red, green and blue, or the highest alpha, of what is fainter than text is."""

MIN_SLANT = 0.09
"""The sine of an angle, of about 5 degrees, from which letters are slanted."""

unpack_box = struct.Struct("4f").unpack
"""Left, top, right and bottom of a pdfium box: much faster than to ask it for each."""


class TextStyle(NamedTuple):
    """How a text object is set: size in points as shown, whether bold, and its look as in words."""

    size: float
    bold: bool
    look: str


class TextPage:
    """The words of a pdfium text page; styles are remembered, as few differ."""

    def __init__(
        self, text_page: Any, box: CropBox, covers: Covers, all_doubtful: bool = False
    ) -> None:
        self.covers = covers
        self.text_page, self.address, self.place = text_page, address_of(text_page), box.place
        self.plain_look = DOUBTFUL if all_doubtful else PLAIN
        # Filled by pdfium: a character's box and matrix, an object's size and colour.
        self.box, self.matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
        self.box_address = ctypes.addressof(self.box)
        self.matrix_address = ctypes.addressof(self.matrix)
        self.size, self.colour = FloatBuffer(), ColourBuffer()
        self.styles: dict[int | None, TextStyle] = {}  # by the address of the text object
        self.bold_fonts: dict[int, bool] = {}  # by the address of the font

    def words(self) -> Iterator[PdfWord]:
        """Yield the page's words in the order of its content stream."""
        text = page_text(self.text_page)
        printed = text.replace(LINE_END_HYPHEN, "-")
        for line in TEXT_LINE.finditer(text):
            before = "\n"
            for match in NON_SPACES.finditer(printed, *line.span()):
                word, start = match.group(), match.start()
                first = self.place_of(start)
                last = self.place_of(match.end() - 1) if len(word) > 1 else first
                max_shift = (first[3] - first[1]) * MIN_SHIFT_EMS
                is_level = -max_shift <= last[3] - first[3] <= max_shift
                if is_level and word[-1].isdecimal():
                    is_level = not is_far_smaller(last, first)
                if is_level and (word.isalpha() or self.is_level(word, start, first, max_shift)):
                    yield self.word(word, before, start, first, last)
                else:
                    yield from self.level_parts(word, before, start)
                before = " "

    def is_level(self, word: str, start: int, first: Place, max_shift: float) -> bool:
        """Return whether what may be raised within a word stands as high as its first letter."""
        return all(
            abs(place[3] - first[3]) <= max_shift
            and not (match[0].isdecimal() and is_far_smaller(place, first))
            for match in RAISED_PART_END.finditer(word, 1)
            if match.end() < len(word)
            for place in [self.place_of(start + match.start())]
        )

    def level_parts(self, word: str, before: str, start: int) -> Iterator[PdfWord]:
        """Yield the parts of a word, from character `start` on, that stand on other lines.

        A word that runs up or down the page is one.
        """
        places = [self.place_of(index) for index in range(start, start + len(word))]
        cuts = () if is_sideways(places) else shifts(word, places)
        for begin, end in pairwise([0, *cuts, len(word)]):
            part = word[begin:end]
            yield self.word(part, before, start + begin, places[begin], places[end - 1])
            before = ""

    def word(self, text: str, before: str, index: int, first: Place, last: Place) -> PdfWord:
        """Return a PdfWord, given the index of its first character and the places of both ends."""
        size, bold, look = self.style_at(index)
        return PdfWord(text, before, first[0], last[2], first[1], first[3], size, bold, look)

    def place_of(self, index: int) -> Place:
        """Return the place of a character."""
        get_character_box(self.address, index, self.box_address)
        return self.place(*unpack_box(self.box))

    def style_at(self, index: int) -> TextStyle:
        """Return how a character is set."""
        text_object = get_text_object(self.address, index)
        style = self.styles.get(text_object)
        if style is None:
            style = self.styles[text_object] = self.style_of(text_object, index)
        return style

    def style_of(self, text_object: int | None, index: int) -> TextStyle:
        """Return how a text object is set, given the index of one of its characters."""
        if text_object is None:
            return TextStyle(0.0, False, self.plain_look)
        get_font_size(text_object, self.size.addresses[0])
        get_character_matrix(self.address, index, self.matrix_address)
        scale: float = (self.matrix.c**2 + self.matrix.d**2) ** 0.5
        size = round(self.size.values[0] * scale, 2)
        return TextStyle(size, self.is_bold(get_font(text_object)), self.look_of(text_object))

    def look_of(self, text_object: int) -> str:
        """Return the look of a text object of which the matrix has just been fetched."""
        if is_slanted(self.matrix):
            return SLANTED
        if get_render_mode(text_object) in INVISIBLE_MODES:
            return DOUBTFUL
        get_fill_colour(text_object, *self.colour.addresses)
        *colours, alpha = self.colour.values
        is_pale = min(colours) >= MIN_WHITE or alpha <= MAX_TRANSPARENT
        if is_pale or is_clipped_away(text_object) or self.covers.may_hide(text_object):
            return DOUBTFUL
        is_faint = min(colours) >= MIN_FAINT or alpha <= MAX_FAINT_ALPHA
        return FAINT if is_faint and self.plain_look == PLAIN else self.plain_look

    def is_bold(self, font: int) -> bool:
        """Return whether the name of a font, given its address, says that it is bold."""
        if font not in self.bold_fonts:
            name = ctypes.create_string_buffer(256)
            pointer = ctypes.cast(font, pdfium.FPDF_FONT)
            pdfium.FPDFFont_GetBaseFontName(pointer, name, 256)
            name_is_bold = BOLD_FONT_NAME.search(name.value.decode("latin-1"))
            self.bold_fonts[font] = bool(name_is_bold)
        return self.bold_fonts[font]


def is_slanted(matrix: Any) -> bool:
    """Return whether letters under a matrix run neither along the page nor up or down it."""
    length: float = (matrix.a**2 + matrix.b**2) ** 0.5
    return bool(min(abs(matrix.a), abs(matrix.b)) > MIN_SLANT * length)


def is_sideways(places: Sequence[Place]) -> bool:
    """Return whether characters stand over one another."""
    first, last = places[0], places[-1]
    return abs(last[0] - first[0]) < abs(last[3] - first[3]) * MIN_SHIFT_EMS


def is_far_smaller(place: Place, other: Place) -> bool:
    """Return whether a character is set so much smaller than another that it may be a mark."""
    return place[3] - place[1] < (other[3] - other[1]) * MAX_MARK_SIZE_EMS


def shifts(word: str, places: Sequence[Place]) -> Iterator[int]:
    """Yield the indices of characters that stand on another line than the one before them.

    So do those where digits begin or end that are far smaller than their neighbours.
    """
    for index, (last, place) in enumerate(pairwise(places), start=1):
        height = max(last[3] - last[1], place[3] - place[1])
        starts_small = word[index].isdecimal() and is_far_smaller(place, last)
        ends_small = word[index - 1].isdecimal() and is_far_smaller(last, place)
        if starts_small or ends_small or abs(place[3] - last[3]) > height * MIN_SHIFT_EMS:
            yield index


def page_text(text_page: Any) -> str:
    """Return the text of a page, one character for each of pdfium's."""
    count = pdfium.FPDFText_CountChars(text_page)
    buffer = (ctypes.c_ushort * (count + 1))()
    pdfium.FPDFText_GetText(text_page, 0, count, buffer)
    text = bytes(buffer)[: 2 * count].decode("utf-16-le", errors="replace")
    return text.translate(CONTROL_TO_BULLET)
