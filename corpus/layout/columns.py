"""Lines of cells that a file gives row by row, brought together cell by cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus.layout.breaks import GAP, finished, opens_lower
from corpus.layout.measure import SAME, Measures
from corpus.layout.pieces import Piece

OVERLAP = 2.0
"""Points by which a line must begin above the end of the one before to stand beside it."""

HANG = 40.0
"""Points that a cell's lines may stand right of the number that it begins with."""

CLAUSE = 5
"""Words of a line that, left without a full stop, is prose that goes on."""


def unwoven(pieces: Sequence[Piece], measures: Measures) -> Iterator[Piece]:
    """Yields the pieces; where lines of two cells alternate, the left cell's first."""
    index = 0
    while index < len(pieces):
        if index + 1 < len(pieces) and beside(pieces[index], pieces[index + 1]):
            left, right = [pieces[index]], [pieces[index + 1]]
            index += 2
            while index < len(pieces) and woven(left, right, pieces[index : index + 2], measures):
                index += 1
            yield from left
            yield from right
        else:
            yield pieces[index]
            index += 1


def woven(
    left: list[Piece], right: list[Piece], ahead: Sequence[Piece], measures: Measures
) -> bool:
    """Adds the next line to the cell that it goes on with; returns whether there is one."""
    line = ahead[0]
    if line.start < right[0].start - SAME and one_cell(left[-1], line, measures):
        other = ahead[1] if len(ahead) > 1 and beside(line, ahead[1]) else None
        if row_goes_on(line, right, other):
            left.append(line)
            return True
    elif one_cell(right[-1], line, measures) and len(left) > 1:
        right.append(line)
        return True
    return False


def row_goes_on(line: Piece, right: Sequence[Piece], other: Piece | None) -> bool:
    """Whether a line in the left column, and `other` beside it, are no row of their own."""
    if wraps(line.text):
        return True
    prose = len(right[-1].text.split()) >= CLAUSE and not finished(right[-1].text)
    return other is not None and (prose or wraps(other.text))


def wraps(text: str) -> bool:
    """Whether a line begins in the middle of a sentence, and with no address of the web."""
    return opens_lower(text) and "." not in text.split(maxsplit=1)[0]


def beside(left: Piece, right: Piece) -> bool:
    """Whether `right` stands in a cell to the right of the one that ends with `left`."""
    return (
        left.page == right.page
        and right.top < left.bottom - OVERLAP
        and right.start > left.right - SAME
        and not left.cells
        and not right.cells
    )


def one_cell(above: Piece, below: Piece, measures: Measures) -> bool:
    """Whether a line goes on in the cell of the line above it."""
    hang = HANG if wraps(below.text) else SAME * 2
    return (
        above.page == below.page
        and 0 < below.bottom - above.bottom < measures.leading(below) * GAP
        and -SAME * 2 < below.start - above.start < hang
        and below.bold == above.bold
        and not below.bullet
    )
