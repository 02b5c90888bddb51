"""White text in Word files: whether anything behind it makes it stand out from the paper."""

from __future__ import annotations

import re
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

TABLE_STYLE = f"{w('tblPr')}/{w('tblStyle')}"


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


def may_have_ground(paragraph: Any) -> bool:
    """Return whether something around a w:p element may give it a ground that is not white.

    These are a shaded cell or table, a style of tables, a text box, and the page's own colour.
    """
    root = paragraph
    for root in paragraph.iterancestors():
        if root.tag == w("txbxContent") or root.find(TABLE_STYLE) is not None:
            return True
        for name in ("tcPr", "tblPr"):
            properties = root.find(w(name))
            if properties is not None and is_ground(ground_of(properties)):
                return True
    return root.find(w("background")) is not None
