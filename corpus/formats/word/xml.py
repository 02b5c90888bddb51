"""WordprocessingML elements: their names, and attributes as text, whole number, length, switch."""

from __future__ import annotations

import re
from typing import Any

W_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
M_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/math"
MC_NAMESPACE = "http://schemas.openxmlformats.org/markup-compatibility/2006"

OFF_VALUES = {"0", "false", "off"}
LENGTH = re.compile(r"(-?\d{1,7}(?:\.\d{1,7})?)(pt|in|cm|mm|pc|pi)")
TWIPS = {"pt": 20.0, "in": 1440.0, "cm": 1440 / 2.54, "mm": 1440 / 25.4, "pc": 240.0, "pi": 240.0}
"""Twips in one of each unit of length that strict files write."""


def w(name: str) -> str:
    """Return the name that lxml gives an element or attribute of Word's own namespace."""
    return f"{{{W_NAMESPACE}}}{name}"


def attribute(element: Any, name: str) -> str:
    """Return an attribute in Word's namespace; "" where it, or the element (None), is missing."""
    return "" if element is None else element.get(w(name)) or ""


def int_attribute(element: Any, name: str) -> int:
    """Return an attribute as a whole number, a length in twips; 0 where it is neither."""
    text = attribute(element, name)
    if length := LENGTH.fullmatch(text):
        return round(float(length[1]) * TWIPS[length[2]])
    digits = text.removeprefix("-")
    return int(text) if digits.isascii() and digits.isdecimal() and len(digits) < 10 else 0


def is_on(element: Any) -> bool | None:
    """Return whether a switch such as w:b is on; None where the element is missing."""
    return None if element is None else attribute(element, "val") not in OFF_VALUES
