from dataclasses import replace

import pytest

from corpus.layout.blocks import PARAGRAPH, ROW, Block
from corpus.understanding.outline.open_headings import OpenHeading, OpenHeadings, Placement
from corpus.understanding.outline.placement import PlacedBlock
from corpus.understanding.outline.second_numbers import take_out_second_numbers
from corpus.understanding.outline.tables import (
    find_rule_of_list,
    is_row_of_grades,
    join_rows,
    take_due_date,
)
from tests.corpus.blocks import head, item, para, row
from tests.corpus.known_frameworks import FRAMEWORK_BY_KEY

PROBATION, ILACS = FRAMEWORK_BY_KEY["hmip-youth-justice"], FRAMEWORK_BY_KEY["ilacs"]
SERVICE = row("Service", "Score 18/36")


def labelled(label, text):
    return Block(PARAGRAPH, text, page=1, cells=(label,))


def joined(*blocks, framework=PROBATION):
    return [(b.kind == ROW, b.text) for b in join_rows(blocks, framework)]


def test_a_column_of_dates_belongs_to_what_stands_beside_it():
    blocks = [labelled("Date", "Event"), labelled("May 2022", "A midwife called."), para("End.")]
    assert joined(*blocks) == [
        (True, "Date Event"), (True, "May 2022 A midwife called."), (False, "End."),
    ]  # fmt: skip
    assert joined(labelled("4 May 2022", "A midwife called.")) == [(True, "4 May 2022 A midwife called.")]  # fmt: skip


def test_a_row_of_heads_makes_a_table_of_labels():
    blocks = [labelled("Regulated activity", "Regulation"), labelled("Personal care", "It is short of staff.")]  # fmt: skip
    assert joined(*blocks)[1] == (True, "Personal care It is short of staff.")


@pytest.mark.parametrize("label", ["2.1", "Strengths"])
def test_other_labels_are_left_beside_their_paragraphs(label):
    blocks = [labelled(label, "The plans are clear, and children know them.")] * 2
    assert list(join_rows(blocks, PROBATION)) == blocks


def test_numbers_beside_short_paragraphs_head_no_table():
    asked = [para("R1 Ask more of pupils"), para("R2 Tell governors")]
    blocks = take_out_second_numbers(asked)
    assert [b.cells for b in blocks] == [("R1",), ("R2",)]
    assert list(join_rows(blocks, PROBATION)) == blocks


def test_the_lines_of_a_narrow_cell_belong_to_the_row_below():
    blocks = [head("Ratings"), para("Millbrook"), para("Youth"), SERVICE]
    assert joined(*blocks)[1:] == [(True, "Millbrook Youth Service Score 18/36")]


@pytest.mark.parametrize(
    ("blocks", "framework"),
    [
        (
            [head("Ratings"), para("Organisational delivery"), row("1.1", "Staff", "Good")],
            PROBATION,
        ),
        ([head("Ratings"), para("A line that is longer"), SERVICE], PROBATION),
        ([head("Foreword"), para("Millbrook"), SERVICE], PROBATION),
        ([head("Ratings"), para("Millbrook"), para("We found much to like here.")], PROBATION),
        ([head("Ratings"), para("Millbrook"), SERVICE], ILACS),
    ],
    ids=["a part", "a long line", "no grades", "no row", "another framework"],
)
def test_a_line_that_is_no_part_of_a_cell_is_left(blocks, framework):
    assert list(join_rows(blocks, framework)) == blocks


@pytest.mark.parametrize(
    ("cells", "timescale"),
    [
        (("Mend the lift.", "30 April 2031"), "30 April 2031"),
        (("Mend the lift.", "by 30/04/2031"), "by 30/04/2031"),
        (("Mend the lift.", "Within three months"), "Within three months"),
        (("Mend the lift.", "The council"), None),
        (("30 April 2031", "Mend the lift."), "30 April 2031"),
        (("Within three months", "Mend the lift."), "Within three months"),
        (("Mend the lift.", "4"), None),
    ],
)
def test_the_due_date_of_a_row_is_its_timescale(cells, timescale):
    asked = PlacedBlock(row(*cells), Placement(kind="recommendation"))
    taken = take_due_date(asked)
    assert taken.placement.timescale == timescale
    assert taken.block.text == ("Mend the lift." if timescale else " ".join(cells))
    finding = replace(asked, placement=Placement())
    assert take_due_date(finding) == finding


def under(title, kind):
    heading = OpenHeading(title, 2, Placement(section=title, kind=kind))
    return OpenHeadings(headings=(heading,))


@pytest.mark.parametrize(
    ("framework", "headings", "level", "is_beside_row", "expected"),
    [
        (PROBATION, under("1. Organisational delivery", "finding"), None, True, True),
        (PROBATION, under("1. Organisational delivery", "finding"), None, False, False),
        (PROBATION, under("Ratings", "context"), None, False, True),
        (PROBATION, under("Ratings", "context"), 2, False, False),
        (ILACS, under("Ratings", "context"), None, True, False),
    ],
    ids=["beside a row", "alone", "over nothing else", "in large type", "no such table"],
)
def test_a_row_of_a_table_of_grades_heads_no_section(
    framework, headings, level, is_beside_row, expected
):
    graded = replace(row("1.1 Staff", "Good"), level=level)
    assert is_row_of_grades(graded, framework, headings, is_beside_row) is expected


@pytest.mark.parametrize(
    ("block", "headings", "is_beside_row", "rule"),
    [
        (para("1. Organisational delivery"), under("Ratings", "context"), True, "record"),
        (para("1. Organisational delivery"), under("Ratings", "context"), False, None),
        (head("1. Organisational delivery"), under("Ratings", "context"), True, None),
        (para("2. Findings"), under("Contents", "context"), False, "contents"),
        (item("Leaders know their staff."), under("Contents", "context"), False, None),
        (head("2. Findings"), under("Contents", "context"), False, None),
    ],
)
def test_lines_of_a_list_are_no_headings(block, headings, is_beside_row, rule):
    assert find_rule_of_list(block, PROBATION, headings, is_beside_row) == rule
