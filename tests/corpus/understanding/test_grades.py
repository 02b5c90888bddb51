import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.model import GRADES
from corpus.understanding.grades import is_no_grade, is_set_as_grade, parse_grade, split_grade


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


@pytest.mark.parametrize(
    ("heading", "title", "grade"),
    [
        ("Partnership workingGrade 2 (Good)", "Partnership working", "good"),
        ("Quality of provision Grade 3 (Adequate)", "Quality of provision", "adequate"),
        ("Being healthy (Good)", "Being healthy", "good"),
        ("The progress of care leavers: good", "The progress of care leavers: good", "good"),
        (
            "The judgement is that it is requires improvement",
            "The judgement is that it is requires improvement",
            "requires improvement",
        ),
        (
            "Services in Eastmere require improvement because:",
            "Services in Eastmere require improvement because:",
            "requires improvement",
        ),
        ("Leadership, management and governance Inadequate", "Leadership, management and governance", "inadequate"),
        ("Being healthy Grade 1 (Inadequate)", "Being healthy", None),
        (
            "This authority requires improvement and is not yet good because",
            "This authority requires improvement and is not yet good because",
            "requires improvement",
        ),
        ("Where services are not good", "Where services are not good", None),
        ("The LSCB requires improvement", "The LSCB requires improvement", "requires improvement"),
        ("The LSCB Requires improvement", "The LSCB", "requires improvement"),
        ("Main findings", "Main findings", None),
        ("Good", "Good", None),
        ("What good looks like", "What good looks like", None),
    ],
)  # fmt: skip
def test_a_heading_and_its_grade(heading, title, grade):
    assert split_grade(heading) == (title, grade)


@pytest.mark.parametrize("text", ["Not judged", "Not Judged", "N/A", "not yet inspected"])
def test_no_grade_given(text):
    assert is_no_grade(text)


@given(st.sampled_from(GRADES), st.booleans())
def test_every_grade_is_read_back(grade, numbered):
    text = f"Grade {grade.rank} ({grade.label})" if numbered else grade.label
    assert parse_grade(text) == grade.key
