"""Cells of a table that a file gives line by line."""

import pytest

from corpus.layout import analyse_layout
from corpus.layout.blocks import ROW
from corpus.layout.tables.cells import are_beside, continues_cell
from tests.corpus.layout.printing import (
    PITCH,
    document,
    layout_lines,
    line,
    state_of,
)
from tests.corpus.layout.tables.pages import BODY, rows


def woven(*rows, top=300):
    """Return the rows of a typed table, line by line: left cell, right cell or None."""
    lines = []
    for row, (left, right) in enumerate(rows):
        lines.append(line(left, top + row * PITCH, 62))
        if right:
            lines.append(line(right, top + row * PITCH, 300))
    return lines


@pytest.mark.parametrize(
    ("table", "cells"),
    [
        (
            [("Help and protection", "Good"), ("Care leavers", "Adequate")],
            [("Help and protection", "Good"), ("Care leavers", "Adequate")],
        ),
        (
            [("Children who need help", "Requires"), ("and protection", "improvement")],
            [("Children who need help and protection", "Requires improvement")],
        ),
        (
            [("Children who need help", "Good"), ("and protection", None), ("Adoption", "Good")],
            [("Children who need help and protection", "Good"), ("Adoption", "Good")],
        ),
    ],
    ids=["a row a line", "both cells wrap", "one cell wraps"],
)
def test_cells_that_come_line_by_line(table, cells):
    assert rows(*woven(*table)) == [(ROW, texts) for texts in cells]


def test_prose_that_comes_line_by_line():
    table = woven(
        ("Marrowdale Council", "Leaders should plan with families"),
        ("and its partners", "Each month, and tell the board that"),
        ("in health", "all of them have done so."),
    )
    block = analyse_layout(document([*BODY, *table]))[-1]
    assert block.cells == ("Marrowdale Council and its partners in health",)
    assert block.text.startswith("Leaders should plan with families Each month, and tell")


LEFT = line("Overall effectiveness", 300, 71)


@pytest.mark.parametrize(
    ("right", "is_beside"),
    [
        (line("Good", 300, 410), True),
        (line("Good", 308, 410), True),
        (line("Good", 311, 410), False),
        (line("Good", 300, 100), False),
        (line("Good", 300, 410, page=2), False),
        (line("Good Adequate", 300, 410, cells=("Good", "Adequate")), False),
    ],
    ids=["beside", "a little lower", "below", "overlapping", "on the next page", "a whole row"],
)
def test_a_cell_stands_beside_another(right, is_beside):
    assert are_beside(*layout_lines(LEFT, right)) is is_beside


@pytest.mark.parametrize(
    ("below", "continues"),
    [
        (line("and leadership", 314.5, 71), True),
        (line("Care leavers", 314.5, 75), True),
        (line("and leadership", 314.5, 105), True),
        (line("Leadership", 314.5, 105), False),
        (line("www.example.org", 314.5, 105), False),
        (line("and leadership", 330, 71), False),
        (line("and leadership", 314.5, 71, bold=True), False),
        (line("• leadership", 314.5, 71), False),
        (line("and leadership", 314.5, 60), False),
    ],
    ids=["below", "nearly below", "hangs in mid-sentence", "hangs with a capital", "a web address",
         "after a gap", "in bold type", "a bullet", "further left"],
)  # fmt: skip
def test_a_line_continues_the_cell_above_it(below, continues):
    above, below = layout_lines(LEFT, below)
    assert continues_cell(above, below, state_of(BODY).metrics) is continues
