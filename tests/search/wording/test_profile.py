"""Shares of reports by grade, year and area, with Wilson's limits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.model import Request
from search.wording import profile
from search.wording.profile import wilson


@pytest.mark.parametrize(
    ("query", "shares"),
    [
        ('"too many"', {"good": (0, 2), "adequate": (1, 1), "inadequate": (2, 2)}),
        ('"robust oversight"', {"good": (1, 2), "adequate": (1, 1), "inadequate": (0, 2)}),
        ("timely plan", {"good": (2, 2), "adequate": (0, 1), "inadequate": (1, 2)}),
        ("unicorns", {"good": (0, 2), "adequate": (0, 1), "inadequate": (0, 2)}),
        ('"in every report"', {"good": (0, 2), "adequate": (0, 1), "inadequate": (0, 2)}),
    ],
)
def test_reports_of_each_grade_that_use_a_wording(wording_engine, query, shares):
    found = profile(wording_engine, Request(query))
    assert {one.value: (one.using, one.of) for one in found.grades} == shares


def test_lift_is_over_all_reports(wording_engine):
    found = profile(wording_engine, Request('"too many"'))
    assert (found.overall.using, found.overall.of) == (3, 5)
    inadequate = found.grades[-1]
    assert inadequate.lift == pytest.approx(1 / 0.6)
    assert inadequate.few


def test_years_and_areas(wording_engine):
    found = profile(wording_engine, Request('"too many"'))
    assert [(one.value, one.using) for one in found.years] == [
        ("2018", 0),
        ("2019", 0),
        ("2020", 1),
        ("2021", 1),
        ("2022", 1),
    ]
    assert found.first == "2020"
    assert found.peak is None  # no year has enough reports
    assert [(one.value, one.using, one.of) for one in found.areas] == [("leadership", 3, 5)]


def test_filters_choose_the_reports_that_are_counted(wording_engine):
    found = profile(wording_engine, Request('"too many"', filters={"year": ("2021", "2022")}))
    assert (found.overall.using, found.overall.of) == (2, 2)


@pytest.mark.parametrize(
    ("using", "of", "low", "high"),
    [
        (0, 0, 0.0, 1.0),
        (0, 10, 0.0, 0.2775),
        (5, 10, 0.2366, 0.7634),
        (10, 10, 0.7225, 1.0),
        (81, 263, 0.2553, 0.3662),
    ],
)
def test_wilsons_limits(using, of, low, high):
    assert wilson(using, of) == pytest.approx((low, high), abs=1e-4)


@given(of=st.integers(1, 500), data=st.data())
def test_limits_are_around_the_share(of, data):
    using = data.draw(st.integers(0, of))
    low, high = wilson(using, of)
    assert 0 <= low <= using / of + 1e-9
    assert using / of - 1e-9 <= high <= 1
