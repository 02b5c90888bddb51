"""Contents pages: a heading that says so, and lines that end in a page number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.layout.pieces import Piece

TITLE = re.compile(r"(?:table of )?contents\W*", re.I)
ENTRY = re.compile(r".*(?:\D|^)\d{1,3}\s*")
BARE = re.compile(r"\d{1,3}")
FEWEST = 3
LONGEST_WRAP = 3
"""Lines that one entry may take before its page number comes."""


def contents(pieces: Sequence[Piece]) -> set[int]:
    """Returns the indices of the lines of contents pages, their title included."""
    found: set[int] = set()
    for index, piece in enumerate(pieces):
        if index not in found and TITLE.fullmatch(piece.text):
            end = last_entry(pieces, index)
            if end is not None:
                found.update(range(index, end + 1))
    return found


def last_entry(pieces: Sequence[Piece], title: int) -> int | None:
    """Returns where the entries after a title end, None where too few follow to be contents."""
    last, entries, page = title, 0, 0
    for index in range(title + 1, len(pieces)):
        number = page_number(pieces[index])
        if number is not None and number >= page:
            last, entries, page = index, entries + 1, number
        elif index - last > LONGEST_WRAP or pieces[index].page != pieces[title].page:
            break
    return last if entries >= FEWEST else None


def page_number(piece: Piece) -> int | None:
    """Returns the page that a line of contents ends in, None where it ends in none."""
    text = piece.cells[-1] if piece.cells else piece.text
    if not ENTRY.fullmatch(text):
        return None
    return int(re.findall(r"\d+", text)[-1])
