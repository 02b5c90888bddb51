import pytest

from corpus.understanding.outline.exclusion import find_exclusion_rule, is_on_cover
from tests.corpus.blocks import para, row
from tests.corpus.known_frameworks import FRAMEWORK_BY_KEY

SCHOOL, REVIEW = (
    FRAMEWORK_BY_KEY[key] for key in ("ofsted-school-2012", "safeguarding-practice-review")
)


@pytest.mark.parametrize(
    ("block", "in_grade_scale", "rule"),
    [
        (para("* * *"), False, "without-words"),
        (row("12", "7"), False, None),
        (para("© Crown copyright 2031"), False, "boilerplate"),
        (row("Judgement", "Grade"), False, "table-header"),
        (row("Grade 2", "Good", "A good school is effective."), True, "grade-meaning"),
        (row("Grade 2", "Good", "A good school is effective."), False, None),
        (para("Teachers ask, wait, and ask again."), False, None),
    ],
)
def test_what_is_no_paragraph_wherever_it_stands(block, in_grade_scale, rule):
    assert find_exclusion_rule(block, SCHOOL, in_grade_scale) == rule


@pytest.mark.parametrize(
    ("text", "is_headed", "expected"),
    [
        ("Lead reviewer: Ann Hill", True, True),
        ("Lead reviewer: Ann Hill", False, True),
        ("Lead reviewer Ann Hill spoke with the family, who had much to say.", True, False),
        ("Marrowdale", False, True),
        ("Marrowdale", True, False),
    ],
)
def test_what_is_a_line_of_a_cover(text, is_headed, expected):
    assert is_on_cover(para(text), REVIEW, is_headed) is expected
