"""Rows of PDF words to printed lines: words joined along a baseline, split where columns begin.

Lines set in one font are made at once, others word by word.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from corpus.formats.document import TextLine
from corpus.formats.pdf.word_arrays import Floats, WordArrays
from corpus.formats.pdf.words import is_raised, make_line, printed_text

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

Indices = NDArray[np.intp]
Row = tuple[int, int]
"""The index of a row's first word and the one behind its last."""

Gaps = dict[int, float]
"""The width of each gap that is wider than between words, in ems of the word after it, by the
index of that word."""


def join_words(words: WordArrays, page: int) -> Iterator[TextLine]:
    """Yield the lines that words make; a line with gaps of columns gives one for each column."""
    if not len(words):
        return
    words, starts = split_rows(words)
    cuts = find_columns(words, starts)
    begins = np.union1d(starts, np.array(cuts, np.intp)) if cuts else starts
    yield from make_lines(words, begins, page)


def split_rows(words: WordArrays) -> tuple[WordArrays, Indices]:
    """Return the words, and the indices of those that begin a printed line across all columns.

    What pdfium takes for the beginning of a line, and is none, is separated by a space or nothing.
    """
    says_new = words.before[1:] == "\n"
    gaps = words.left[1:] - words.right[:-1]
    goes_on = says_new & continues_row(words, gaps)
    # A word below and left of the last one begins a line of which pdfium does not know.
    falls_back = (words.left[1:] < words.left[:-1]) & (words.top[1:] >= words.bottom[:-1])
    starts = np.flatnonzero(np.where(says_new, ~goes_on, falls_back)) + 1
    before = words.before.copy()
    is_space = gaps > MIN_SPACE_EMS * words.size[1:]
    before[1:][goes_on] = np.where(is_space[goes_on], " ", "")
    return replace(words, before=before), np.concatenate((np.zeros(1, np.intp), starts))


def continues_row(words: WordArrays, gaps: Floats) -> NDArray[np.bool_]:
    """Return whether each word but the first stands right behind the last one.

    Then a line that pdfium starts with it is none. `gaps` are the points between each two.
    """
    size = np.maximum(words.size[:-1], words.size[1:])
    is_near = (-MIN_SPACE_EMS * size <= gaps) & (gaps <= MAX_WORD_GAP_EMS * size)
    middle = (words.top + words.bottom) / 2
    is_level = (words.top[:-1] <= middle[1:]) & (middle[1:] <= words.bottom[:-1])
    is_level |= (words.top[1:] <= middle[:-1]) & (middle[:-1] <= words.bottom[1:])
    return is_near & is_level


def find_columns(words: WordArrays, starts: Indices) -> list[int]:
    """Return the indices of the words within rows that begin a column, given the rows' first."""
    gaps = find_gaps(words, starts)
    rows = list(pairwise([*starts.tolist(), len(words)]))
    narrow = find_narrow_gaps(words, gaps)
    return [
        cut
        for at, gaps_of_row in gaps.items()
        for cut in split_columns(words.texts, rows[at], gaps_of_row, narrow[at])
    ]


def find_gaps(words: WordArrays, starts: Indices) -> dict[int, Gaps]:
    """Return the gaps that are wider than between words, by the index of their row."""
    size = np.where(words.size[1:] == 0, MIN_SIZE, words.size[1:])
    widths = (words.left[1:] - words.right[:-1]) / size
    widths[starts[1:] - 1] = 0.0
    ends = np.flatnonzero(widths > MIN_NARROW_GAP_EMS) + 1
    rows = np.searchsorted(starts, ends, side="right") - 1
    gaps: dict[int, Gaps] = {}
    for row, end, width in zip(
        rows.tolist(), ends.tolist(), widths[ends - 1].tolist(), strict=True
    ):
        gaps.setdefault(row, {})[end] = width
    return gaps


