import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.understanding.grading.grades import (
    is_no_grade,
    is_set_as_grade,
    join_number,
    parse_grade,
)
from tests.corpus.known_frameworks import LIBRARY, OFSTED, SCALE_BY_KEY


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
        ("Requires Improvement ●", "requires improvement"),
        ("Outstanding ☆", "outstanding"),
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
    assert parse_grade(text, OFSTED) == grade


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
    assert is_set_as_grade(text, OFSTED) == meant


@pytest.mark.parametrize("text", ["Not judged", "Not Judged", "N/A", "not yet inspected"])
def test_no_grade_given(text):
    assert is_no_grade(text)


@pytest.mark.parametrize(
    ("scale", "text", "grade"),
    [
        ("care-inspectorate", "5 - Very Good", "very good"),
        ("care-inspectorate", "Very good (5)", "very good"),
        ("care-inspectorate", "Very good – 5", "very good"),
        ("care-inspectorate", "Grade: 4 Good", "good"),
        ("care-inspectorate", "2 (Good)", None),
        ("care-inspectorate", "Requires improvement", None),
        ("cqc", "Rating: Requires improvement", "requires improvement"),
        ("cqc", "Adequate", None),
        ("cqc", "2 Good", None),
        ("estyn", "Adequate", "adequate and needs improvement"),
        ("hiqa", "Not Compliant", "not compliant"),
        ("hiqa", "Non-compliant", "not compliant"),
        ("ofsted-report-card", "Expected standard", "expected standard"),
        ("ofsted-report-card", "Strong", "strong standard"),
    ],
)
def test_a_grade_of_another_scale(scale, text, grade):
    assert parse_grade(text, SCALE_BY_KEY[scale]) == grade


@given(st.sampled_from(LIBRARY.scales), st.data())
def test_every_grade_is_read_back(scale, data):
    grade = data.draw(st.sampled_from(scale.grades))
    numbered = grade.number is not None and data.draw(st.booleans())
    text = f"Grade {grade.number} ({grade.label})" if numbered else grade.label
    assert parse_grade(text, scale) == grade.key


@pytest.mark.parametrize(
    ("cells", "joined"),
    [
        (["Quality of teaching", "Good", "2"], ["Quality of teaching", "Good (2)"]),
        (["Quality of teaching", "Good"], ["Quality of teaching", "Good"]),
        (["Pupils", "2"], ["Pupils", "2"]),
        (["Year", "1", "2"], ["Year", "1", "2"]),
        ([], []),
    ],
)
def test_a_grade_with_its_number_in_a_column_beside_it(cells, joined):
    assert join_number(cells) == joined
