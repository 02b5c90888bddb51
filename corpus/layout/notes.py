"""Footnotes: the small print under a page's text, and the marks that point to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from corpus.layout.measure import Measures
from corpus.layout.pieces import Piece

SMALLER = 0.93
"""A note's size in body sizes: at most this."""

RAISED = 0.8
"""A raised mark's size in body sizes: less than this."""

FEWEST = 3
"""Lines of body size that a page with notes has, at least."""

DEEPEST = 12
"""Lines that typed notes take at the foot of a page, at most."""

MARK = re.compile(r"(\d{1,2}(?!\S)|[⁰¹²³⁴-⁹]+|[*†‡]+)\s*")
"""What a note begins with: its number or sign."""

SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")

RAISED_MARK = re.compile(r"(?:(?<=[^\W\d_]{2})|(?<=[.,;:)’”]))[⁰¹²³⁴-⁹]+(?!\w)")
"""A raised number after a word, but not that of a unit such as m²."""


def notes(pieces: Sequence[Piece], measures: Measures) -> set[int]:
    """Returns the indices of the pieces that are footnotes, and takes their marks off the text."""
    found = {index for index, piece in enumerate(pieces) if is_mark(piece, measures.size)}
    last = 0
    for page in pages(pieces):
        start = typed_notes(page, last) if measures.plain else small_notes(page, last, measures)
        marks = [number_of(piece) or 0 for _, piece in page[start:]]
        last = max([last, *marks])
        found.update(index for index, _ in page[start:])
    for piece in pieces:
        piece.text = RAISED_MARK.sub("", piece.text)
    return found


def pages(pieces: Sequence[Piece]) -> Iterator[list[tuple[int, Piece]]]:
    """Yields the pieces of each page, with their indices."""
    for _, page in groupby(enumerate(pieces), key=lambda item: item[1].page):
        yield list(page)


def is_mark(piece: Piece, size: float) -> bool:
    """Whether a line is nothing but a raised footnote mark."""
    return piece.size < size * RAISED and MARK.fullmatch(piece.text) is not None


def number_of(piece: Piece) -> int | None:
    """Returns the number that a note begins with; 0 for a sign, None where it is no note."""
    match = MARK.match(piece.text)
    if not match:
        return None
    digits = match[1].translate(SUPERSCRIPTS)
    return int(digits) if digits.isdigit() else 0


def next_note(piece: Piece, last: int) -> bool:
    """Whether a line may begin a page's notes, after note number `last`: they count up."""
    return number_of(piece) in (0, 1, last + 1)


def small_notes(page: Sequence[tuple[int, Piece]], last: int, measures: Measures) -> int:
    """Returns where on a page the small print below its text begins, its length if nowhere."""
    start = len(page)
    while start and 0 < page[start - 1][1].size <= measures.size * SMALLER:
        start -= 1
    while start < len(page) and not next_note(page[start][1], last):
        start += 1
    body = sum(abs(piece.size - measures.size) < 1 for _, piece in page[:start])
    return start if body >= FEWEST else len(page)


def typed_notes(page: Sequence[tuple[int, Piece]], last: int) -> int:
    """Returns where on a typed page its notes begin, its length if nowhere.

    Where all type is alike, a note is told by its mark: the number stands at a word above, too.
    """
    for start in range(max(FEWEST, len(page) - DEEPEST), len(page)):
        number = number_of(page[start][1])
        if number and next_note(page[start][1], last):
            mark = re.compile(rf"(?:(?<=[^\W\d_]{{2}})|(?<=[.,;:)’”])){number}(?![\w%])")
            for _, piece in page[:start]:
                if mark.search(piece.text):
                    piece.text = mark.sub("", piece.text, count=1)
                    return start
    return len(page)
