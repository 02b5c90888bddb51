"""Rows of PDF words to printed lines: words joined along a baseline, split where columns begin."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence, Set

from corpus.formats.document import TextLine
from corpus.formats.pdf.words import PdfWord, make_line

# All in ems of the line.
MIN_COLUMN_GAP_EMS = 1.5  # wider than any space in a justified line
MIN_NARROW_GAP_EMS = 0.75  # before a column that other lines show to begin there
MAX_WORD_GAP_EMS = 1.0  # the next part of the same line starts within it
MIN_SPACE_EMS = 0.12  # wider than the gap between two letters

MAX_ROWS_APART = 3
"""How many lines away a line is that shows where a column begins, at most."""

MAX_EDGE_SHIFT_POINTS = 1.0
"""Points by which the beginnings of one column's lines differ."""

ITEM_MARKER = re.compile(r"\(?\d{1,3}[.)]|\(?[a-z][.)]|\(\d{1,3}|[^\w\s]")
"""What a paragraph or list item begins with; a bare number may be a figure, too."""

MAX_NUMBER_DIGITS = 3
"""Digits of a paragraph's number, at most."""

MIN_SIZE = 0.01
"""Points of type of which the size is not known."""

Row = list[PdfWord]
Gaps = dict[int, float]
"""The width of each gap that is wider than between words, in ems of the word after it, by the
index of that word."""


def join_words(words: Iterable[PdfWord], page: int) -> Iterator[TextLine]:
    """Yield the lines that words make; a line with gaps of columns gives one for each column."""
    rows = list(split_rows(words))
    gaps = list(map(find_gaps, rows))
    for row, gaps_of_row, narrow in zip(rows, gaps, find_narrow_gaps(rows, gaps), strict=True):
        columns = split_columns(row, gaps_of_row, narrow) if gaps_of_row else [row]
        for column in columns:
            yield make_line(column, page)


def split_rows(words: Iterable[PdfWord]) -> Iterator[Row]:
    """Yield the words of each printed line, across all columns."""
    row: Row = []
    for word in words:
        if row and word.before == "\n":
            gap = word.left - row[-1].right
            if not continues_row(row[-1], word, gap):
                yield row
                row = []
            else:
                word = word._replace(before=" " if gap > MIN_SPACE_EMS * word.size else "")
        # A word below and left of the last one begins a line of which pdfium does not know.
        elif row and word.left < row[-1].left and word.top >= row[-1].bottom:
            yield row
            row = []
        row.append(word)
    if row:
        yield row


def continues_row(last: PdfWord, word: PdfWord, gap: float) -> bool:
    """Return whether a word that pdfium starts a line with stands right behind the last one."""
    size = max(last.size, word.size)
    is_near = -MIN_SPACE_EMS * size <= gap <= MAX_WORD_GAP_EMS * size
    return is_near and (is_level(last, word) or is_level(word, last))


def is_level(word: PdfWord, neighbour: PdfWord) -> bool:
    """Return whether the middle of a word is within its neighbour's height."""
    return neighbour.top <= (word.top + word.bottom) / 2 <= neighbour.bottom


def find_gaps(row: Row) -> Gaps:
    """Return the gaps of a row that are wider than between words."""
    _, _, lefts, rights, _, _, sizes, *_ = zip(*row, strict=True)
    gaps = (
        (left - right) / (size or MIN_SIZE)
        for left, right, size in zip(lefts[1:], rights[:-1], sizes[1:], strict=True)
    )
    return {index: gap for index, gap in enumerate(gaps, 1) if gap > MIN_NARROW_GAP_EMS}


def find_narrow_gaps(rows: Sequence[Row], gaps: Sequence[Gaps]) -> Iterator[Set[int]]:
    """Yield, for each row, the indices of words before which a column begins after a narrow gap.

    It does where a wide gap ends at the same place of a row near by.
    """
    wide = [
        sorted(row[i].left for i, gap in gaps_of_row.items() if gap > MIN_COLUMN_GAP_EMS)
        for row, gaps_of_row in zip(rows, gaps, strict=True)
    ]
    for at, row in enumerate(rows):
        near = [*wide[max(0, at - MAX_ROWS_APART) : at], *wide[at + 1 : at + 1 + MAX_ROWS_APART]]
        yield {i for i in gaps[at] if any(has_near(lefts, row[i].left) for lefts in near)}


def has_near(lefts: Sequence[float], left: float) -> bool:
    """Return whether one of some left edges, in order, is as good as the same."""
    at = bisect_left(lefts, left - MAX_EDGE_SHIFT_POINTS)
    return at < len(lefts) and lefts[at] <= left + MAX_EDGE_SHIFT_POINTS


def split_columns(row: Row, gaps: Gaps, narrow_gaps: Set[int]) -> Iterator[Row]:
    """Yield the parts that gaps split a line into; a number stays with its paragraph.

    `narrow_gaps` are the indices of words before which a column begins after a narrow gap.
    """
    begin = 0
    has_text = any(letter.isalpha() for word in row for letter in word.text)
    for index, gap in gaps.items():
        is_gap = index in narrow_gaps or gap > MIN_COLUMN_GAP_EMS
        first_and_rest = index == begin + 1 and has_text
        if is_gap and not (first_and_rest and is_marker(row[begin].text, row[index].text)):
            yield row[begin:index]
            begin = index
    yield row[begin:]


def is_marker(text: str, following: str) -> bool:
    """Return whether a word begins a paragraph or list item, which goes on with the next one."""
    is_number = text.isdecimal() and len(text) <= MAX_NUMBER_DIGITS
    return bool(ITEM_MARKER.fullmatch(text)) or (is_number and any(map(str.isalpha, following)))
