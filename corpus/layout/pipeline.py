"""The layout pipeline: every step from printed lines to blocks, in the order in which they run."""

from __future__ import annotations

from functools import reduce

from corpus.formats.document import Document
from corpus.layout.blocks import Block
from corpus.layout.bullets import take_bullets_off
from corpus.layout.columns import stack_columns
from corpus.layout.furniture.contents_pages import mark_contents
from corpus.layout.furniture.footnotes import mark_footnotes, rejoin_split_lines
from corpus.layout.furniture.headers_footers import set_running_lines_aside
from corpus.layout.furniture.raised_marks import take_raised_marks_off
from corpus.layout.furniture.set_aside import set_furniture_aside
from corpus.layout.measuring import measure_lines
from corpus.layout.paragraphs.assembly import assemble_blocks, drop_empty_blocks
from corpus.layout.paragraphs.boxes import mark_boxes
from corpus.layout.paragraphs.grouping import group_lines
from corpus.layout.paragraphs.headings import (
    detach_page_titles,
    rank_headings,
    rank_headings_below_stated,
)
from corpus.layout.paragraphs.numbers import number_paragraphs
from corpus.layout.paragraphs.page_cuts import join_cut_paragraphs
from corpus.layout.reading_order import order_lines
from corpus.layout.state import LayoutState, Step, initial_state
from corpus.layout.tables.cells import unweave_cells
from corpus.layout.tables.rows import fold_rows

PRINTED_STEPS: tuple[Step, ...] = (
    set_running_lines_aside,
    take_bullets_off,
    order_lines,
    stack_columns,
    measure_lines,
    mark_footnotes,
    take_raised_marks_off,
    mark_contents,
    set_furniture_aside,
    rejoin_split_lines,
    unweave_cells,
    fold_rows,
    number_paragraphs,
    mark_boxes,
    detach_page_titles,
    group_lines,
    assemble_blocks,
    rank_headings,
    drop_empty_blocks,
)
"""For documents whose lines are those that were printed, with their places: PDF, typed text."""

FLOWING_STEPS: tuple[Step, ...] = (
    take_bullets_off,
    take_raised_marks_off,
    mark_contents,
    set_furniture_aside,
    number_paragraphs,
    measure_lines,
    join_cut_paragraphs,
    assemble_blocks,
    rank_headings_below_stated,
)
"""For documents whose lines are whole paragraphs: Markdown, HTML, Word."""


def analyse_layout(document: Document) -> tuple[Block, ...]:
    """Return the blocks of a document: all furniture first, then the text in reading order."""
    steps = FLOWING_STEPS if document.flowing else PRINTED_STEPS
    state = run_steps(steps, initial_state(document))
    return (*state.furniture, *state.blocks)


def run_steps(steps: tuple[Step, ...], state: LayoutState) -> LayoutState:
    """Return the state that is left when each step has taken what the one before it returned."""
    return reduce(lambda before, step: step(before), steps, state)
