"""Single parameters: right values are taken, wrong ones named, each with what is right."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from search.choices import CHOICES, SORT
from web.parameters import (
    FOREIGN,
    ParameterParser,
    ParameterProblem,
    is_foreign,
    shorten,
    unknown_parameters,
)

TAKEN = ("q", "grade", "authority", "since", "page")


def parser(*pairs):
    return ParameterParser(MultiDict(pairs), [])


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2018", date(2018, 1, 1)),
        (" 2018-02-03 ", date(2018, 2, 3)),
        ("20180203", None),
        ("2018-W05-6", None),
        ("2018-02-30", None),
        ("2018-2-3", None),
        ("٢٠١٨", None),
        ("9999999", None),
        ("-", None),
    ],
)
def test_a_day_is_a_date_or_a_year(value, day):
    one = parser(("since", value))
    assert one.day("since") == day
    assert [problem.name for problem in one.problems] == ([] if day else ["since"])


def test_a_parameter_that_is_given_once_takes_the_first_value():
    one = parser(("sort", ""), ("sort", "oldest"), ("sort", "newest"))
    assert one.choice(SORT) == "oldest"
    assert one.problems == [ParameterProblem("sort", "newest", "is given once, and is “oldest”")]


def test_a_text_is_cut_and_said_to_be():
    one = parser(("q", "abcdef"))
    assert one.text("q", 4) == "abcd"
    assert one.problems[0].message == "“ef” was left out: q has at most 4 characters"
    assert parser(("q", "abcd")).text("q", 4) == "abcd"


@given(st.lists(st.tuples(st.sampled_from([*CHOICES, "page", "since", "once"]), st.text())))
def test_whatever_is_given_is_taken_or_named(pairs):
    one = parser(*pairs)
    for parameter in CHOICES.values():
        assert one.choice(parameter) in parameter.keys
    assert 1 <= one.number("page", 1, 50) <= 50
    assert one.switch("once", False) in (True, False)
    one.day("since")
    assert {problem.name for problem in one.problems} <= {name for name, _ in pairs}
    for problem in one.problems:
        assert problem.name in problem.message
        assert problem.name in problem.refusal
        assert len(problem.message) < 300


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("gradee", "did you mean grade?"),
        ("Grade", "did you mean grade?"),
        ("authorty", "did you mean authority?"),
        ("colour", "there are q, grade, authority, since, page"),
        ("x" * 500, "there are q, grade, authority, since, page"),
    ],
)
def test_an_unknown_parameter_is_told_the_nearest(name, advice):
    (problem,) = unknown_parameters([(name, "1")], TAKEN)
    assert problem.name == shorten(name)
    assert problem.expected == f"is no parameter here; {advice}"


def test_an_unknown_parameter_without_a_value_is_named():
    (problem,) = unknown_parameters([("colour", "")], ())
    advice = "it is no parameter here; this address takes none"
    assert problem.message == f"The parameter colour was left out: {advice}"
    assert problem.refusal == f"The parameter colour is wrong: {advice}"


def test_where_none_is_taken_that_is_said():
    (problem,) = unknown_parameters([("q", "1")], ())
    assert (
        problem.refusal
        == "The parameter q=“1” is wrong: it is no parameter here; this address takes none"
    )


@pytest.mark.parametrize("name", [*sorted(FOREIGN), "utm_source", "UTM_Campaign", "FBCLID"])
def test_what_trackers_add_is_ignored(name):
    assert is_foreign(name)
    assert list(unknown_parameters([(name, "1")], TAKEN)) == []
