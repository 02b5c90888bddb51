"""What the styles of a Word file say of its paragraphs: heading, weight, list, indent."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from docx.oxml.ns import qn

from corpus.formats.numbering import number, value

HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
TITLE = re.compile(r"title", re.IGNORECASE)
OFF = {"0", "false", "off"}


@dataclass(frozen=True, slots=True)
class Style:
    """How a paragraph is set: `list` is the list's key and the level in it, `indent` in twips."""

    heading: int | None = None
    bold: bool = False
    list: tuple[str, int] | None = None
    indent: int | None = None


class Styles:
    """The styles of a Word file by their ids."""

    def __init__(self, root: Any) -> None:
        self.elements = {value(each, "styleId"): each for each in root.iterchildren(qn("w:style"))}
        self.known: dict[str, Style] = {}

    def paragraph(self, properties: Any) -> Style:
        """Returns how a paragraph with the given w:pPr element (or None) is set."""
        if properties is None:
            return self.named("")
        named = self.named(value(properties.find(qn("w:pStyle")), "val"))
        return direct(named, properties)

    def named(self, key: str) -> Style:
        """Returns the style of that id, with what it takes from those that it is based on."""
        if key not in self.known:
            self.known[key] = Style()  # what a style based on itself is based on
            element = self.elements.get(key)
            if element is not None:
                self.known[key] = self.resolve(element)
        return self.known[key]

    def resolve(self, element: Any) -> Style:
        """Returns the style that a w:style element describes."""
        style = self.named(value(element.find(qn("w:basedOn")), "val"))
        name = value(element.find(qn("w:name")), "val")
        if heading := HEADING.fullmatch(name):
            style = replace(style, heading=int(heading[1]))
        elif TITLE.fullmatch(name):
            style = replace(style, heading=1)
        bold = is_on(element.find(f"{qn('w:rPr')}/{qn('w:b')}"))
        style = style if bold is None else replace(style, bold=bold)
        properties = element.find(qn("w:pPr"))
        return style if properties is None else direct(style, properties)


def direct(style: Style, properties: Any) -> Style:
    """Returns a style, changed by what a w:pPr element itself says."""
    if (outline := properties.find(qn("w:outlineLvl"))) is not None:
        level = number(outline, "val") + 1
        style = replace(style, heading=level if level < 10 else None)
    if (listed := properties.find(qn("w:numPr"))) is not None:
        key = value(listed.find(qn("w:numId")), "val") or (style.list or ("", 0))[0]
        style = replace(style, list=(key, number(listed.find(qn("w:ilvl")), "val")))
    if (indent := properties.find(qn("w:ind"))) is not None:
        style = replace(style, indent=number(indent, "left") or number(indent, "start"))
    return style


def is_on(element: Any) -> bool | None:
    """Returns whether a switch such as w:b is on; None where it is not there."""
    return None if element is None else value(element, "val") not in OFF
