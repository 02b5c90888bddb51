"""Word's automatic lists: the number or bullet that a reader sees before a paragraph."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn

ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"))


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how its numbers look, where they start, its indent in twips."""

    format: str
    text: str
    start: int
    indent: int


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands before a list item: text (may be ""), or a bullet at some indent in twips."""

    text: str
    bullet: int | None


class Numbering:
    """The lists of a Word file, counting as paragraphs are asked for in their order."""

    def __init__(self, root: Any) -> None:
        """Takes the root of the file's numbering part, None where it has none."""
        self.levels: dict[str, dict[int, Level]] = {}
        self.lists: dict[str, str] = {}  # the numbers given in paragraphs -> the list they mean
        self.restarts: dict[str, dict[int, int]] = {}
        self.counts: dict[str, dict[int, int]] = defaultdict(dict)
        for abstract in [] if root is None else root.iterchildren(qn("w:abstractNum")):
            levels = {int(value(at, "ilvl")): level(at) for at in abstract.iter(qn("w:lvl"))}
            self.levels[value(abstract, "abstractNumId")] = levels
        for number in [] if root is None else root.iterchildren(qn("w:num")):
            key = value(number, "numId")
            self.lists[key] = value(number.find(qn("w:abstractNumId")), "val")
            self.restarts[key] = {
                int(value(each, "ilvl")): int(value(start, "val") or 1)
                for each in number.iterchildren(qn("w:lvlOverride"))
                if (start := each.find(qn("w:startOverride"))) is not None
            }

    def mark(self, key: str, at: int) -> Mark:
        """Returns what stands before the next item of list `key`, at level `at` (from 0)."""
        name = self.lists.get(key, "")
        levels = self.levels.get(name, {})
        if at not in levels or levels[at].format == "none":
            return Mark("", None)
        if levels[at].format == "bullet":
            return Mark("", levels[at].indent)
        counts = self.counts[name]
        if at in self.restarts[key]:
            counts[at] = self.restarts[key].pop(at) - 1
        counts[at] = counts.get(at, levels[at].start - 1) + 1
        for deeper in [each for each in counts if each > at]:
            del counts[deeper]

        def shown(match: re.Match[str]) -> str:
            each = int(match[1]) - 1
            of = levels.get(each, levels[at])
            return numeral(counts.get(each, of.start), of.format)

        return Mark(re.sub(r"%(\d)", shown, levels[at].text), None)


def level(element: Any) -> Level:
    """Returns the Level that a w:lvl element describes."""
    indent = element.find(f"{qn('w:pPr')}/{qn('w:ind')}")
    start = value(element.find(qn("w:start")), "val")
    return Level(
        value(element.find(qn("w:numFmt")), "val"),
        value(element.find(qn("w:lvlText")), "val"),
        int(start) if start.isdecimal() else 1,
        number(indent, "left") or number(indent, "start"),
    )


def numeral(count: int, format: str) -> str:
    """Returns a count as Word writes it in a format; in digits where the format is a rare one."""
    if "Letter" in format and count > 0:
        shown = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
    elif "Roman" in format and 0 < count < 400:
        shown = roman(count)
    else:
        shown = str(count)
    return shown.upper() if format.startswith("upper") else shown


def roman(count: int) -> str:
    """Returns a count in small Roman numerals."""
    shown = ""
    for worth, sign in ROMAN:
        shown += count // worth * sign
        count %= worth
    return shown + count * "i"


def value(element: Any, name: str) -> str:
    """Returns an attribute of an element; "" where either is missing."""
    return "" if element is None else element.get(qn(f"w:{name}")) or ""


def number(element: Any, name: str) -> int:
    """Returns an attribute as a whole number; 0 where it is none."""
    text = value(element, name)
    return int(text) if text.removeprefix("-").isdecimal() else 0
