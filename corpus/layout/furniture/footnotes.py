"""Footnotes: the small print under a page's text, and lines that are nothing but a note's mark."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from msgspec.structs import replace as replace_fields

from corpus.layout.blocks import NOTE
from corpus.layout.furniture.raised_marks import LETTERS, NUMBERS, SIGNS
from corpus.layout.lines import LayoutLine
from corpus.layout.metrics import LayoutMetrics
from corpus.layout.state import LayoutState

MAX_NOTE_SIZE = 0.93
"""A note's size in body sizes: at most this."""

MAX_RAISED_MARK_SIZE = 0.8
"""A raised mark's size in body sizes: less than this."""

MIN_BODY_LINES = 3
"""Lines of body size that a page with notes has, at least."""

BODY_LINE_TOLERANCE_POINTS = 1.0

MAX_TYPED_NOTE_LINES = 12
"""Lines that typed notes take at the foot of a page, at most."""

NOTE_MARK = re.compile(rf"(\d{{1,2}}(?!\S)|[{NUMBERS}]+|[{LETTERS}]+|[*{SIGNS}]+)\s*")
"""What a note begins with: its number, letter or sign."""

TO_PLAIN_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")

AFTER_TYPED_WORD = r"(?:(?<=[^\W\d_]{2})|(?<=[.,;:)’”]))"
"""What a typed mark stands after, in a pattern."""

MAX_BASELINE_SHIFT = 0.3
"""Type sizes by which the bottoms of two parts of one line may differ."""

MAX_OVERLAP_POINTS = 1.0
"""Points by which two parts of one line may overlap."""

IndexedLine = tuple[int, LayoutLine]


def mark_footnotes(state: LayoutState) -> LayoutState:
    """Step: mark the lines of notes as furniture, and take typed marks of notes off the text."""
    notes = {
        index
        for index, line in enumerate(state.lines)
        if is_raised_mark(line, state.metrics.body_size)
    }
    texts = [line.text for line in state.lines]
    last_number = 0
    for page in split_pages(state.lines):
        if state.metrics.is_typewritten:
            start, unmarked_texts = find_typed_notes(page, last_number)
            for index, text in unmarked_texts.items():
                texts[index] = text
        else:
            start = find_small_notes(page, last_number, state.metrics)
        last_number = max([last_number, *(note_number(line) or 0 for _, line in page[start:])])
        notes.update(index for index, _ in page[start:])
    lines = tuple(
        with_text(line, text, NOTE if index in notes else "")
        for index, (line, text) in enumerate(zip(state.lines, texts, strict=True))
    )
    return replace(state, lines=lines)


def with_text(line: LayoutLine, text: str, furniture: str) -> LayoutLine:
    """Return a line with another text and kind of furniture; itself where both are the same."""
    if text == line.text and furniture == line.furniture:
        return line
    return replace_fields(line, text=text, furniture=furniture)


def split_pages(lines: Sequence[LayoutLine]) -> Iterator[list[IndexedLine]]:
    """Yield the lines of each page, with their indices."""
    for _, page in groupby(enumerate(lines), key=lambda item: item[1].page):
        yield list(page)


def is_raised_mark(line: LayoutLine, body_size: float) -> bool:
    """Return whether a line is nothing but a raised footnote mark."""
    is_small = line.size < body_size * MAX_RAISED_MARK_SIZE
    return is_small and NOTE_MARK.fullmatch(line.text) is not None


def note_number(line: LayoutLine) -> int | None:
    """Return the number that a note begins with; 0 for a sign, None where it is not a note."""
    match = NOTE_MARK.match(line.text)
    if not match:
        return None
    digits = match[1].translate(TO_PLAIN_DIGITS)
    return int(digits) if digits.isdigit() else 0


def may_begin_notes(line: LayoutLine, last_number: int) -> bool:
    """Return whether a line may begin a page's notes: they count up from `last_number`."""
    return note_number(line) in (0, 1, last_number + 1)


def find_small_notes(page: Sequence[IndexedLine], last_number: int, metrics: LayoutMetrics) -> int:
    """Return where on a page the small print below its text begins, its length if nowhere."""
    start = len(page)
    while start and 0 < page[start - 1][1].size <= metrics.body_size * MAX_NOTE_SIZE:
        start -= 1
    while start < len(page) and not may_begin_notes(page[start][1], last_number):
        start += 1
    body_lines = sum(
        abs(line.size - metrics.body_size) < BODY_LINE_TOLERANCE_POINTS for _, line in page[:start]
    )
    return start if body_lines >= MIN_BODY_LINES else len(page)


def find_typed_notes(page: Sequence[IndexedLine], last_number: int) -> tuple[int, dict[int, str]]:
    """Return where on a typed page its notes begin, its length if nowhere.

    Where all type is alike, a note is recognised by its mark: its number also stands after a
    word above it. Also return, by index, the text of the line with that mark, less the mark.
    """
    for start in range(max(MIN_BODY_LINES, len(page) - MAX_TYPED_NOTE_LINES), len(page)):
        number = note_number(page[start][1])
        if number and may_begin_notes(page[start][1], last_number):
            mark = re.compile(rf"{AFTER_TYPED_WORD}{number}(?![\w%])")
            for index, line in page[:start]:
                if mark.search(line.text):
                    return start, {index: mark.sub("", line.text, count=1)}
    return len(page), {}


def rejoin_split_lines(state: LayoutState) -> LayoutState:
    """Step: put lines together again that a raised mark, now set aside, split into parts."""
    return replace(state, lines=tuple(join_parts(state.lines)))


def join_parts(lines: Iterable[LayoutLine]) -> Iterator[LayoutLine]:
    """Yield the lines, parts of one printed line joined."""
    last: LayoutLine | None = None
    for line in lines:
        if last and are_one_line(last, line):
            last = replace_fields(last, text=f"{last.text} {line.text}", right=line.right)
            continue
        if last:
            yield last
        last = line
    if last:
        yield last


def are_one_line(left: LayoutLine, right: LayoutLine) -> bool:
    """Return whether two lines are parts of one printed line."""
    return (
        left.page == right.page
        and abs(left.bottom - right.bottom) < right.size * MAX_BASELINE_SHIFT
        and -MAX_OVERLAP_POINTS < right.left - left.right < right.size
        and not right.bullet
    )
