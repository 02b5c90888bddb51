"""Table cells whose lines alternate in the file: bring each cell's lines together again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.layout.lines import LayoutLine
from corpus.layout.metrics import MAX_LEADING_RATIO, SAME_EDGE_POINTS, LayoutMetrics
from corpus.layout.sentences import ends_sentence, wraps_sentence
from corpus.layout.state import LayoutState

MIN_OVERLAP_POINTS = 2.0
"""A line beside another begins so far above the other's end, at least."""

MAX_CELL_INDENT_POINTS = SAME_EDGE_POINTS * 2
"""Points by which the lines of one cell may begin left or right of one another."""

MAX_CELL_HANG_POINTS = 40.0
"""Points that a cell's lines may stand right of the number that it begins with."""

PROSE_LINE_WORDS = 5
"""Words of a line that, left without a full stop, is prose that goes on below."""


def unweave_cells(state: LayoutState) -> LayoutState:
    """Step: where lines of two cells alternate, put all lines of the left cell first."""
    lines = put_centred_cells_first(state.lines, state.metrics)
    return replace(state, lines=tuple(unweave(lines, state.metrics)))


def put_centred_cells_first(
    lines: Sequence[LayoutLine], metrics: LayoutMetrics
) -> list[LayoutLine]:
    """Return the lines, a cell of one line put before the taller one whose middle it stands at.

    The first line of the taller cell is higher on the page, and stood before it.
    """
    ordered = list(lines)
    for index in range(len(ordered) - 2):
        first, centred, second = ordered[index : index + 3]
        overlap = first.bottom - centred.top >= MIN_OVERLAP_POINTS
        if overlap and are_beside(centred, first) and continues_cell(first, second, metrics):
            ordered[index : index + 2] = [centred, first]
    return ordered


def unweave(lines: Sequence[LayoutLine], metrics: LayoutMetrics) -> Iterator[LayoutLine]:
    """Yield the lines, those of the left one of two neighbouring cells before the right one's."""
    index = 0
    while index < len(lines):
        if index + 1 < len(lines) and are_beside(lines[index], lines[index + 1]):
            left, right = [lines[index]], [lines[index + 1]]
            index += 2
            while cell := continued_cell(left, right, lines[index : index + 2], metrics):
                cell.append(lines[index])
                index += 1
            yield from left
            yield from right
        else:
            yield lines[index]
            index += 1


def continued_cell(
    left: list[LayoutLine],
    right: list[LayoutLine],
    next_lines: Sequence[LayoutLine],
    metrics: LayoutMetrics,
) -> list[LayoutLine] | None:
    """Return that of two cells which the next line continues, None where it continues neither.

    `next_lines` are the next line and the one after it, as far as there are any.
    """
    if not next_lines:
        return None
    line = next_lines[0]
    if line.left < right[0].left - SAME_EDGE_POINTS and continues_cell(left[-1], line, metrics):
        has_neighbour = len(next_lines) > 1 and are_beside(line, next_lines[1])
        neighbour = next_lines[1] if has_neighbour else None
        return left if continues_table_row(line, right, neighbour) else None
    if continues_cell(right[-1], line, metrics) and len(left) > 1:
        return right
    return None


def continues_table_row(
    line: LayoutLine, right: Sequence[LayoutLine], neighbour: LayoutLine | None
) -> bool:
    """Return whether a line in the left column, and its neighbour, belong to the row above."""
    if wraps_sentence(line.text):
        return True
    text = right[-1].text
    is_open_prose = len(text.split()) >= PROSE_LINE_WORDS and not ends_sentence(text)
    return neighbour is not None and (is_open_prose or wraps_sentence(neighbour.text))


def are_beside(left: LayoutLine, right: LayoutLine) -> bool:
    """Return whether `right` stands in a cell to the right of the one that ends with `left`."""
    return (
        left.page == right.page
        and right.top < left.bottom - MIN_OVERLAP_POINTS
        and right.left > left.right - SAME_EDGE_POINTS
        and not left.cells
        and not right.cells
    )


def continues_cell(above: LayoutLine, below: LayoutLine, metrics: LayoutMetrics) -> bool:
    """Return whether a line continues the cell of the line above it."""
    hang = MAX_CELL_HANG_POINTS if wraps_sentence(below.text) else MAX_CELL_INDENT_POINTS
    return (
        above.page == below.page
        and 0 < below.bottom - above.bottom < metrics.leading_of(below) * MAX_LEADING_RATIO
        and -MAX_CELL_INDENT_POINTS < below.left - above.left < hang
        and below.bold == above.bold
        and not below.bullet
    )
