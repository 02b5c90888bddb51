"""Word's automatic lists: the number or bullet that a reader sees before a paragraph."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn

from corpus.formats.docx_xml import attribute, int_attribute

ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"))
MAX_ROMAN = 399  # what the table above can write
LEVEL_PLACEHOLDER = re.compile(r"%(\d)")  # stands for the count of a level, from 1


@dataclass(frozen=True, slots=True)
class ListLevel:
    """One level of a list: how its numbers look, where they start, its indent in twips."""

    number_format: str
    text: str
    start: int
    indent: int


@dataclass(frozen=True, slots=True)
class ListLabel:
    """What stands before a list item: text (may be ""), or a bullet at some indent in twips."""

    text: str = ""
    bullet_indent: int | None = None


class ListNumbering:
    """The lists of a Word file; it counts on as labels are asked for in document order."""

    def __init__(self, root: Any) -> None:
        """Take the root element of the file's numbering part, None where it has none."""
        self.levels: dict[str, dict[int, ListLevel]] = {}  # by abstract list, then level from 0
        self.abstract_ids: dict[str, str] = {}  # the ids given in paragraphs -> the abstract list
        self.restarts: dict[str, dict[int, int]] = {}  # of a list's level: its first number
        self.counts: dict[str, dict[int, int]] = defaultdict(dict)  # by abstract list, then level
        for abstract in [] if root is None else root.iterchildren(qn("w:abstractNum")):
            self.levels[attribute(abstract, "abstractNumId")] = {
                int(attribute(element, "ilvl")): read_level(element)
                for element in abstract.iter(qn("w:lvl"))
            }
        for number in [] if root is None else root.iterchildren(qn("w:num")):
            list_id = attribute(number, "numId")
            self.abstract_ids[list_id] = attribute(number.find(qn("w:abstractNumId")), "val")
            self.restarts[list_id] = {
                int(attribute(override, "ilvl")): int(attribute(start, "val") or 1)
                for override in number.iterchildren(qn("w:lvlOverride"))
                if (start := override.find(qn("w:startOverride"))) is not None
            }

    def next_label(self, list_id: str, level: int) -> ListLabel:
        """Return what stands before the next item of a list, at `level` (from 0), and count it."""
        abstract_id = self.abstract_ids.get(list_id, "")
        levels = self.levels.get(abstract_id, {})
        if level not in levels or levels[level].number_format == "none":
            return ListLabel()
        if levels[level].number_format == "bullet":
            return ListLabel(bullet_indent=levels[level].indent)
        counts = self.counts[abstract_id]
        if level in self.restarts[list_id]:
            counts[level] = self.restarts[list_id].pop(level) - 1
        counts[level] = counts.get(level, levels[level].start - 1) + 1
        for deeper in [index for index in counts if index > level]:
            del counts[deeper]

        def write_count(placeholder: re.Match[str]) -> str:
            index = int(placeholder[1]) - 1
            shown = levels.get(index, levels[level])
            return write_number(counts.get(index, shown.start), shown.number_format)

        return ListLabel(LEVEL_PLACEHOLDER.sub(write_count, levels[level].text))


def read_level(element: Any) -> ListLevel:
    """Return the ListLevel that a w:lvl element describes."""
    indent = element.find(f"{qn('w:pPr')}/{qn('w:ind')}")
    start = attribute(element.find(qn("w:start")), "val")
    return ListLevel(
        attribute(element.find(qn("w:numFmt")), "val"),
        attribute(element.find(qn("w:lvlText")), "val"),
        int(start) if start.isdecimal() else 1,
        int_attribute(indent, "left") or int_attribute(indent, "start"),
    )


def write_number(count: int, number_format: str) -> str:
    """Return a count as Word writes it in a number format; in digits where the format is rare."""
    if "Letter" in number_format and count > 0:
        text = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
    elif "Roman" in number_format and 0 < count <= MAX_ROMAN:
        text = roman_numeral(count)
    else:
        text = str(count)
    return text.upper() if number_format.startswith("upper") else text


def roman_numeral(count: int) -> str:
    """Return a count from 1 to MAX_ROMAN in small Roman numerals."""
    numeral = ""
    for value, sign in ROMAN:
        numeral += count // value * sign
        count %= value
    return numeral + count * "i"
