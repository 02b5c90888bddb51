"""Tables: cells that stand beside each other, as rows; or prose with a label beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from corpus.layout.breaks import finished
from corpus.layout.columns import OVERLAP, beside, one_cell, unwoven, wraps
from corpus.layout.joining import Words, join_all
from corpus.layout.measure import SAME, Measures
from corpus.layout.pieces import Piece

PROSE = 12
"""A right-hand cell that is a sentence of so many words is prose, its left-hand cell a label."""

MARKER = re.compile(r"(?:\d{1,3}[.)]?)?")
"""A bullet or a number on a line of its own: no cell, but part of what stands beside it."""

Span = tuple[int, int]


def fold_tables(pieces: Sequence[Piece], measures: Measures, words: Words) -> list[Piece]:
    """Returns the pieces with each table row folded to one, and labels beside prose taken in."""
    pieces = list(unwoven(pieces, measures))
    folded: list[Piece] = []
    done = 0
    for table in tables(pieces, find_rows(pieces, measures)):
        prose = any(is_prose(pieces, row) for row in table)
        for row in table:
            folded.extend(pieces[done : row[0][0]])
            first = pieces[row[1][0]]
            if prose and not first.bold and len(row) == 2:
                label = cell(pieces, row[0], words)
                folded.append(replace(first, label=label, fresh=True))
                folded.extend(pieces[row[1][0] + 1 : row[1][1]])
            else:
                folded.append(row_piece(pieces, row, words))
            done = row[-1][1]
    return folded + list(pieces[done:])


def tables(pieces: Sequence[Piece], rows: Iterable[list[Span]]) -> Iterator[list[list[Span]]]:
    """Yields the rows of each table: nothing but lines of its last column stands between them."""
    table: list[list[Span]] = []
    for row in rows:
        if table:
            between = pieces[table[-1][-1][1] : row[0][0]]
            column = pieces[table[-1][-1][0]].start - SAME
            if any(piece.start < column for piece in between):
                yield table
                table = []
        table.append(row)
    if table:
        yield table


def find_rows(pieces: Sequence[Piece], measures: Measures) -> Iterator[list[Span]]:
    """Yields, for each table row, the spans of its cells' lines, left to right."""
    done = index = 1
    while index < len(pieces):
        left = pieces[index - 1]
        if beside(left, pieces[index]) and not MARKER.fullmatch(left.text):
            row = [left_cell(pieces, index, done - 1, measures)]
            while index < len(pieces) and beside(pieces[index - 1], pieces[index]):
                end = right_cell(pieces, index, measures)
                row.append((index, end))
                index = end
            yield row
            done = index + 1
        index += 1


def left_cell(pieces: Sequence[Piece], index: int, done: int, measures: Measures) -> Span:
    """Returns the lines of the cell that stands left of the line at `index`.

    A line above the row's top is part of it only where its sentence goes on below.
    """
    start, right = index - 1, pieces[index]
    while start > done and one_cell(pieces[start - 1], pieces[start], measures):
        above = pieces[start - 1]
        higher = above.top < right.top - OVERLAP
        if above.right > right.start or (higher and not wraps(pieces[start].text)):
            break
        start -= 1
    return start, index


def right_cell(pieces: Sequence[Piece], index: int, measures: Measures) -> int:
    """Returns the end of the cell that begins with the line at `index`."""
    end = index + 1
    while end < len(pieces) and one_cell(pieces[end - 1], pieces[end], measures):
        end += 1
    return end


def is_prose(pieces: Sequence[Piece], row: Sequence[Span]) -> bool:
    """Whether a row is a paragraph with a label beside it."""
    text = " ".join(piece.text for piece in pieces[row[-1][0] : row[-1][1]])
    sentence = finished(text) or text.endswith(":")
    return len(row) == 2 and sentence and len(text.split()) >= PROSE


def cell(pieces: Sequence[Piece], span: Span, words: Words) -> str:
    """Returns a cell's text."""
    return join_all((piece.text for piece in pieces[span[0] : span[1]] if piece.text), words)


def row_piece(pieces: Sequence[Piece], row: Sequence[Span], words: Words) -> Piece:
    """Returns a row as one piece."""
    cells = tuple(cell(pieces, span, words) for span in row)
    inside = pieces[row[0][0] : row[-1][1]]
    bottom = max(piece.bottom for piece in inside)
    right = max(piece.right for piece in inside)
    return replace(
        inside[0], text=" ".join(cells), cells=cells, bottom=bottom, right=right, bullet=""
    )
