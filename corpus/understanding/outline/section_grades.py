"""Read the grade of a section: in a row, at its heading, or as its judgement gives it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.frameworks.scale import Scale
from corpus.layout.blocks import ROW, Block
from corpus.model import Doubt
from corpus.patterns import straighten
from corpus.understanding.grading.grades import is_no_grade, join_number, parse_grade
from corpus.understanding.grading.stated_grades import is_dated

VERB = re.compile(r"^(?:is|are) ", re.IGNORECASE)
"""How a cell may state a grade of what stands in the cell before it."""


def is_dated_row(block: Block) -> bool:
    """Return whether a block is a row that begins with a day, as one on an earlier inspection."""
    cells = list_filled_cells(block)
    return len(cells) > 1 and is_dated(cells[0])


def read_graded_row(block: Block, scale: Scale) -> tuple[str, str | None] | None:
    """Return what a row is on and its grade, None where it says that there is none.

    Return None for a block that is no such row.
    """
    cells = list_filled_cells(block)
    if len(cells) < 2:
        return None
    cells = join_number(cells)
    grade = parse_grade(VERB.sub("", cells[-1]), scale)
    return (cells[0], grade) if grade or is_no_grade(cells[-1]) else None


def list_filled_cells(block: Block) -> Sequence[str]:
    """Return the cells of a row that hold anything, straightened; none of another block."""
    return list(map(straighten, block.filled_cells)) if block.kind == ROW else []


def find_conflict(
    section: str | None, printed: str, judged: str, page: int | None
) -> Iterator[Doubt]:
    """Yield a doubt where a heading and the table of judgements give different grades."""
    if printed != judged:
        message = f"“{section}” is graded {printed} at its heading and {judged} in the table"
        yield Doubt("grade-conflict", message, page)
