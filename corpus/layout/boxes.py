"""Boxes beside or within the running text, such as case studies, told by their indents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from corpus.layout.measure import SAME, Measures
from corpus.layout.pieces import Piece

INDENT = 8.0
"""Points that a box's text stands inside the body's on either side, at least."""

FEWEST = 3
"""Lines of text that a box has under its heading, at least."""


def boxes(pieces: Sequence[Piece], measures: Measures) -> set[int]:
    """Returns the indices of the pieces in boxes.

    A box begins with a bold heading, indented; the text under it begins at the same indent and
    stays clear of the right edge. The first line that stands out of either ends it.
    """
    margin = left_margin(pieces, measures)
    found: set[int] = set()
    index = 0
    while index < len(pieces):
        end = box_end(pieces, index, margin, measures)
        if end > index:
            found.update(range(index, end))
        index = max(end, index + 1)
    return found


def left_margin(pieces: Sequence[Piece], measures: Measures) -> float:
    """Returns where most lines of body size begin, markers included."""
    starts = Counter(round(p.start) for p in pieces if abs(p.size - measures.size) < 0.6)
    common = [start for start, times in starts.items() if times * 20 > len(pieces)]
    return min(common, default=0.0)


def box_end(pieces: Sequence[Piece], index: int, margin: float, measures: Measures) -> int:
    """Returns where the box that begins at `index` ends, `index` itself where none begins."""
    title = pieces[index]
    if not title.bold or title.marked or title.cells or title.start < margin + INDENT:
        return index
    end, plain = index + 1, 0
    while end < len(pieces) and inside(pieces[end], title, measures):
        plain += not pieces[end].bold and abs(pieces[end].start - title.start) < SAME
        end += 1
    return end if plain >= FEWEST else index


def inside(piece: Piece, title: Piece, measures: Measures) -> bool:
    """Whether a line stands within the sides of the box that `title` begins."""
    return (
        piece.start > title.start - SAME
        and piece.right < measures.edge - INDENT
        and piece.number is None
        and not piece.cells
    )
