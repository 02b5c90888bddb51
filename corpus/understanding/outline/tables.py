"""Tables in a report's text: rows that the layout took apart, and columns with due dates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.frameworks.framework import Framework
from corpus.layout.blocks import CONTENTS, HEADING, PARAGRAPH, ROW, Block
from corpus.patterns import anyof, straighten
from corpus.understanding.cues import TIMESCALE
from corpus.understanding.dates import MONTH, WHOLE_DAY
from corpus.understanding.grading.judgements import heads_judgements
from corpus.understanding.opening import is_statement
from corpus.understanding.outline.open_headings import OpenHeadings
from corpus.understanding.outline.placement import RECORD, PlacedBlock
from corpus.understanding.outline.second_numbers import SECOND_NUMBER

DUE_DATE = anyof(rf"(?:by )?(?:{WHOLE_DAY})\W*$", TIMESCALE.pattern)

A_DATE = anyof(
    rf"(?:{WHOLE_DAY})\W*$", rf"(?:(?:early|mid|late)[ -])?(?:{MONTH}) (?:19|20)\d\d\W*$"
)
CONTENTS_HEADING = re.compile(r"(?:table of )?contents", re.IGNORECASE)

MAX_HEADER_WORDS = 4
MAX_CELL_WORDS = 3


def join_rows(blocks: Sequence[Block], framework: Framework) -> Iterator[Block]:
    """Yield the blocks of a report, each row of a table that the layout took apart as one row.

    Such are a table of labels beside sentences under a row of heads, or with dates for labels; and
    in a table of grades the lines of a narrow cell over the row that they belong to.
    """
    in_table = in_grades = False
    above: list[Block] = []  # lines of a cell that may belong to the row after them
    for at, block in enumerate(blocks):
        is_labelled = block.kind == PARAGRAPH and len(block.cells) == 1
        in_table = is_labelled and (in_table or begins_table(blocks[at : at + 2]))
        if block.kind == HEADING:
            in_grades = heads_judgements(block, framework)
        if in_grades and is_part_of_cell(block, framework):
            above.append(block)
            continue
        if above and block.kind == ROW and not block.cells[0][:1].isdigit():
            name = " ".join([*(line.text for line in above), block.cells[0]])
            block = make_row(above[0], (name, *block.cells[1:]))
        else:
            yield from above
        above = []
        yield make_row(block, (*block.cells, block.text)) if in_table else block
    yield from above


def make_row(first: Block, cells: tuple[str, ...]) -> Block:
    """Return the row of some cells, which begins where the block `first` does."""
    return replace(first, kind=ROW, cells=cells, text=" ".join(filter(None, cells)))


def begins_table(blocks: Sequence[Block]) -> bool:
    """Return whether the first of two blocks is a row of heads over labels, or has a date.

    The number beside a paragraph is no head.
    """
    first = blocks[0]
    if A_DATE.match(first.cells[0]):
        return True
    if SECOND_NUMBER.fullmatch(first.cells[0]):
        return False
    is_short = all(len(t.split()) <= MAX_HEADER_WORDS for t in (first.cells[0], first.text))
    is_over_labels = len(blocks) > 1 and blocks[1].kind == PARAGRAPH and len(blocks[1].cells) == 1
    return is_short and is_over_labels and first.text[-1:].isalpha()


def is_part_of_cell(block: Block, framework: Framework) -> bool:
    """Return whether a line of few words may be part of a narrow cell, and names no section."""
    is_line = block.kind == PARAGRAPH and block.number is None and not block.cells
    if not is_line or len(block.text.split()) > MAX_CELL_WORDS or not block.text[-1:].isalpha():
        return False
    return block.text[:1].isupper() and framework.find_rule(straighten(block.text)) is None


def is_next_row(block: Block, neighbour: Block | None) -> bool:
    """Return whether a neighbour of a block is a row of one table with it, in type of its size."""
    return neighbour is not None and neighbour.kind == ROW and neighbour.size == block.size


def is_row_of_grades(
    row: Block, framework: Framework, headings: OpenHeadings, is_beside_row: bool
) -> bool:
    """Return whether a row with a grade is one of a table of judgements, and heads no section.

    It is one where it stands beside another row, in a framework that lists what such tables
    stand under, or, in plain type, under a heading of that list over nothing else.
    """
    heading = framework.record_heading
    if heading is None or is_beside_row:
        return heading is not None
    is_over_grades = heading.search(straighten(headings.last_title))
    return row.level is None and headings.placement.kind == "context" and bool(is_over_grades)


def find_rule_of_list(
    block: Block, framework: Framework, headings: OpenHeadings, is_beside_row: bool
) -> str | None:
    """Return the rule for a line in plain type that a table of grades or a list of contents has, so
    that it is no heading there; None where it is none of these.
    """
    if block.kind == HEADING:
        return None
    if is_beside_row and heads_judgements(block, framework):
        return RECORD
    is_in_contents = CONTENTS_HEADING.fullmatch(headings.last_title)
    return CONTENTS if is_in_contents and not is_statement(straighten(block.text)) else None


def take_due_date(placed: PlacedBlock) -> PlacedBlock:
    """Return a recommendation that is a row without its last cell, or its first, where that is its
    timescale.
    """
    block, placement = placed.block, placed.placement
    cells = block.filled_cells
    if block.kind != ROW or placement.kind != "recommendation" or len(cells) < 2:
        return placed
    at = next((at for at in (-1, 0) if DUE_DATE.match(cells[at])), None)
    if at is None:
        return placed
    due = cells.pop(at).rstrip(" :.,")
    block = replace(block, cells=tuple(cells), text=" ".join(cells))
    return PlacedBlock(block, replace(placement, timescale=due))
