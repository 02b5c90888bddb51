"""Word's paragraph styles resolved: heading level, weight, list and indent of a paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from docx.oxml.ns import qn

from corpus.formats.docx_xml import attribute, int_attribute, is_on

HEADING_STYLE_NAME = re.compile(r"heading (\d)", re.IGNORECASE)
TITLE_STYLE_NAME = re.compile(r"title", re.IGNORECASE)
MAX_HEADING_LEVEL = 9  # the outline level after it is Word's for body text


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """How a paragraph is set: `list` is the list's id and the level in it, `indent` in twips."""

    heading_level: int | None = None
    bold: bool = False
    list: tuple[str, int] | None = None
    indent: int | None = None


class StyleSheet:
    """The styles of a Word file by their ids."""

    def __init__(self, root: Any) -> None:
        """Take the root element of the file's styles part."""
        self.elements = {
            attribute(element, "styleId"): element for element in root.iterchildren(qn("w:style"))
        }
        self.resolved: dict[str, ParagraphStyle] = {}

    def style_of(self, properties: Any) -> ParagraphStyle:
        """Return how a paragraph with the given w:pPr element (or None) is set."""
        if properties is None:
            return self.named_style("")
        style = self.named_style(attribute(properties.find(qn("w:pStyle")), "val"))
        return apply_properties(style, properties)

    def named_style(self, style_id: str) -> ParagraphStyle:
        """Return the style of that id, with what it inherits from the styles it is based on."""
        if style_id not in self.resolved:
            self.resolved[style_id] = ParagraphStyle()  # ends the recursion of a circular basis
            element = self.elements.get(style_id)
            if element is not None:
                self.resolved[style_id] = self.resolve(element)
        return self.resolved[style_id]

    def resolve(self, element: Any) -> ParagraphStyle:
        """Return the style that a w:style element describes."""
        style = self.named_style(attribute(element.find(qn("w:basedOn")), "val"))
        name = attribute(element.find(qn("w:name")), "val")
        if heading := HEADING_STYLE_NAME.fullmatch(name):
            style = replace(style, heading_level=int(heading[1]))
        elif TITLE_STYLE_NAME.fullmatch(name):
            style = replace(style, heading_level=1)
        bold = is_on(element.find(f"{qn('w:rPr')}/{qn('w:b')}"))
        style = style if bold is None else replace(style, bold=bold)
        properties = element.find(qn("w:pPr"))
        return style if properties is None else apply_properties(style, properties)


def apply_properties(style: ParagraphStyle, properties: Any) -> ParagraphStyle:
    """Return a style with the changes that a w:pPr element makes to it."""
    if (outline := properties.find(qn("w:outlineLvl"))) is not None:
        level = int_attribute(outline, "val") + 1
        style = replace(style, heading_level=level if level <= MAX_HEADING_LEVEL else None)
    if (numbering := properties.find(qn("w:numPr"))) is not None:
        list_id = attribute(numbering.find(qn("w:numId")), "val") or (style.list or ("", 0))[0]
        level = int_attribute(numbering.find(qn("w:ilvl")), "val")
        style = replace(style, list=(list_id, level))
    if (indent := properties.find(qn("w:ind"))) is not None:
        twips = int_attribute(indent, "left") or int_attribute(indent, "start")
        style = replace(style, indent=twips)
    return style
