"""Boxes beside or within the running text, such as case studies, told by their indents."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from corpus.layout.measure import SAME, Measures
from corpus.layout.pieces import Piece

INDENT = 4.0
"""Points that a box's text stands right of the margin, at least."""

EXACT = 1.0
"""Points within which the lines of a box begin at its title's left edge."""

FEWEST = 3
"""Lines of text that a box has under its title, at least."""

LONGEST_TITLE = 4
"""Lines of a box's title, at most."""

TITLE = re.compile(r"(?:case|practice) (?:study|studies|example)\b", re.I)
"""A title that says that a box follows, wherever it stands."""


def find_boxes(pieces: Sequence[Piece], measures: Measures) -> None:
    """Sets `boxed` of the pieces in boxes, and `bold` of the titles of boxes.

    A box begins with a title, bold and indented; the text under it begins at the same indent.
    The first line that begins elsewhere ends it.
    """
    margin = left_margin(pieces, measures)
    index = 0
    while index < len(pieces):
        end = box_end(pieces, index, margin)
        if end > index:
            pieces[index].bold = True
        for piece in pieces[index:end]:
            piece.boxed = True
        index = max(end, index + 1)


def left_margin(pieces: Sequence[Piece], measures: Measures) -> float:
    """Returns where most lines of body size begin, markers included."""
    starts = Counter(round(p.start) for p in pieces if abs(p.size - measures.size) < 0.6)
    common = [start for start, times in starts.items() if times * 20 > len(pieces)]
    return min(common, default=0.0)


def box_end(pieces: Sequence[Piece], index: int, margin: float) -> int:
    """Returns where the box that begins at `index` ends, `index` itself where none begins."""
    title = pieces[index]
    named = TITLE.match(title.text) is not None
    indented = title.bold and title.start >= margin + INDENT
    if title.marked or title.cells or not (named or indented):
        return index
    edges, end, plain = [title.start], index + 1, 0
    while end < len(pieces) and inside(pieces[end], edges, pieces[end - 1]):
        if not plain and end - index > LONGEST_TITLE:
            break
        if title.start < margin + INDENT and (pieces[end].marked or pieces[end].bold):
            break
        plain += abs(pieces[end].start - title.start) < EXACT and not pieces[end].bold
        end += 1
    return end if plain >= FEWEST else index


def inside(piece: Piece, edges: list[float], above: Piece) -> bool:
    """Whether a line stands in a box whose lines begin at `edges`, which bullets add to."""
    if piece.number is not None or piece.cells:
        return False
    begins = piece.bullet and piece.start > edges[0] - EXACT
    hangs = above.bullet and piece.start > above.start + SAME
    if begins or hangs:
        edges.append(piece.start)
    return any(abs(piece.start - edge) < EXACT for edge in edges)
