"""Grades then and now: compared by the ranks of one scale, and said in words."""

import pytest

from corpus.model import Judgement
from search.followup.comparison.grade_changes import (
    OutcomeChange,
    compare_outcomes,
    list_grade_changes,
)
from tests.index.reports import report


def graded(name, *grades, scale="ofsted", overall=None, **facts):
    """A report with judgements of (area, grade)."""
    judgements = tuple(Judgement(f"On {area}", grade, area) for area, grade in grades)
    return report(name, "Plans.", judgements=judgements, overall=overall, scale=scale, **facts)


@pytest.mark.parametrize(
    ("earlier", "later", "change", "words"),
    [
        ("requires improvement", "good", "better", "good, was requires improvement"),
        ("good", "inadequate", "worse", "inadequate, was good"),
        ("good", "good", "unchanged", "good, as before"),
        (
            "adequate",
            "requires improvement",
            "unchanged",
            "requires improvement, was adequate: another word for the same grade",
        ),
        ("good", None, "no longer graded", "not graded in the later report, was good"),
        (None, "good", "first graded", "good, not graded in the earlier report"),
        ("splendid", "good", "not compared", "good, was splendid: not compared"),
    ],
)
def test_the_change_of_a_grade(earlier, later, change, words):
    reports = [graded("ash", *([("health", one)] if one else [])) for one in (earlier, later)]
    (got,) = list_grade_changes(*reports)
    assert (got.area, got.change, got.in_words) == ("health", change, words)


def test_grades_of_two_scales_are_not_compared():
    one = graded("ash", ("health", "good"), scale="ofsted")
    other = graded("ash", ("health", "good"), scale="care-inspectorate")
    assert next(list_grade_changes(one, other)).change == "not compared"
    unknown = graded("ash", ("health", "good"), scale=None)
    assert next(list_grade_changes(unknown, unknown)).change == "not compared"


def test_several_different_grades_of_one_area_are_shown_and_not_compared():
    earlier = graded("ash", ("health", "good"), ("health", "adequate"))
    (change,) = list_grade_changes(earlier, graded("ash", ("health", "good")))
    assert (change.change, len(change.earlier)) == ("not compared", 2)
    assert change.in_words == "good, was good and adequate: not compared"
    twice = graded("ash", ("health", "good"), ("health", "good"))
    assert next(list_grade_changes(twice, twice)).change == "unchanged"


def test_the_overall_grade_counts_where_no_table_prints_it_and_comes_first():
    earlier = graded("ash", ("health", "good"), overall="good")
    later = graded("ash", ("overall", "inadequate"), overall="inadequate")
    changes = list_grade_changes(earlier, later)
    assert [(one.area, one.change) for one in changes] == [
        ("overall", "worse"),
        ("health", "no longer graded"),
    ]


def test_reports_without_grades_have_no_changes():
    assert list(list_grade_changes(graded("ash"), graded("ash"))) == []


@pytest.mark.parametrize(
    ("earlier", "later", "frameworks", "change"),
    [
        (2, 1, ("area-send", "area-send"), "better"),
        (1, 3, ("area-send", "area-send"), "worse"),
        (2, 2, ("area-send", "area-send"), "unchanged"),
        (2, 1, ("area-send", "other"), "not compared"),
        (None, 1, ("ilacs", "area-send"), "first graded"),
        (1, None, ("area-send", "ilacs"), "no longer graded"),
    ],
)
def test_the_change_of_an_outcome(earlier, later, frameworks, change):
    one, other = (
        graded("ash", outcome=outcome, framework=framework)
        for outcome, framework in zip((earlier, later), frameworks, strict=True)
    )
    assert compare_outcomes(one, other).change == change


def test_reports_without_an_outcome_have_no_change_of_one():
    assert compare_outcomes(graded("ash"), graded("ash")) is None
    one = graded("ash", outcome=1, framework="area-send")
    assert compare_outcomes(one, graded("ash")) == OutcomeChange(
        compare_outcomes(one, one).earlier, None, "no longer graded"
    )
