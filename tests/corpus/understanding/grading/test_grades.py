import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.model import GRADES
from corpus.understanding.grading.grades import is_no_grade, is_set_as_grade, parse_grade


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("Good", "good"),
        ("Grade 2 (Good)", "good"),
        ("2 (Good)", "good"),
        ("Grade 4 (inadequate)", "inadequate"),
        ("Requires improvement to be good", "requires improvement"),
        ("Requires\nImprovement", "requires improvement"),
        ("Require improvement", "requires improvement"),
        ("Grade 3: Adequate", "adequate"),
        ("Judgement: outstanding", "outstanding"),
        ("OUTSTANDING", "outstanding"),
        ("Good Grade 2", "good"),
        ("Adequate (grade 3)", "adequate"),
        ("Inadequate – Grade: 4", "inadequate"),
        ("Good Grade 3", None),
        ("Grade 2 (Inadequate)", None),
        ("Grade 7 (Fine)", None),
        ("Good practice", None),
        ("Services are good", None),
        ("", None),
    ],
)
def test_a_text_that_is_a_grade(text, grade):
    assert parse_grade(text) == grade


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Grade 2 (Good)", True),
        ("Grade 2 (Inadequate)", True),
        ("Grade 7 (Fine)", True),
        ("Good", True),
        ("Grades in English rose", False),
        ("Graded care profile", False),
        ("Leadership", False),
    ],
)
def test_a_text_that_is_set_as_a_grade(text, meant):
    assert is_set_as_grade(text) == meant


@pytest.mark.parametrize("text", ["Not judged", "Not Judged", "N/A", "not yet inspected"])
def test_no_grade_given(text):
    assert is_no_grade(text)


@given(st.sampled_from(GRADES), st.booleans())
def test_every_grade_is_read_back(grade, numbered):
    text = f"Grade {grade.rank} ({grade.label})" if numbered else grade.label
    assert parse_grade(text) == grade.key
