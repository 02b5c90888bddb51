"""Footnotes: the small print under a page's text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from corpus.layout.measure import Measures
from corpus.layout.pieces import Piece

SMALLER = 0.93
"""A note's size in body sizes: at most this."""

LOWER_HALF = 0.5
"""Notes stand below this share of the height of the page's text."""


def notes(pieces: Sequence[Piece], measures: Measures) -> set[int]:
    """Returns the indices of the pieces that are footnotes: each page's small last lines."""
    found: set[int] = set()
    for _, page in groupby(enumerate(pieces), key=lambda item: item[1].page):
        lines = list(page)
        small = small_tail([piece for _, piece in lines], measures.size * SMALLER)
        found.update(index for index, _ in lines[len(lines) - small :])
    return found


def small_tail(page: Sequence[Piece], size: float) -> int:
    """Returns how many of the page's last lines are small print below its text."""
    small = 0
    for piece in reversed(page):
        if piece.size > size or piece.size == 0:
            break
        small += 1
    if small == len(page) or not small:
        return 0
    bottom = page[-1].bottom
    return small if page[-small].top > bottom * LOWER_HALF else 0
