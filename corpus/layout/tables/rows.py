"""Table rows: fold cells that stand side by side to one line, or to prose with a label."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from msgspec.structs import replace as replace_fields

from corpus.layout.dehyphenation import DocumentWords, join_lines
from corpus.layout.lines import LayoutLine
from corpus.layout.metrics import SAME_EDGE_POINTS, LayoutMetrics
from corpus.layout.sentences import ends_sentence, wraps_sentence
from corpus.layout.state import LayoutState
from corpus.layout.tables.cells import MIN_OVERLAP_POINTS, are_beside, continues_cell

MIN_PROSE_WORDS = 12
"""A right-hand cell that is a sentence of so many words is prose, its left-hand cell a label."""

MIN_SENTENCE_WORDS, MAX_LABEL_WORDS = 6, 20
"""A sentence of so many words, or what has more words than a label has, is no label."""

LONE_MARKER = re.compile(r"(?:\d{1,3}[.)]?)?")
"""A bullet or a number on a line of its own: not a cell, but part of what stands beside it."""

CellSpan = tuple[int, int]
"""The lines of a cell: the first one's index, and the index after the last one's."""

RowSpans = list[CellSpan]
"""The cells of a row, left to right; each begins where the one before it ends."""


def fold_rows(state: LayoutState) -> LayoutState:
    """Step: fold each table row to one line with `cells`; a label beside prose goes to the prose.

    The first line of such prose gets it as its `row_label`.
    """
    return replace(state, lines=tuple(fold_table_rows(state.lines, state.metrics, state.words)))


def fold_table_rows(
    lines: Sequence[LayoutLine], metrics: LayoutMetrics, words: DocumentWords
) -> Iterator[LayoutLine]:
    """Yield the lines, the rows of tables folded."""
    done = 0
    for table in group_tables(lines, find_rows(lines, metrics)):
        has_prose = any(is_prose(lines, row) for row in table)
        for row in table:
            yield from lines[done : row[0][0]]
            if has_prose and len(row) == 2 and not lines[row[1][0]].bold:
                yield from labelled_prose(lines, row, words)
            else:
                yield folded_row(lines, row, words)
            done = row[-1][1]
    yield from lines[done:]


def group_tables(lines: Sequence[LayoutLine], rows: Iterable[RowSpans]) -> Iterator[list[RowSpans]]:
    """Yield the rows of each table: only lines of its last column stand between them."""
    table: list[RowSpans] = []
    for row in rows:
        if table:
            between = lines[table[-1][-1][1] : row[0][0]]
            column_left = lines[table[-1][-1][0]].left - SAME_EDGE_POINTS
            if any(line.left < column_left for line in between):
                yield table
                table = []
        table.append(row)
    if table:
        yield table


def find_rows(lines: Sequence[LayoutLine], metrics: LayoutMetrics) -> Iterator[RowSpans]:
    """Yield, for each table row, the spans of its cells."""
    done = index = 1
    while index < len(lines):
        left = lines[index - 1]
        if are_beside(left, lines[index]) and not is_marker(left, lines[index]):
            row = [left_cell(lines, index, done - 1, metrics)]
            while index < len(lines) and are_beside(lines[index - 1], lines[index]):
                end = cell_end(lines, index, metrics)
                row.append((index, end))
                index = end
            yield row
            done = index + 1
        index += 1


def is_marker(line: LayoutLine, beside: LayoutLine) -> bool:
    """Return whether a line is the bullet or number of what stands beside it, and no figure."""
    is_figure = line.text.isdecimal() and not any(map(str.isalpha, beside.text))
    return LONE_MARKER.fullmatch(line.text) is not None and not is_figure


def left_cell(
    lines: Sequence[LayoutLine], index: int, done: int, metrics: LayoutMetrics
) -> CellSpan:
    """Return the span of the cell that stands left of the line at `index`; it begins after `done`.

    A line above the row's top is part of it only where its sentence goes on below.
    """
    start, right = index - 1, lines[index]
    while start > done and continues_cell(lines[start - 1], lines[start], metrics):
        above = lines[start - 1]
        is_higher = above.top < right.top - MIN_OVERLAP_POINTS
        if is_higher and right.bottom < lines[start].bottom - MIN_OVERLAP_POINTS:
            is_higher = False  # the right cell stands at the middle of this taller one
        if above.right > right.left or (is_higher and not wraps_sentence(lines[start].text)):
            break
        start -= 1
    return start, index


def cell_end(lines: Sequence[LayoutLine], index: int, metrics: LayoutMetrics) -> int:
    """Return the end of the cell that begins with the line at `index`."""
    end = index + 1
    while end < len(lines) and continues_cell(lines[end - 1], lines[end], metrics):
        end += 1
    return end


def is_prose(lines: Sequence[LayoutLine], row: RowSpans) -> bool:
    """Return whether a row is a paragraph with a label beside it."""
    start, end = row[-1]
    text = " ".join(line.text for line in lines[start:end])
    is_sentence = ends_sentence(text) or text.endswith(":")
    return len(row) == 2 and is_sentence and len(text.split()) >= MIN_PROSE_WORDS


def reads_as_label(text: str) -> bool:
    """Return whether the text of a left-hand cell may be a label: few words and no sentence."""
    words = len(text.split())
    return words < MIN_SENTENCE_WORDS or (words <= MAX_LABEL_WORDS and not ends_sentence(text))


def labelled_prose(
    lines: Sequence[LayoutLine], row: RowSpans, words: DocumentWords
) -> Iterator[LayoutLine]:
    """Yield the lines of a row's right cell, the first with the left cell as its label.

    What stands on the left and is prose, too, is no label: its lines come first.
    """
    label, (start, end) = row
    label_text = cell_text(lines, label, words)
    if not reads_as_label(label_text):
        left, right = lines[slice(*label)], lines[start:end]
        yield from left
        yield replace_fields(right[0], starts_paragraph=True)
        yield from right[1:]
        return
    yield replace_fields(lines[start], row_label=label_text, starts_paragraph=True)
    yield from lines[start + 1 : end]


def folded_row(lines: Sequence[LayoutLine], row: RowSpans, words: DocumentWords) -> LayoutLine:
    """Return a row as one line."""
    cells = tuple(cell_text(lines, span, words) for span in row)
    row_lines = lines[row[0][0] : row[-1][1]]
    return replace_fields(
        row_lines[0],
        text=" ".join(cells),
        cells=cells,
        bottom=max(line.bottom for line in row_lines),
        right=max(line.right for line in row_lines),
        bullet="",
    )


def cell_text(lines: Sequence[LayoutLine], span: CellSpan, words: DocumentWords) -> str:
    """Return a cell's text, its lines joined."""
    start, end = span
    return join_lines((line.text for line in lines[start:end] if line.text), words)
