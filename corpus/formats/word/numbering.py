"""Word's automatic lists: the number or bullet that a reader sees before a paragraph."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from corpus.formats.numerals import roman_numeral
from corpus.formats.word.xml import attribute, int_attribute, w

MAX_COUNT = 32_767  # Word counts no further
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
        for abstract in [] if root is None else root.iterchildren(w("abstractNum")):
            self.levels[attribute(abstract, "abstractNumId")] = {
                int_attribute(element, "ilvl"): read_level(element)
                for element in abstract.iter(w("lvl"))
            }
        for number in [] if root is None else root.iterchildren(w("num")):
            list_id = attribute(number, "numId")
            self.abstract_ids[list_id] = attribute(number.find(w("abstractNumId")), "val")
            self.restarts[list_id] = {
                int_attribute(override, "ilvl"): read_start(start)
                for override in number.iterchildren(w("lvlOverride"))
                if (start := override.find(w("startOverride"))) is not None
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
    indent = element.find(f"{w('pPr')}/{w('ind')}")
    return ListLevel(
        attribute(element.find(w("numFmt")), "val"),
        attribute(element.find(w("lvlText")), "val"),
        read_start(element.find(w("start"))),
        int_attribute(indent, "left") or int_attribute(indent, "start"),
    )


def read_start(element: Any) -> int:
    """Return the first number of a list as an element states it; 1 where it does not."""
    return min(int_attribute(element, "val"), MAX_COUNT) if attribute(element, "val") else 1


def write_number(count: int, number_format: str) -> str:
    """Return a count as Word writes it in a number format; in digits where the format is rare."""
    if "Letter" in number_format and count > 0:
        text = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
    elif "Roman" in number_format:
        text = roman_numeral(count)
    else:
        text = f"{count:02}" if number_format == "decimalZero" else str(count)
    return text.upper() if number_format.startswith("upper") else text
