"""How a PDF's text is set: size, weight and look of its text objects, asked for many at once."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import repeat
from typing import Any, NamedTuple

import numpy as np
import pypdfium2.raw as pdfium

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


class TextStyles:
    """The styles of a pdfium text page's text objects, given its address; they are remembered.

    A page has hundreds of text objects in a few settings.
    """

    def __init__(self, text_page: int, covers: Covers, plain_look: str) -> None:
        self.text_page, self.covers, self.plain_look = text_page, covers, plain_look
        self.by_object: dict[int | None, TextStyle] = {None: TextStyle(0.0, False, plain_look)}
        self.by_setting: dict[tuple[Any, ...], TextStyle] = {}
        self.bold_fonts: dict[int, bool] = {}  # by the address of the font

    def at(self, indices: Sequence[int]) -> list[TextStyle]:
        """Return how each of some characters is set."""
        objects = list(map(get_text_object, repeat(self.text_page), indices))
        new: dict[int, int] = {}
        for text_object, index in zip(objects, indices, strict=True):
            if text_object not in self.by_object:
                new.setdefault(text_object, index)
        self.by_object.update(zip(new, self.styles_of(new), strict=True))
        return list(map(self.by_object.__getitem__, objects))

    def styles_of(self, characters: Mapping[int, int]) -> Iterator[TextStyle]:
        """Yield how text objects are set, given the index of a character of each."""
        may_be_unseen = clipped_away(characters) | self.covers.may_hide(characters)
        for text_object, setting in zip(characters, self.settings(characters), strict=True):
            style = self.by_setting.get(setting)
            if style is None:
                style = self.by_setting[setting] = self.style_of(TextSetting(*setting))
            if text_object in may_be_unseen and style.look != SLANTED:
                style = style._replace(look=DOUBTFUL)
            yield style

    def settings(self, characters: Mapping[int, int]) -> Iterable[tuple[Any, ...]]:
        """Yield the settings of text objects, as tuples, given the index of a character of each."""
        count = len(characters)
        matrices, sizes = np.zeros((count, 6), np.float32), np.zeros((count, 1), np.float32)
        colours = np.zeros((count, 4), np.uintc)
        ask_each(get_character_matrix, matrices, repeat(self.text_page), characters.values())
        ask_each(get_font_size, sizes, characters)
        ask_each(get_fill_colour, colours, characters, outputs=4)
        return zip(
            map(tuple, matrices[:, :4].tolist()),
            sizes[:, 0].tolist(),
            map(get_font, characters),
            map(get_render_mode, characters),
            map(tuple, colours.tolist()),
            strict=True,
        )

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
