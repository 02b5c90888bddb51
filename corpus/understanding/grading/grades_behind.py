"""Bring each grade that is printed behind the text of its section to the section's heading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from corpus.frameworks.scale import Scale
from corpus.layout.blocks import BULLET, HEADING, Block
from corpus.patterns import straighten
from corpus.understanding.grading.grades import is_set_as_grade


def bring_grades_forward(blocks: Sequence[Block], scale: Scale) -> list[Block]:
    """Return blocks with each grade that stands alone behind the heading over it.

    Of several under one heading the last is the section's.
    """
    moved: list[Block] = []
    heading: int | None = None
    for block in blocks:
        if heading is not None and is_lone_grade(block, scale):
            moved.insert(heading + 1, block)
        else:
            heading = len(moved) if block.kind == HEADING else heading
            moved.append(block)
    return moved


def is_lone_grade(block: Block, scale: Scale) -> bool:
    """Return whether a block is a grade of a scale, in whatever type, and not of a list."""
    is_text = block.kind != BULLET and block.number is None and not block.cells
    return is_text and is_set_as_grade(straighten(block.text), scale)


def list_headings(blocks: Sequence[Block], scale: Scale) -> Iterator[tuple[Block, Block | None]]:
    """Yield each heading, with the grade that stands directly behind it, None for none."""
    for block, following in zip_longest(blocks, blocks[1:]):
        if block.kind == HEADING:
            is_graded = following is not None and is_lone_grade(following, scale)
            yield block, following if is_graded else None
