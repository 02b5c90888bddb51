"""The lists of a page: what a browser would print before each item."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from corpus.formats.html.parser import parse
from corpus.formats.html.visibility import plain_style
from corpus.formats.numerals import letter_numeral, roman_numeral

LIST_TAGS = {"ul", "ol", "menu"}
WHOLE_NUMBER = re.compile(r"\s*([+-]?\d{1,9})")
REVERSED = re.compile(r"<ol[^<>]*\breversed\b", re.IGNORECASE)
LIST_STYLE = re.compile(r"list-style(?:-type)?:([a-z-]+)")
# The kinds of numbers, by the style or the type attribute that asks for them.
KINDS = {
    "decimal": "1", "lower-alpha": "a", "lower-latin": "a", "upper-alpha": "A",
    "upper-latin": "A", "lower-roman": "i", "upper-roman": "I", "none": "",
}  # fmt: skip
LETTER_KINDS = {"a", "A", "i", "I"}


@dataclass(slots=True)
class OpenList:
    """A list that is open: whether it is numbered and how, its next number, and the step."""

    is_numbered: bool
    kind: str = "1"
    next_number: int = 1
    step: int = 1


class OpenLists:
    """The lists that are open, the outermost first."""

    def __init__(self, item_counts: list[int]) -> None:
        """Take how many items each `ol` has, in the page's order; empty where none is reversed."""
        self.item_counts = iter(item_counts)
        self.lists: list[OpenList] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Begin a list."""
        opened = OpenList(tag == "ol")
        if opened.is_numbered:
            count = next(self.item_counts, 0)
            style = LIST_STYLE.search(plain_style(attributes))
            kind = attributes.get("type", "1").strip()
            opened.kind = KINDS.get(style[1], "1") if style else kind or "1"
            is_reversed = "reversed" in attributes
            opened.step = -1 if is_reversed else 1
            opened.next_number = whole_number(
                attributes.get("start", ""), count if is_reversed else 1
            )
        self.lists.append(opened)

    def pass_over(self) -> None:
        """Leave out an `ol` that is hidden."""
        next(self.item_counts, 0)

    def end(self) -> None:
        """End the innermost list."""
        if self.lists:
            self.lists.pop()

    def begin_item(self, attributes: Mapping[str, str]) -> tuple[str, int | None]:
        """Return the text before the next item, and its bullet's depth; None if it has no bullet.

        The items of an outermost numbered list are numbered paragraphs, all others are bullets.
        Of those, letters and Roman numerals are kept: their digits would look like paragraphs'.
        """
        if not self.lists:
            self.lists.append(OpenList(False))
        innermost = self.lists[-1]
        number = whole_number(attributes.get("value", ""), innermost.next_number)
        innermost.next_number = number + innermost.step
        depth = len(self.lists) - self.lists[0].is_numbered
        if not innermost.is_numbered or (depth and innermost.kind not in LETTER_KINDS):
            return "", depth or None
        text = write_number(number, innermost.kind)
        return (f"{text}. " if text else ""), depth or None


def whole_number(text: str, default: int) -> int:
    """Return the whole number that an attribute begins with, `default` where there is none."""
    number = WHOLE_NUMBER.match(text)
    return int(number[1]) if number else default


def write_number(number: int, kind: str) -> str:
    """Return the number of an item as its list's kind (`type` attribute) writes it."""
    if kind in ("a", "A"):
        text = letter_numeral(number)
    elif kind in ("i", "I"):
        text = roman_numeral(number)
    else:
        text = str(number) if kind else ""
    return text.upper() if kind in ("A", "I") else text


class ItemCounter:
    """A parser target for lxml that counts the items of each `ol` of a page."""

    def __init__(self) -> None:
        self.counts: list[int] = []
        self.lists: list[int | None] = []  # the open ones: an index into `counts`, None for `ul`

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Begin an element."""
        if tag == "ol":
            self.lists.append(len(self.counts))
            self.counts.append(0)
        elif tag in LIST_TAGS:
            self.lists.append(None)
        elif tag == "li" and self.lists and self.lists[-1] is not None:
            self.counts[self.lists[-1]] += 1

    def end(self, tag: str) -> None:
        """End an element."""
        if tag in LIST_TAGS and self.lists:
            self.lists.pop()

    def close(self) -> None:
        """End the page."""


def count_items(text: str) -> list[int]:
    """Return how many items each `ol` of a page has, in order; [] where no list is reversed."""
    counter = ItemCounter()
    if REVERSED.search(text):
        parse(text, counter)
    return counter.counts
