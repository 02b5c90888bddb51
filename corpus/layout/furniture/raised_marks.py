"""Raised marks: the superscripts that point to notes, taken off; those that are content stay."""

from __future__ import annotations

import re
from dataclasses import replace

from msgspec.structs import replace as replace_fields

from corpus.layout.lines import LayoutLine
from corpus.layout.state import LayoutState

NUMBERS = "⁰¹²³⁴-⁹"
LETTERS = "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵖʳˢᵗᵘᵛʷˣʸᶻ"
SIGNS = "﹡†‡"
"""A raised asterisk, as `superscript` writes it, and daggers, which are marks however set."""

MARK = rf"(?:[{NUMBERS}]+|[{LETTERS}]+|[{SIGNS}]+)"
ANY_MARK = re.compile(rf"[{NUMBERS}{LETTERS}{SIGNS}]")
MARKS = rf"{MARK}(?:\s?[,;–-]\s?{MARK})*"

AFTER_WORD = r"(?:(?<=[^\W\d_]{2})|(?<=[.,;:!?)\]’”'\"%]))"
AFTER_UNIT = r"(?<!\b[kcm]m)(?<!\bft)(?<!\byd)"
AFTER_NUMBER = r"(?<=\d)(?<!\b10)"
"""A raised number after 10 is the power of ten that it is read as."""

RAISED_MARKS = re.compile(rf"(?:{AFTER_WORD}{AFTER_UNIT}|{AFTER_NUMBER})\s?{MARKS}(?![\w/⁄])")
"""Marks after a word, a number or what closes a sentence, but not the 2 of m² or km²."""

SUM_MARKS = re.compile(rf"([£$€]\d[\d.,]{{0,15}}[mkMK]){MARKS}(?![\w/⁄])")
"""Marks after a sum of money in millions or thousands, whose `m` is no metre."""

LEADING_MARKS = re.compile(rf"{MARKS}(?:\s*(?=[a-z])|\s+(?=[^\W\d_])|$)")
"""Marks before words, or alone: what they belong to ended the line above."""


def take_raised_marks_off(state: LayoutState) -> LayoutState:
    """Step: take the marks of notes off the text of all lines, and of the cells of rows."""
    above = (None, *state.lines)
    return replace(state, lines=tuple(map(unmarked_line, state.lines, above)))


def unmarked_line(line: LayoutLine, above: LayoutLine | None) -> LayoutLine:
    """Return a line without marks of notes; itself where it has none."""
    text = without_raised_marks(line.text)
    if above and not line.furniture and line.page is not None and line.page == above.page:
        text = without_leading_marks(text)
    if text == line.text:
        return line
    return replace_fields(line, text=text, cells=tuple(map(without_raised_marks, line.cells)))


def without_raised_marks(text: str) -> str:
    """Return a text without the superscripts that point to notes."""
    if text.isascii() or not ANY_MARK.search(text):  # known at once, and true of most lines
        return text
    return RAISED_MARKS.sub("", SUM_MARKS.sub(r"\1", text))


def without_leading_marks(text: str) -> str:
    """Return the text of a printed line without the marks of a word that ends the line above."""
    match = None if text.isascii() else LEADING_MARKS.match(text)
    return text[match.end() :] if match else text
