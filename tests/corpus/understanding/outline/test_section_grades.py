import pytest

from corpus.understanding.outline.section_grades import (
    find_conflict,
    is_dated_row,
    read_graded_row,
)
from tests.corpus.blocks import para, row
from tests.corpus.known_frameworks import FRAMEWORK_BY_KEY

SCALE = FRAMEWORK_BY_KEY["ilacs"].scale


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (row("Leadership", "Good"), ("Leadership", "good")),
        (row("Leadership", "is good"), ("Leadership", "good")),
        (row("Leadership", "", "Good", "2"), ("Leadership", "good")),
        (row("Leadership", "Not judged"), ("Leadership", None)),
        (row("Leadership", "Ada Marsh"), None),
        (row("Good"), None),
        (para("Leadership Good"), None),
    ],
)
def test_a_row_with_a_grade(block, expected):
    assert read_graded_row(block, SCALE) == expected


@pytest.mark.parametrize(
    ("block", "is_dated"),
    [
        (row("4 May 2031", "Good"), True),
        (row("Leadership", "4 May 2031"), False),
        (row("4 May 2031"), False),
        (para("4 May 2031 Good"), False),
    ],
)
def test_a_row_that_begins_with_a_day(block, is_dated):
    assert is_dated_row(block) == is_dated


def test_two_grades_of_a_section_are_doubted():
    (doubt,) = find_conflict("Leadership", "good", "inadequate", 3)
    assert (doubt.kind, doubt.page) == ("grade-conflict", 3)
    assert list(find_conflict("Leadership", "good", "good", 3)) == []
