import pytest

from corpus.understanding.grading.stated_by_scale import (
    find_stated_grade,
    has_words_of_ofsted,
    split_grade,
)
from tests.corpus.known_frameworks import SCALE_BY_KEY


@pytest.mark.parametrize(
    ("scale", "same"),
    [("ofsted", True), ("cqc", True), ("hmi-probation", True), ("estyn", False), ("hiqa", False)],
)
def test_which_scales_have_the_words_of_ofsted(scale, same):
    assert has_words_of_ofsted(SCALE_BY_KEY[scale]) == same


@pytest.mark.parametrize(
    ("scale", "heading", "title", "grade"),
    [
        ("cqc", "Is the service safe? Good", "Is the service safe?", "good"),
        ("care-inspectorate", "How good is our leadership? 5 - Very Good", "How good is our leadership?", "very good"),
        ("care-inspectorate", "Quality of staffing: adequate", "Quality of staffing", "adequate"),
        ("care-inspectorate", "Quality of staffing: Very good (5)", "Quality of staffing", "very good"),
        ("care-inspectorate", "Quality of staffing: Very good (2)", "Quality of staffing", None),
        ("hiqa", "Regulation 23: Governance - Not compliant", "Regulation 23: Governance", "not compliant"),
        ("hiqa", "Regulation 23: Governance: Substantially Compliant", "Regulation 23: Governance", "substantially compliant"),
        ("hiqa", "Governance is judged to be compliant", "Governance is judged to be compliant", "compliant"),
        ("estyn", "Standards: Adequate and needs improvement", "Standards", "adequate and needs improvement"),
        ("ofsted-report-card", "Inclusion: Needs attention", "Inclusion", "needs attention"),
        ("ofsted-report-card", "Inclusion Strong standard", "Inclusion", "strong standard"),
        ("estyn", "Standards are not excellent", "Standards are not excellent", None),
        ("estyn", "At the last inspection standards were judged excellent",
         "At the last inspection standards were judged excellent", None),
        ("estyn", "Standards", "Standards", None),
    ],
)  # fmt: skip
def test_a_heading_is_split_from_its_grade(scale, heading, title, grade):
    assert split_grade(heading, SCALE_BY_KEY[scale]) == (title, grade)


def test_what_a_line_grades_is_named():
    stated = find_stated_grade("Overall standards are excellent.", SCALE_BY_KEY["estyn"])
    assert (stated.name, stated.grade) == ("Overall standards", "excellent")
