"""Dates as people type them, and what is none."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.language.understanding.dates import MONTHS, find_dates, first_and_last_day

DAY = timedelta(days=1)


def day(text):
    return date.fromisoformat(text) if text else None


PAIR, LONG = ("2019-01-01", "2020-12-31"), ("2018-01-01", "2020-12-31")


@pytest.mark.parametrize(
    ("text", "typed", "since", "until", "words"),
    [
        ("neglect since 2020", "since 2020", "2020-01-01", None, "since 2020"),
        ("from 2020 onwards", "from 2020 onwards", "2020-01-01", None, "from 2020 onwards"),
        ("2020 onwards", "2020 onwards", "2020-01-01", None, "2020 onwards"),
        ("after 2019 drift", "after 2019", "2020-01-01", None, "after 2019"),
        ("before 2018", "before 2018", None, "2017-12-31", "before 2018"),
        ("until 2018", "until 2018", None, "2018-12-31", "until 2018"),
        ("up to 2018", "up to 2018", None, "2018-12-31", "up to 2018"),
        ("Kent care leavers 2019", "2019", "2019-01-01", "2019-12-31", "in 2019"),
        ("drift during 2019?", "during 2019", "2019-01-01", "2019-12-31", "in 2019"),
        ("in 2019, drift", "in 2019", "2019-01-01", "2019-12-31", "in 2019"),
        ("Since March 2020", "Since March 2020", "2020-03-01", None, "Since March 2020"),
        ("before mar 2020", "before mar 2020", None, "2020-02-29", "before mar 2020"),
        ("after Dec 2019", "after Dec 2019", "2020-01-01", None, "after Dec 2019"),
        ("in May 2019", "in May 2019", "2019-05-01", "2019-05-31", "in May 2019"),
        ("drift 2015-2018", "2015-2018", "2015-01-01", "2018-12-31", "2015-2018"),
        ("2015 to 2018", "2015 to 2018", "2015-01-01", "2018-12-31", "2015 to 2018"),
        ("between 2018 to 2020", "between 2018 to 2020", *LONG, "between 2018 to 2020"),
        ("in 2019 and 2020", "in 2019 and 2020", *PAIR, "in 2019 or 2020"),
        ("drift 2020 or 2019", "2020 or 2019", *PAIR, "in 2019 or 2020"),
        ("drift 2019 & 2020 plans", "2019 & 2020", *PAIR, "in 2019 or 2020"),
        ("in both 2019 and in 2020", "in both 2019 and in 2020", *PAIR, "in 2019 or 2020"),
        ("from 2019 and 2020", "from 2019 and 2020", *PAIR, "in 2019 or 2020"),
        ("2019, 2020", "2019, 2020", *PAIR, "in 2019 or 2020"),
        ("2018, 2019 and 2020", "2018, 2019 and 2020", *LONG, "in 2018, 2019 or 2020"),
        ("2018, 2019, and 2020", "2018, 2019, and 2020", *LONG, "in 2018, 2019 or 2020"),
        ("drift 2019-20", "2019-20", *PAIR, "in 2019 or 2020"),
        ("in 2019/20 drift", "in 2019/20", *PAIR, "in 2019 or 2020"),
        ("2018–20", "2018–20", *LONG, "in 2018, 2019 or 2020"),
        (
            "between May 2015 and June 2018",
            "between May 2015 and June 2018",
            "2015-05-01",
            "2018-06-30",
            "between May 2015 and June 2018",
        ),
    ],
)
def test_dates(text, typed, since, until, words):
    dates = find_dates(text, ())
    assert text[dates.span.start : dates.span.end] == typed
    assert (dates.since, dates.until, dates.text) == (day(since), day(until), words)


@pytest.mark.parametrize(
    ("text", "years", "words"),
    [
        ("drift 2018 and 2020", ("2018", "2020"), "in 2018 or 2020"),
        ("2015, 2018, 2018 or 2017", ("2015", "2017", "2018"), "in 2015, 2017 or 2018"),
    ],
)
def test_years_that_do_not_follow_one_another(text, years, words):
    dates = find_dates(text, ())
    assert (dates.since, dates.until) == (None, None)
    assert (dates.years, dates.text) == (years, words)


@pytest.mark.parametrize(
    "text",
    [
        *("", "march", "since then", "1200", "2018/18", "2018-05", "20191", "£2019", "A2019"),
        *("2018-19-20", "2018-192", "2018/19/20"),
        # A date besides would be left among the words.
        *("in May 2019 and June 2019", "2019 drift 2020", "before 2015 and after 2020"),
        *("since 2018 and 2020", "2018-19 and 2020-21"),
        *("1850", "3.2019", "Children Act 1989", "working together 2018"),
        "between 2018 and 2015",
    ],
)
def test_what_is_no_date(text):
    assert find_dates(text, ("act", "together")) is None


@given(st.sampled_from(MONTHS), st.integers(1990, 2099))
def test_a_month_ends_where_the_next_begins(month, year):
    first, last = first_and_last_day(month[:3], str(year))
    assert (first.day, (last + DAY).day) == (1, 1)
    assert first.month == last.month == MONTHS.index(month) + 1
