"""White text in Word files: whether anything behind it makes it stand out from the paper."""

from __future__ import annotations

import re
from itertools import islice
from typing import Any

from corpus.formats.word.xml import attribute, w

MIN_WHITE = 0xF0
"""The least of red, green and blue of a colour that does not stand out from white paper."""

HEX_COLOUR = re.compile(r"[0-9A-Fa-f]{6}")
WHITE_NAMES = frozenset({"white", "background1", "light1"})
"""Names of white, two of them those of a theme."""

NO_GROUND = frozenset({"", "auto", "none"})
"""What states that nothing is behind a text but the paper."""

PLAIN_PATTERNS = frozenset({"", "clear", "nil"})
"""Values of w:shd that show its fill alone."""

SETTINGS, MAX_BEFORE_SETTINGS = {w("tcPr"), w("tblPr")}, 4
"""Settings of cells and tables, which stand first in them but for a few marks."""


def colour_of(element: Any) -> str:
    """Return the colour that a w:color element states, "" for none."""
    theme_colour = attribute(element, "themeColor")
    return theme_colour if theme_colour in WHITE_NAMES else attribute(element, "val")


def ground_of(properties: Any) -> str:
    """Return the colour behind text that a w:rPr, w:pPr, w:tcPr or w:tblPr states, "" for none."""
    if highlight := attribute(properties.find(w("highlight")), "val"):
        return highlight
    shading = properties.find(w("shd"))
    pattern = attribute(shading, "val")
    if pattern not in PLAIN_PATTERNS:
        return pattern
    return attribute(shading, "themeFill") or attribute(shading, "fill")


def is_white(colour: str) -> bool:
    """Return whether a colour, six hex digits or a name, does not stand out from white paper."""
    if HEX_COLOUR.fullmatch(colour):
        return min(bytes.fromhex(colour)) >= MIN_WHITE
    return colour in WHITE_NAMES


def is_ground(colour: str) -> bool:
    """Return whether white text stands out from what is behind it."""
    return colour not in NO_GROUND and not is_white(colour)


class Grounds:
    """Whether something around an element may give it a ground that is not white.

    Each element is looked at once: a page may hold thousands of white words, deep within tables.
    """

    def __init__(self) -> None:
        self.known: dict[Any, bool] = {}

    def may_be_behind(self, element: Any) -> bool:
        """Return whether an element or one around it may give white text a ground."""
        unknown = []
        while element is not None and element not in self.known:
            unknown.append(element)
            element = element.getparent()
        is_found = element is not None and self.known[element]
        for inner in reversed(unknown):
            is_found = self.known[inner] = is_found or may_set_ground(inner)
        return is_found


def may_set_ground(element: Any) -> bool:
    """Return whether an element is a text box, a shaded cell or table, or a coloured page.

    A table with a style counts, too: what the style shades is not looked at.
    """
    if element.tag == w("txbxContent"):
        return True
    for child in islice(element.iterchildren(), MAX_BEFORE_SETTINGS):
        if child.tag == w("background") or child.find(w("tblStyle")) is not None:
            return True
        if child.tag in SETTINGS and is_ground(ground_of(child)):
            return True
    return False
