"""Dates as people type them, and what is none."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.language.understanding.dates import find_dates

TODAY = date(2024, 2, 29)


def day(text):
    return date.fromisoformat(text) if text else None


PAIR, LONG = ("2019-01-01", "2020-12-31"), ("2018-01-01", "2020-12-31")
YEAR_2019 = ("2019-01-01", "2019-12-31", "in 2019")
THIRD_OF_MAY = ("2019-05-03", "2019-05-03", "on 3 May 2019")
FROM_2018_TO_2020 = (*LONG, "from 2018 to 2020")
FIRST_OF_2018_TO_2019 = ("2018-01-01", "2019-12-31", "since 2018 and before 2020")


@pytest.mark.parametrize(
    ("text", "typed", "since", "until", "words"),
    [
        ("neglect since 2020", "since 2020", "2020-01-01", None, "since 2020"),
        ("from 2020 onwards", "from 2020 onwards", "2020-01-01", None, "since 2020"),
        ("2020 onwards", "2020 onwards", "2020-01-01", None, "since 2020"),
        ("as of 2020", "as of 2020", "2020-01-01", None, "since 2020"),
        ("after 2019 drift", "after 2019", "2020-01-01", None, "after 2019"),
        ("post-2019", "post-2019", "2020-01-01", None, "after 2019"),
        ("drift after Ofsted's 2019", "after Ofsted's 2019", "2020-01-01", None, "after 2019"),
        ("before 2018", "before 2018", None, "2017-12-31", "before 2018"),
        ("pre-2018 drift", "pre-2018", None, "2017-12-31", "before 2018"),
        ("before the 2018 visit", "before the 2018 visit", None, "2017-12-31", "before 2018"),
        ("until 2018", "until 2018", None, "2018-12-31", "up to 2018"),
        ("up to 2018", "up to 2018", None, "2018-12-31", "up to 2018"),
        ("no later than 2018", "no later than 2018", None, "2018-12-31", "up to 2018"),
        ("no earlier than 2020", "no earlier than 2020", "2020-01-01", None, "since 2020"),
        ("by 2018", "by 2018", None, "2018-12-31", "up to 2018"),
        ("Kent care leavers 2019", "2019", *YEAR_2019),
        ("drift during 2019?", "during 2019", *YEAR_2019),
        ("in 2019, drift", "in 2019", *YEAR_2019),
        ("in the year 2019", "in the year 2019", *YEAR_2019),
        ("drift in early 2019", "in early 2019", *YEAR_2019),
        ("drift mid-2019", "mid-2019", *YEAR_2019),
        ("in the 2019 inspection", "in the 2019 inspection", *YEAR_2019),
        ("the 2019 report on drift", "the 2019", *YEAR_2019),
        ("Since March 2020", "Since March 2020", "2020-03-01", None, "since March 2020"),
        ("before mar 2020", "before mar 2020", None, "2020-02-29", "before March 2020"),
        ("after Dec 2019", "after Dec 2019", "2020-01-01", None, "after December 2019"),
        ("in May 2019", "in May 2019", "2019-05-01", "2019-05-31", "in May 2019"),
        ("from 3 May 2019", "from 3 May 2019", "2019-05-03", None, "since 3 May 2019"),
        ("before 3 May 2013", "before 3 May 2013", None, "2013-05-02", "before 3 May 2013"),
        ("on the 3rd of May 2019", "on the 3rd of May 2019", *THIRD_OF_MAY),
        ("drift May 3, 2019", "May 3, 2019", *THIRD_OF_MAY),
        ("drift 3/5/2019", "3/5/2019", *THIRD_OF_MAY),
        ("drift 03.05.2019.", "03.05.2019", *THIRD_OF_MAY),
        ("drift 2019-05-03", "2019-05-03", *THIRD_OF_MAY),
        ("drift 2015-2018", "2015-2018", "2015-01-01", "2018-12-31", "from 2015 to 2018"),
        ("2018 to 2020", "2018 to 2020", *FROM_2018_TO_2020),
        ("from 2018 until 2020", "from 2018 until 2020", *FROM_2018_TO_2020),
        ("between 2018 to 2020", "between 2018 to 2020", *FROM_2018_TO_2020),
        ("since 2018 and before 2020", "since 2018 and before 2020", *FIRST_OF_2018_TO_2019),
        ("before 2020 but since 2018", "before 2020 but since 2018", *FIRST_OF_2018_TO_2019),
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
        ("in 2019/2020 drift", "in 2019/2020", *PAIR, "in 2019 or 2020"),
        ("2018–20", "2018–20", *LONG, "in 2018, 2019 or 2020"),
        (
            "between May 2015 and June 2018",
            "between May 2015 and June 2018",
            "2015-05-01",
            "2018-06-30",
            "from May 2015 to June 2018",
        ),
        (
            "between 3 May and 5 June 2019",
            "between 3 May and 5 June 2019",
            "2019-05-03",
            "2019-06-05",
            "from 3 May 2019 to 5 June 2019",
        ),
        (
            "drift 3-5 June 2019",
            "3-5 June 2019",
            "2019-06-03",
            "2019-06-05",
            "from 3 June 2019 to 5 June 2019",
        ),
        ("drift last 3 years", "last 3 years", "2021-02-28", None, "since 28 February 2021"),
        (
            "in the past three years",
            "in the past three years",
            "2021-02-28",
            None,
            "since 28 February 2021",
        ),
        (
            "over the last 18 months",
            "over the last 18 months",
            "2022-08-29",
            None,
            "since 29 August 2022",
        ),
    ],
)
def test_dates(text, typed, since, until, words):
    dates = find_dates(text, (), TODAY)
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
        *(
            "35 May 2019",
            "31 June 2019",
            "13/13/2019",
            "3 to 2019",
            "3 to May 2019",
            "March to 2019",
        ),
        # Something would be left that needs it.
        *("since autumn 2019", "drift to 2018", "2019 to date"),
        *("2019 or later", "≥2019"),
        *(
            "last year",
            "the last three years of school",
            "the last children",
            "3 May",
            "since March",
        ),
    ],
)
def test_what_is_no_date(text):
    assert find_dates(text, ("act", "together"), TODAY) is None


@given(
    st.dates(date(1950, 1, 1), date(2099, 12, 31)),
    st.sampled_from(
        ["{0:%-d} {0:%B} {0:%Y}", "{0:%B} {0:%-d}, {0:%Y}", "{0:%d/%m/%Y}", "{0:%Y-%m-%d}"]
    ),
)
def test_a_day_is_the_same_in_any_way_to_write_it(day, form):
    dates = find_dates(f"drift before {form.format(day)}", ())
    assert (dates.span.start, dates.until) == (6, day - timedelta(days=1))


@given(
    st.text(st.sampled_from("0123/-. "), max_size=12),
    st.text(st.sampled_from("0129/-. "), max_size=12),
)
def test_any_figures_can_be_asked(first, second):
    for text in (f"since {first} and before {second}", f"{first}2019 to {second} May 2020"):
        dates = find_dates(text, (), TODAY)
        assert not dates or not dates.since or not dates.until or dates.since <= dates.until
