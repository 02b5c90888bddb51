"""Documents whose lines are paragraphs already: page breaks that cut them, headings, contents."""

import pytest

from corpus.formats.lines import Document, Line
from corpus.layout import blocks
from corpus.layout.blocks import BULLET, CONTENTS, HEADING, PARAGRAPH, ROW


def flowing(*lines):
    rows = tuple(line if isinstance(line, Line) else Line(line) for line in lines)
    return blocks(Document(rows, flowing=True))


@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [
        ("Workers plan with", "families each month.", True),
        ("Workers plan with the", "Marrowdale team.", True),
        ("Workers plan, listen,", "Marrowdale’s leaders say.", True),
        ("Workers plan before pre-", "placement visits.", True),
        ("Workers plan well.", "Leaders agree.", False),
        ("Workers plan with Marrowdale", "Leaders agree.", False),
        ("Workers plan for:", "- families", False),
    ],
    ids=lambda value: str(value).replace(" ", "_"),
)
def test_a_page_break_cuts_no_sentence(above, below, joined):
    assert (len(flowing(above, below)) == 1) is joined


def test_kinds_and_levels():
    found = flowing(
        Line("Inspection of Marrowdale", heading=1),
        Line("Leadership", bold=True),
        "1. Leaders plan.",
        "2. Leaders listen to:",
        Line("families", bullet=1),
        Line("and their schools", bullet=2),
        "3. Leaders act.",
        Line("Overall effectiveness Good", cells=("Overall effectiveness", "Good")),
    )
    assert [(b.kind, b.level, b.number, b.depth) for b in found] == [
        (HEADING, 1, None, 0), (HEADING, 2, None, 0), (PARAGRAPH, None, 1, 0),
        (PARAGRAPH, None, 2, 0), (BULLET, None, None, 1), (BULLET, None, None, 2),
        (PARAGRAPH, None, 3, 0), (ROW, None, None, 0),
    ]  # fmt: skip
    assert found[2].text == "Leaders plan."


def test_numbers_on_lines_of_their_own():
    found = flowing("1.", "Leaders plan.", "2.", "Leaders listen.", "3.", "Leaders act.")
    assert [(b.number, b.text) for b in found] == [
        (1, "Leaders plan."), (2, "Leaders listen."), (3, "Leaders act."),
    ]  # fmt: skip


def test_contents_as_table_rows():
    entries = [Line(f"{t} {n}", cells=(t, n)) for t, n in (("Leadership", "2"), ("Care", "4"))]
    found = flowing(Line("Contents", heading=1), *entries, Line("Record 9"), "Leaders plan well.")
    assert [block.kind for block in found] == [CONTENTS] * 4 + [PARAGRAPH]