def find_narrow_gaps(words: WordArrays, gaps: Mapping[int, Gaps]) -> dict[int, set[int]]:
    """Return, for each row, the indices of words before which a column begins after a narrow gap.

    It does where a wide gap ends at the same place of a row near by.
    """
    lefts = {at: {index: float(words.left[index]) for index in gaps[at]} for at in gaps}
    wide = {
        at: sorted(lefts[at][index] for index, gap in gaps[at].items() if gap > MIN_COLUMN_GAP_EMS)
        for at in gaps
    }
    narrow = {}
    for at in gaps:
        rows = range(at - MAX_ROWS_APART, at + MAX_ROWS_APART + 1)
        near = [wide[row] for row in rows if row != at and row in wide]
        narrow[at] = {i for i, left in lefts[at].items() if any(has_near(w, left) for w in near)}
    return narrow


def has_near(lefts: Sequence[float], left: float) -> bool:
    """Return whether one of some left edges, in order, is as good as the same."""
    at = bisect_left(lefts, left - MAX_EDGE_SHIFT_POINTS)
    return at < len(lefts) and lefts[at] <= left + MAX_EDGE_SHIFT_POINTS


def split_columns(
    texts: Sequence[str], row: Row, gaps: Gaps, narrow_gaps: Set[int]
) -> Iterator[int]:
    """Yield the indices of words where gaps split a row; a number stays with its paragraph.

    `narrow_gaps` are the indices of words before which a column begins after a narrow gap.
    """
    begin, end = row
    has_text = any(letter.isalpha() for text in texts[begin:end] for letter in text)
    for index, gap in gaps.items():
        is_gap = index in narrow_gaps or gap > MIN_COLUMN_GAP_EMS
        first_and_rest = index == begin + 1 and has_text
        if is_gap and not (first_and_rest and is_marker(texts[begin], texts[index])):
            yield index
            begin = index


def is_marker(text: str, following: str) -> bool:
    """Return whether a word begins a paragraph or list item, which goes on with the next one."""
    is_number = text.isdecimal() and len(text) <= MAX_NUMBER_DIGITS
    return bool(ITEM_MARKER.fullmatch(text)) or (is_number and any(map(str.isalpha, following)))


def make_lines(words: WordArrays, begins: NDArray[np.intp], page: int) -> Iterator[TextLine]:
    """Yield the TextLines of some words, given the indices of the words that begin one.

    Each is as `make_line` has it.
    """
    lasts = np.append(begins[1:], len(words)) - 1
    tops = np.minimum.reduceat(words.top, begins)
    bottoms = np.maximum.reduceat(words.bottom, begins)
    is_plain = are_plain(words, begins, bottoms)
    columns = (
        words.left[begins],
        words.right[lasts],
        tops,
        bottoms,
        words.size[begins],
        words.bold[begins],
    )
    pieces = [
        piece for pair in zip(words.before.tolist(), words.texts, strict=True) for piece in pair
    ]
    spans = pairwise([*begins.tolist(), len(words)])
    rows = zip(*(column.tolist() for column in columns), strict=True)
    for (begin, end), plain, row in zip(spans, is_plain.tolist(), rows, strict=True):
        if plain:
            text = printed_text("".join(pieces[2 * begin : 2 * end]))
            yield TextLine(text, page, *row)
        else:
            yield make_line(list(words.between(begin, end)), page)


def are_plain(
    words: WordArrays, begins: NDArray[np.intp], bottoms: NDArray[np.float64]
) -> NDArray[np.bool_]:
    """Return whether each line is set in one size and weight, no word glued on and none raised."""
    sizes = np.minimum.reduceat(words.size, begins)
    is_one_font = sizes == np.maximum.reduceat(words.size, begins)
    is_bold = np.logical_or.reduceat(words.bold, begins)
    is_one_font &= is_bold == np.logical_and.reduceat(words.bold, begins)
    has_glued = np.logical_or.reduceat(words.before == "", begins)
    highest = np.minimum.reduceat(words.bottom, begins)
    is_plain: NDArray[np.bool_] = is_one_font & ~has_glued & ~is_raised(highest, sizes, bottoms)
    return is_plain
