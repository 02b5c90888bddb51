"""Contents pages: recognised by their title, and by lines that end in rising page numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from msgspec.structs import replace as replace_fields

from corpus.layout.blocks import CONTENTS
from corpus.layout.lines import LayoutLine
from corpus.layout.state import LayoutState

CONTENTS_TITLE = re.compile(r"(?:table of )?contents\W*", re.I)
CONTENTS_ENTRY = re.compile(r".*(?:\D|^)\d{1,3}\s*")

MIN_ENTRIES = 3

MAX_ENTRY_LINES = 3
"""Lines that one entry may take before its page number comes."""


def mark_contents(state: LayoutState) -> LayoutState:
    """Step: mark the lines of contents pages as furniture, their titles included."""
    indices = find_contents(state.lines)
    lines = tuple(
        replace_fields(line, furniture=CONTENTS) if index in indices else line
        for index, line in enumerate(state.lines)
    )
    return replace(state, lines=lines)


def find_contents(lines: Sequence[LayoutLine]) -> set[int]:
    """Return the indices of the lines of contents pages, their titles included."""
    indices: set[int] = set()
    for index, line in enumerate(lines):
        if index not in indices and CONTENTS_TITLE.fullmatch(line.text):
            last = find_last_entry(lines, index)
            if last is not None:
                indices.update(range(index, last + 1))
    return indices


def find_last_entry(lines: Sequence[LayoutLine], title: int) -> int | None:
    """Return the index of the last entry after a title, None where too few follow it."""
    last, entries, page = title, 0, 0
    for index in range(title + 1, len(lines)):
        number = entry_page(lines[index])
        if number is not None and number >= page:
            last, entries, page = index, entries + 1, number
        elif index - last > MAX_ENTRY_LINES or lines[index].page != lines[title].page:
            break
    return last if entries >= MIN_ENTRIES else None


def entry_page(line: LayoutLine) -> int | None:
    """Return the page number that a line of contents ends in, None where it ends in none."""
    text = line.cells[-1] if line.cells else line.text
    if not CONTENTS_ENTRY.fullmatch(text):
        return None
    return int(re.findall(r"\d+", text)[-1])
