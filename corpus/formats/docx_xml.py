"""Attributes of WordprocessingML elements: as text, as a whole number, as a switch."""

from __future__ import annotations

from typing import Any

from docx.oxml.ns import qn

OFF_VALUES = {"0", "false", "off"}


def attribute(element: Any, name: str) -> str:
    """Return an attribute in Word's namespace; "" where it, or the element (None), is missing."""
    return "" if element is None else element.get(qn(f"w:{name}")) or ""


def int_attribute(element: Any, name: str) -> int:
    """Return an attribute as a whole number; 0 where it is missing or not a whole number."""
    text = attribute(element, name)
    return int(text) if text.removeprefix("-").isdecimal() else 0


def is_on(element: Any) -> bool | None:
    """Return whether a switch such as w:b is on; None where the element is missing."""
    return None if element is None else attribute(element, "val") not in OFF_VALUES
