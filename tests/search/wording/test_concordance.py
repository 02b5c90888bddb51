"""Every occurrence of a phrase, aligned, sorted by what is beside it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.errors import BadRequest
from search.model import Request
from search.wording import concordance


def matches(wording_engine, phrase, **asked):
    order = asked.pop("order", "right")
    inflected = asked.pop("inflected", False)
    return concordance(wording_engine, Request(phrase, **asked), order, inflected)


def test_each_occurrence_is_a_line_and_reports_are_counted(wording_engine):
    found = matches(wording_engine, "robust oversight")
    assert (found.occurrences, found.paragraphs, found.reports) == (3, 2, 2)
    assert [line.match for line in found.lines] == ["Robust oversight"] * 3


def test_a_line_says_where_it_is(wording_engine):
    (line,) = matches(wording_engine, "not yet timely").lines
    assert (line.left, line.match, line.right) == (
        "Plans are",
        "not yet timely",
        ". Too many children wait.",
    )
    assert (line.report, line.paragraph, line.section) == ("oak", "oak/p1", "Leadership")
    assert (line.authority, line.grade, line.dated.year) == ("Oak", "inadequate", 2020)


@pytest.mark.parametrize(
    ("phrase", "order", "expected"),
    [
        ("plans are", "right", ["fir", "oak", "ash", "elm"]),
        ("timely", "left", ["elm", "ash", "oak"]),
        ("too many", "date", ["yew", "fir", "oak"]),
    ],
)
def test_the_order_of_lines(wording_engine, phrase, order, expected):
    assert [line.report for line in matches(wording_engine, phrase, order=order).lines] == expected


def test_boilerplate_is_not_counted(wording_engine):
    assert matches(wording_engine, "in every report").occurrences == 0


def test_filters_and_pages(wording_engine):
    assert (
        matches(wording_engine, "too many children", filters={"grade": ("inadequate",)}).reports
        == 2
    )
    first = matches(wording_engine, "too many children", limit=1)
    rest = matches(wording_engine, "too many children", start=1)
    assert first.occurrences == rest.occurrences == 3
    assert len({*first.lines, *rest.lines}) == 3


def test_inflections_where_asked(wording_engine):
    assert matches(wording_engine, "plan is").occurrences == 0
    assert matches(wording_engine, "waiting").occurrences == 0
    assert matches(wording_engine, "waiting", inflected=True).occurrences == 3


@pytest.mark.parametrize("asked", [{"order": "up"}, {"start": -1}, {"limit": 10**6}])
def test_what_cannot_be_is_refused(wording_engine, asked):
    with pytest.raises(BadRequest, match=r"choose|must"):
        matches(wording_engine, "plans", **asked)


@given(phrase=st.text())
def test_any_phrase_has_an_answer(wording_engine, phrase):
    found = matches(wording_engine, phrase)
    assert found.reports <= found.paragraphs <= found.occurrences
