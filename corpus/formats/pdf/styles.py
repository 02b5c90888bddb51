"""How a PDF's text is set: size, weight and look of its text objects, asked for many at once."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import repeat
from typing import NamedTuple

import numpy as np
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

from corpus.formats.pdf.calls import (
    ask_each,
    get_character_matrix,
    get_fill_colour,
    get_font,
    get_font_size,
    get_render_mode,
    get_text_object,
)
from corpus.formats.pdf.clipping import clipped_away
from corpus.formats.pdf.covers import Covers
from corpus.formats.pdf.words import DOUBTFUL, FAINT, PLAIN, SLANTED

BOLD_FONT_NAME = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)

INVISIBLE_MODES = (pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP)
MIN_WHITE = 240
"""The least of red, green and blue of a colour that does not stand out from white paper."""

MAX_TRANSPARENT = 25
"""The highest alpha, of 255, of what is as good as transparent."""

MIN_FAINT, MAX_FAINT_ALPHA = 150, 160
"""The least of red, green and blue, or the highest alpha, of what is fainter than text is."""

MIN_SLANT = 0.09
"""The sine of an angle, of about 5 degrees, from which letters are slanted."""

Matrix = tuple[float, float, float, float]
Colour = tuple[int, int, int, int]


class TextStyle(NamedTuple):
    """How a text object is set: size in points as shown, whether bold, and its look as in words."""

    size: float
    bold: bool
    look: str


class TextSetting(NamedTuple):
    """What a text object's style follows from, but for what lies over it.

    `matrix` has no shift, `font` is an address, `colour` is red, green, blue and alpha, 0 to 255.
    """

    matrix: Matrix
    font_size: float
    font: int
    mode: int
    colour: Colour


class SettingColumns(NamedTuple):
    """The settings of text objects: of each field of a TextSetting an array (objects, values)."""

    matrix: NDArray[np.float32]
    font_size: NDArray[np.float32]
    font: NDArray[np.uint64]
    mode: NDArray[np.int64]
    colour: NDArray[np.uintc]

    def keys(self) -> Iterator[bytes]:
        """Yield what tells the setting of each text object from others."""
        rows = np.hstack([column.view(np.uint8) for column in self])
        data, size = rows.tobytes(), rows.shape[1]
        return (data[at : at + size] for at in range(0, len(data), size))

    def setting(self, row: int) -> TextSetting:
        """Return the setting of a text object."""
        matrix, (size,), (font,), (mode,), colour = (column[row].tolist() for column in self)
        return TextSetting(tuple(matrix), size, font, mode, tuple(colour))


StyleColumns = tuple[NDArray[np.float64], NDArray[np.bool_], NDArray[np.str_]]
"""Size, weight and look of some characters, as in a TextStyle, of dtype U8 for looks."""


class TextStyles:
    """The styles of a pdfium text page's text objects, given its address; they are remembered.

    A page has hundreds of text objects in a few settings, and fewer styles.
    """

    def __init__(self, text_page: int, covers: Covers, plain_look: str) -> None:
        self.text_page, self.covers, self.plain_look = text_page, covers, plain_look
        self.styles = [TextStyle(0.0, False, plain_look)]
        self.by_object: dict[int | None, int] = {None: 0}  # an index of `styles`, as below
        self.by_setting: dict[bytes, int] = {}
        self.bold_fonts: dict[int, bool] = {}  # by the address of the font

    def at(self, indices: Sequence[int]) -> StyleColumns:
        """Return how each of some characters is set."""
        objects = list(map(get_text_object, repeat(self.text_page), indices))
        first_of = dict(zip(reversed(objects), reversed(indices), strict=True))
        new = {item: at for item, at in first_of.items() if item not in self.by_object}
        if new:
            self.add_objects(new)
        numbers = np.array(list(map(self.by_object.__getitem__, objects)), np.intp)
        sizes, bolds, looks = zip(*self.styles, strict=True)
        return (
            np.array(sizes, np.float64)[numbers],
            np.array(bolds, np.bool_)[numbers],
            np.array(looks, "U8")[numbers],
        )

    def add_objects(self, characters: Mapping[int, int]) -> None:
        """Find how text objects are set, given the index of a character of each."""
        may_be_unseen = clipped_away(characters) | self.covers.may_hide(characters)
        settings = self.settings(characters)
        for row, (text_object, key) in enumerate(zip(characters, settings.keys(), strict=True)):
            if key not in self.by_setting:
                self.by_setting[key] = self.number_of(self.style_of(settings.setting(row)))
            self.by_object[text_object] = self.by_setting[key]
        for text_object in may_be_unseen:
            style = self.styles[self.by_object[text_object]]
            if style.look != SLANTED:
                self.by_object[text_object] = self.number_of(style._replace(look=DOUBTFUL))

    def number_of(self, style: TextStyle) -> int:
        """Return the index of a style in `styles`."""
        if style not in self.styles:
            self.styles.append(style)
        return self.styles.index(style)

    def settings(self, characters: Mapping[int, int]) -> SettingColumns:
        """Return the settings of text objects, given the index of a character of each."""
        count = len(characters)
        matrices, sizes = np.zeros((count, 6), np.float32), np.zeros((count, 1), np.float32)
        colours = np.zeros((count, 4), np.uintc)
        ask_each(get_character_matrix, matrices, repeat(self.text_page), characters.values())
        ask_each(get_font_size, sizes, characters)
        ask_each(get_fill_colour, colours, characters, outputs=4)
        fonts = np.array([font or 0 for font in map(get_font, characters)], np.uint64)
        modes = np.array(list(map(get_render_mode, characters)), np.int64)
        matrices = np.ascontiguousarray(matrices[:, :4])
        return SettingColumns(matrices, sizes, fonts[:, None], modes[:, None], colours)

    def style_of(self, setting: TextSetting) -> TextStyle:
        """Return how text of a setting looks where nothing lies over it."""
        *_, c, d = setting.matrix
        scale: float = (c**2 + d**2) ** 0.5
        size = round(setting.font_size * scale, 2)
        return TextStyle(size, self.is_bold(setting.font), self.look_of(setting))

    def look_of(self, setting: TextSetting) -> str:
        """Return the look of text of a setting where nothing lies over it."""
        if is_slanted(setting.matrix):
            return SLANTED
        *colours, alpha = setting.colour
        is_pale = min(colours) >= MIN_WHITE or alpha <= MAX_TRANSPARENT
        if is_pale or setting.mode in INVISIBLE_MODES:
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


def is_slanted(matrix: Matrix) -> bool:
    """Return whether letters under a matrix run neither along the page nor up or down it."""
    a, b, *_ = matrix
    length: float = (a**2 + b**2) ** 0.5
    return bool(min(abs(a), abs(b)) > MIN_SLANT * length)
