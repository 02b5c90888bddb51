"""Word's styles resolved: heading level, list and indent of a paragraph, and the look of text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Any

from corpus.formats.word.colours import colour_of, ground_of
from corpus.formats.word.xml import attribute, int_attribute, is_on, w

HEADING_STYLE_NAME = re.compile(r"heading ([1-9])", re.IGNORECASE)
TITLE_STYLE_NAME = re.compile(r"title", re.IGNORECASE)
MAX_HEADING_LEVEL = 9  # the outline level after it is Word's for body text

# The switches of a w:rPr element, by the field of RunStyle that each turns on.
SWITCHES = {"bold": ("b",), "hidden": ("vanish",), "struck": ("strike", "dstrike")}


@dataclass(frozen=True, slots=True)
class RunStyle:
    """How text looks: `struck` has a line through it, `raised` is superscript.

    `colour` and `ground`, that of the shading behind it, are six hex digits or a name, "" where
    nothing states them.
    """

    bold: bool = False
    hidden: bool = False
    struck: bool = False
    raised: bool = False
    font: str = ""
    colour: str = ""
    ground: str = ""


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """How a paragraph is set: `list` is the list's id and the level in it, `indent` in twips.

    `ground` is the colour of the shading behind it.
    """

    heading_level: int | None = None
    list: tuple[str, int] | None = None
    indent: int | None = None
    text: RunStyle = field(default=RunStyle())
    ground: str = ""


class StyleSheet:
    """The styles of a Word file by their ids."""

    def __init__(self, root: Any) -> None:
        """Take the root element of the file's styles part, None where it has none."""
        elements = [] if root is None else list(root.iterchildren(w("style")))
        self.elements = {attribute(element, "styleId"): element for element in elements}
        self.resolved: dict[str, ParagraphStyle] = {}
        self.default_id = next(map(get_id, filter(is_default_of_paragraphs, elements)), "")

    def style_of(self, properties: Any) -> ParagraphStyle:
        """Return how a paragraph with the given w:pPr element (or None) is set."""
        if properties is None:
            return self.named_style(self.default_id)
        style_id = attribute(properties.find(w("pStyle")), "val")
        return apply_properties(self.named_style(style_id or self.default_id), properties)

    def run_style(self, paragraph: ParagraphStyle, properties: Any) -> RunStyle:
        """Return how a run with the given w:rPr element (or None) looks in a paragraph."""
        if properties is None:
            return paragraph.text
        style_id = attribute(properties.find(w("rStyle")), "val")
        style = combine(paragraph.text, self.named_style(style_id).text)
        return apply_text_properties(style, properties)

    def named_style(self, style_id: str) -> ParagraphStyle:
        """Return the style of that id, with what it inherits from the styles it is based on."""
        chain: dict[str, Any] = {}  # the styles not yet resolved, each with the one it is based on
        while style_id in self.elements and style_id not in self.resolved and style_id not in chain:
            chain[style_id] = self.elements[style_id]
            style_id = attribute(chain[style_id].find(w("basedOn")), "val")
        style = self.resolved.get(style_id, ParagraphStyle())
        for derived_id, element in reversed(chain.items()):
            style = self.resolved[derived_id] = derive(style, element)
        return style


def derive(style: ParagraphStyle, element: Any) -> ParagraphStyle:
    """Return the style that a w:style element makes of the one that it is based on."""
    name = attribute(element.find(w("name")), "val")
    if heading := HEADING_STYLE_NAME.fullmatch(name):
        style = replace(style, heading_level=int(heading[1]))
    elif TITLE_STYLE_NAME.fullmatch(name):
        style = replace(style, heading_level=1)
    if (text_properties := element.find(w("rPr"))) is not None:
        style = replace(style, text=apply_text_properties(style.text, text_properties))
    properties = element.find(w("pPr"))
    return style if properties is None else apply_properties(style, properties)


def get_id(style: Any) -> str:
    """Return the id of a w:style element."""
    return attribute(style, "styleId")


def is_default_of_paragraphs(style: Any) -> bool:
    """Return whether a w:style element is that of paragraphs which name none."""
    return attribute(style, "type") == "paragraph" and attribute(style, "default") in ("1", "true")


def combine(paragraph: RunStyle, character: RunStyle) -> RunStyle:
    """Return the look that the styles of a paragraph and of a run in it give together.

    Switches that both turn on are off again (ECMA-376, part 1, 17.7.3: toggle properties).
    """
    return RunStyle(
        bold=paragraph.bold != character.bold,
        hidden=paragraph.hidden != character.hidden,
        struck=paragraph.struck != character.struck,
        raised=paragraph.raised or character.raised,
        font=character.font or paragraph.font,
        colour=character.colour or paragraph.colour,
        ground=character.ground or paragraph.ground,
    )


def apply_text_properties(style: RunStyle, properties: Any) -> RunStyle:
    """Return a look with the changes that a w:rPr element makes to it."""
    changes: dict[str, Any] = {}
    for name, switches in SWITCHES.items():
        states = [is_on(properties.find(w(switch))) for switch in switches]
        if stated := [state for state in states if state is not None]:
            changes[name] = any(stated)
    if (alignment := properties.find(w("vertAlign"))) is not None:
        changes["raised"] = attribute(alignment, "val") == "superscript"
    elif (position := properties.find(w("position"))) is not None:
        changes["raised"] = int_attribute(position, "val") > 0
    fonts = properties.find(w("rFonts"))
    if font := attribute(fonts, "ascii") or attribute(fonts, "hAnsi"):
        changes["font"] = font
    if colour := colour_of(properties.find(w("color"))):
        changes["colour"] = colour
    if ground := ground_of(properties):
        changes["ground"] = ground
    return replace(style, **changes) if changes else style


def apply_properties(style: ParagraphStyle, properties: Any) -> ParagraphStyle:
    """Return a style with the changes that a w:pPr element makes to it."""
    if (outline := properties.find(w("outlineLvl"))) is not None:
        level = int_attribute(outline, "val") + 1
        is_heading = 1 <= level <= MAX_HEADING_LEVEL
        style = replace(style, heading_level=level if is_heading else None)
    if (numbering := properties.find(w("numPr"))) is not None:
        list_id = attribute(numbering.find(w("numId")), "val") or (style.list or ("", 0))[0]
        level = int_attribute(numbering.find(w("ilvl")), "val")
        style = replace(style, list=(list_id, level))
    if (indent := properties.find(w("ind"))) is not None:
        twips = int_attribute(indent, "left") or int_attribute(indent, "start")
        style = replace(style, indent=twips)
    if ground := ground_of(properties):
        style = replace(style, ground=ground)
    return style
