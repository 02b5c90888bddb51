"""Days, months and years as people type them."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.language.understanding.days import (
    MONTHS,
    PERIOD,
    long_date,
    period,
    read_period,
    years_before,
)

PATTERN = re.compile(PERIOD.format("one"), re.IGNORECASE)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("2019", "2019"),
        ("may 2019", "May 2019"),
        ("May, 2019", "May 2019"),
        ("3 MAY 2019", "3 May 2019"),
        ("3rd of May 2019", "3 May 2019"),
        ("May 3rd 2019", "3 May 2019"),
        ("03/05/2019", "3 May 2019"),
        ("2019-05-03", "3 May 2019"),
        ("31 June 2019", None),
        ("2019-13-03", None),
        ("3 May 4 2019", None),
    ],
)
def test_a_period_is_read(typed, text):
    read = read_period(PATTERN.fullmatch(typed).groupdict(), "one")
    assert (read and read.text) == text


def test_what_is_missing_is_taken_from_another_period():
    groups = {"first_day": "3", "last_month": "June", "last_year": "2019"}
    assert read_period(groups, "first") is None
    assert read_period(groups, "first", completed_by="last").text == "3 June 2019"


@given(st.integers(1, 12), st.integers(1990, 2099))
def test_a_month_ends_where_the_next_begins(month, year):
    read = period(year, month)
    assert (read.first.day, (read.last + timedelta(days=1)).day) == (1, 1)
    assert read.first.month == read.last.month == month
    assert read.text == f"{MONTHS[month - 1].capitalize()} {year}"


@pytest.mark.parametrize(
    ("years", "months", "day"),
    [(3, 0, "2021-02-28"), (4, 0, "2020-02-29"), (0, 2, "2023-12-29"), (0, 18, "2022-08-29")],
)
def test_years_before(years, months, day):
    assert years_before(date(2024, 2, 29), years, months) == date.fromisoformat(day)


def test_a_date_in_words():
    assert long_date(date(2019, 5, 3)) == "3 May 2019"
