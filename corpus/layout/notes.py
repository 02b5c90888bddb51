"""Footnotes: the small print under a page's text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from corpus.layout.measure import Measures
from corpus.layout.pieces import Piece

SMALLER = 0.93
"""A note's size in body sizes: at most this."""

RAISED = 0.8
"""A raised mark's size in body sizes: less than this."""

MARK = re.compile(r"(?:\d{1,2}|[*†‡]+|[¹²³⁴-⁹]+)(?!\S)|(?:[*†‡]+|[¹²³⁴-⁹]+|\d)(?=[^\W\d_])")
"""What a note begins with: its number or sign."""


def notes(pieces: Sequence[Piece], measures: Measures) -> set[int]:
    """Returns the indices of the pieces that are footnotes: each page's small last lines."""
    found = {index for index, piece in enumerate(pieces) if is_mark(piece, measures.size)}
    for _, page in groupby(enumerate(pieces), key=lambda item: item[1].page):
        lines = list(page)
        small = small_tail([piece for _, piece in lines], measures.size * SMALLER)
        found.update(index for index, _ in lines[len(lines) - small :])
    return found


def is_mark(piece: Piece, size: float) -> bool:
    """Whether a line is nothing but a raised footnote mark."""
    return piece.size < size * RAISED and MARK.fullmatch(piece.text) is not None


def small_tail(page: Sequence[Piece], size: float) -> int:
    """Returns how many of the page's last lines are small print below its text."""
    small = 0
    for piece in reversed(page):
        if piece.size > size or piece.size == 0:
            break
        small += 1
    tail = page[len(page) - small :]
    while tail and not MARK.match(tail[0].text):
        tail = tail[1:]
    return len(tail) if len(tail) < len(page) else 0
