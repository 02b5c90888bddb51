"""Columns of text: lines that stand side by side put under one another, the left column first.

A PDF draws columns one after the other, or line by line as it does the cells of a table. They are
columns where prose stands on both sides of a gutter that no line crosses. So that later steps need
to know nothing of columns, the right one is moved to below the left one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, count, groupby, pairwise, starmap
from statistics import median_low

from msgspec.structs import replace as replace_fields

from corpus.layout.lines import LayoutLine
from corpus.layout.reading_order import MIN_JUMP_POINTS
from corpus.layout.sentences import ends_sentence, starts_lower
from corpus.layout.state import LayoutState

MIN_GUTTER_POINTS = 4.0
"""Points that the empty strip between two columns is wide, at least."""

MIN_OVERLAP_POINTS = 2.0
"""Two lines stand side by side where their heights share more than this."""

MIN_COLUMN_LINES, MIN_COLUMN_WORDS = 3, 12
"""What a column of prose has, at least."""

MIN_WORDS_PER_LINE = 3.5
"""Words that a column's lines have on average, at least; cells of figures and names have fewer."""

MIN_CELLS = 4
"""Cells of a table, at least."""

MAX_WORDS_PER_SENTENCE = 60
"""Prose has a sentence's end, or a bullet, in so many words; labels have none."""

MIN_OPEN_WORDS = 25
"""Words of a column whose one sentence may go on elsewhere, at least; labels have fewer."""

MIN_WRAPPED_SHARE = 0.3
"""The share of a column's lines that go on within a sentence or are bullets, at least."""

MAX_PITCH_EMS, DEFAULT_PITCH_EMS = 1.7, 1.2
"""How far below a line of a column the next one stands, in its type size: at most, and usually."""

MAX_ROW_PITCH_EMS = 3.0
"""How far below a row of a table the next one stands, in its type size, at most."""

PARAGRAPH_GAP_PITCHES = 2.0
"""How many lines below the left column's last sentence the right column is put."""

MAX_COLUMNS, MAX_LINES = 6, 300
"""Columns that stand side by side, and lines of one drawn before the next begins, at most."""

SENTENCE_END = re.compile(r"[.!?:;][’”'\")]*(?:\s|$)")


@dataclass(slots=True)
class ColumnPair:
    """The lines left and right of a gutter, which lies between `lo` and `hi`, as they are met."""

    lo: float
    hi: float
    left: list[LayoutLine] = field(default_factory=list)
    right: list[LayoutLine] = field(default_factory=list)
    bottom: float = 0.0
    turns: int = 0
    on_right: bool | None = None

    def take(self, line: LayoutLine) -> bool:
        """Add a line to its column; return whether it stands on one side of the gutter."""
        on_right = line.left > self.lo + MIN_GUTTER_POINTS
        if not on_right and line.right > self.hi - MIN_GUTTER_POINTS:
            return False
        self.lo = self.lo if on_right else max(self.lo, line.right)
        self.hi = min(self.hi, line.left) if on_right else self.hi
        self.turns += on_right is not self.on_right is not None
        self.on_right = on_right
        (self.right if on_right else self.left).append(line)
        self.bottom = max(self.bottom, line.bottom)
        return True

    def ends_before(self, lines: Sequence[LayoutLine]) -> bool:
        """Return whether the first of the lines that come stands under both columns.

        It does where each column was drawn as a whole, and in columns drawn line by line where it
        neither goes on at the left column's width nor has a neighbour on the right, or where a
        table follows prose or prose a table.
        """
        line, below = lines[0], lines[1] if len(lines) > 1 else None
        if not self.left or line.left > self.lo or line.top < self.bottom - MIN_OVERLAP_POINTS:
            return False
        if self.turns == 1 and (is_tall(self.left) or is_tall(self.right)):
            return True
        is_apart = line.bottom - self.bottom > line.size * MAX_PITCH_EMS
        if is_apart and are_cells([*self.left, *self.right]) != are_cells(rows_from(lines)):
            return True
        has_neighbour = below is not None and gutter_between(line, below) is not None
        return not (
            has_neighbour
            or follows(self.left[-1], line)
            or (below is not None and below.right < self.hi and follows(line, below))
        )


def stack_columns(state: LayoutState) -> LayoutState:
    """Step: put the right one of two columns below the left one, on pages that have them."""
    pages = groupby(state.lines, key=lambda line: line.page)
    stacked = (stack_page(list(page), count(1)) for _, page in pages)
    return replace(state, lines=tuple(chain.from_iterable(stacked)))


def stack_page(
    page: Sequence[LayoutLine], numbers: Iterator[int], depth: int = 1
) -> Iterator[LayoutLine]:
    """Yield the lines of a page, its columns under one another, with the next of the `numbers`.

    `depth` is how often the lines have been divided into columns, this time included.
    """
    done, index = 0, 1 if depth < MAX_COLUMNS else len(page)
    while index < len(page):
        gutter = gutter_between(page[index - 1], page[index])
        if gutter is None:
            index += 1
            continue
        start, end, pair = find_columns(page, done, index, gutter)
        if is_prose(pair.left) and is_prose(pair.right):
            yield from page[done:start]
            left = list(stack_page(pair.left, numbers, depth + 1))
            yield from numbered(left, next(numbers))
            right = list(stack_page(pair.right, numbers, depth + 1))
            yield from numbered(moved_below(left, right), next(numbers))
            done = end
        index = end + 1
    yield from page[done:]


