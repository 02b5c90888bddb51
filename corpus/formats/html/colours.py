"""White text on a page: which colours an element states, for its text and for what is behind it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from corpus.formats.html.visibility import plain_style

MIN_WHITE = 0xF0  # the least of red, green and blue that does not stand out from white paper

TEXT_COLOUR = re.compile(r"(?<![\w-])color:([^;!]+)")
GROUND = re.compile(r"(?<![\w-])background(?:-color|-image)?:([^;!]+)")
SHORT_HEX, LONG_HEX = re.compile(r"#([0-9a-f])([0-9a-f])([0-9a-f])"), re.compile(r"#([0-9a-f]{6})")
RGB = re.compile(r"rgba?\((\d{1,3}),(\d{1,3}),(\d{1,3})(?:,(\d?\.?\d*))?\)")
WHITE_NAMES = {"white", "snow", "ivory", "ghostwhite", "floralwhite", "whitesmoke", "transparent"}
NO_GROUND = {"none", "transparent", "inherit", "initial", "unset"}


def text_is_white(attributes: Mapping[str, str], is_inherited: bool) -> bool:
    """Return whether an element's text is white, given whether the text around it is."""
    stated = TEXT_COLOUR.search(plain_style(attributes))
    colour = stated[1] if stated else attributes.get("color", "").strip().lower()
    return is_white(colour) if colour not in ("", "inherit") else is_inherited


def has_ground(attributes: Mapping[str, str], is_inherited: bool) -> bool:
    """Return whether white text stands out in an element, given whether it does around it."""
    stated = GROUND.search(plain_style(attributes))
    colour = stated[1] if stated else attributes.get("bgcolor", "").strip().lower()
    if "background" in attributes:  # a picture
        return True
    return not is_white(colour) if colour not in {"", *NO_GROUND} else is_inherited


def is_white(colour: str) -> bool:
    """Return whether a colour of a style, without spaces, does not stand out from white paper."""
    if digits := SHORT_HEX.fullmatch(colour):
        return min(int(digit * 2, 16) for digit in digits.groups()) >= MIN_WHITE
    if digits := LONG_HEX.fullmatch(colour):
        return min(bytes.fromhex(digits[1])) >= MIN_WHITE
    if parts := RGB.fullmatch(colour):
        is_clear = parts[4] is not None and not parts[4].strip("0.")
        return is_clear or min(map(int, parts.groups()[:3])) >= MIN_WHITE
    return colour in WHITE_NAMES