def gutter_between(line: LayoutLine, following: LayoutLine) -> tuple[float, float] | None:
    """Return the strip between two lines, of which one may begin a column beside the other's."""
    is_beside = following.top < line.bottom - MIN_OVERLAP_POINTS
    is_column_top = following.top < line.top - MIN_JUMP_POINTS
    if not is_column_top and not (is_beside and line.top < following.bottom - MIN_OVERLAP_POINTS):
        return None
    left, right = (line, following) if line.left < following.left else (following, line)
    is_wide = right.left - left.right >= MIN_GUTTER_POINTS
    return (left.right, right.left) if is_wide else None


def find_columns(
    page: Sequence[LayoutLine], done: int, index: int, gutter: tuple[float, float]
) -> tuple[int, int, ColumnPair]:
    """Return the span of lines on both sides of a gutter, and these lines.

    The gutter stands between the line at `index` and the one before it; `done` is the first line
    that may belong to them.
    """
    start, above = index, ColumnPair(*gutter)
    while (
        start > max(done, index - MAX_LINES)
        and page[start - 1].bottom > page[index].top + MIN_OVERLAP_POINTS
        and above.take(page[start - 1])
    ):
        start -= 1
    pair = ColumnPair(*gutter)
    for line in page[start:index]:
        pair.take(line)
    end = index
    while end < len(page):
        if pair.ends_before(page[end : end + MAX_LINES]) or not pair.take(page[end]):
            break
        end += 1
    return start, max(end, index), pair


def is_prose(column: Sequence[LayoutLine]) -> bool:
    """Return whether lines under one another are sentences or bullets, and no cells of a table."""
    if len(column) >= MIN_COLUMN_LINES and is_list(column):
        return True
    text = " ".join(line.text for line in column)
    words, bullets = len(text.split()), sum(bool(line.bullet) for line in column)
    wraps = sum(starts_lower(line.text) for line in column)
    if (
        len(column) < MIN_COLUMN_LINES
        or words < max(MIN_COLUMN_WORDS, len(column) * MIN_WORDS_PER_LINE)
        or wraps + bullets < len(column) * MIN_WRAPPED_SHARE
    ):
        return False
    is_open = words >= MIN_OPEN_WORDS and all(starmap(follows, pairwise(column)))
    ends = len(SENTENCE_END.findall(text)) + bullets + is_open
    return words <= ends * MAX_WORDS_PER_SENTENCE


def is_list(column: Sequence[LayoutLine]) -> bool:
    """Return whether lines are bullets, each with the lines that go on with it."""
    begins = bool(column[0].bullet) and sum(bool(line.bullet) for line in column) > 1
    return begins and all(line.bullet or starts_lower(line.text) for line in column)


def rows_from(lines: Sequence[LayoutLine]) -> Sequence[LayoutLine]:
    """Return the lines as far as they stand side by side, or as near as the first two rows."""
    bottom, max_pitch = lines[0].bottom, 0.0
    for index, line in enumerate(lines):
        pitch = line.bottom - bottom
        if pitch > 0 and not max_pitch:
            usual, widest = line.size * MAX_PITCH_EMS, line.size * MAX_ROW_PITCH_EMS
            max_pitch = min(max(usual, pitch + MIN_OVERLAP_POINTS), widest)
        if pitch > max_pitch:
            return lines[:index]
        bottom = max(bottom, line.bottom)
    return lines


def are_cells(lines: Sequence[LayoutLine]) -> bool:
    """Return whether lines, of two rows at least, are labels and figures and no prose."""
    words = sum(len(line.text.split()) for line in lines)
    has_rows = len(lines) >= MIN_CELLS and lines[-1].top > lines[0].bottom - MIN_OVERLAP_POINTS
    return has_rows and words < len(lines) * MIN_WORDS_PER_LINE


def follows(above: LayoutLine, below: LayoutLine) -> bool:
    """Return whether a line stands right under another, in the same weight."""
    pitch = below.bottom - above.bottom
    return 0 < pitch <= below.size * MAX_PITCH_EMS and above.bold == below.bold


def is_tall(column: Sequence[LayoutLine]) -> bool:
    """Return whether some lines of a column stand under others."""
    return bool(column) and column[-1].top > column[0].bottom - MIN_OVERLAP_POINTS


def numbered(column: Sequence[LayoutLine], number: int) -> Iterator[LayoutLine]:
    """Yield the lines of a column with its number, those of columns within it as they are."""
    return (line if line.column else replace_fields(line, column=number) for line in column)


def moved_below(left: Sequence[LayoutLine], right: Sequence[LayoutLine]) -> list[LayoutLine]:
    """Return the right column as it would stand below the left one."""
    across = min(line.left for line in left) - min(line.left for line in right)
    gap = pitch_of([*left, *right]) * (
        PARAGRAPH_GAP_PITCHES if ends_sentence(left[-1].text) else 1.0
    )
    down = left[-1].bottom + gap - right[0].bottom
    return [
        replace_fields(
            line,
            left=line.left + across,
            right=line.right + across,
            top=line.top + down,
            bottom=line.bottom + down,
        )
        for line in right
    ]


def pitch_of(lines: Sequence[LayoutLine]) -> float:
    """Return the usual distance between lines under one another, in points."""
    pitches = [below.bottom - above.bottom for above, below in pairwise(lines)]
    size = lines[0].size
    usual = [pitch for pitch in pitches if size / 2 < pitch <= size * MAX_PITCH_EMS]
    return median_low(usual) if usual else size * DEFAULT_PITCH_EMS
