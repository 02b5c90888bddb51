from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.understanding.dates import (
    Period,
    find_month,
    find_periods,
    read_day,
    read_days_or_month,
    read_period,
)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("10-20 April 2012", (2012, 4, 10), (2012, 4, 20)),
        ("8 – 12 July 2013", (2013, 7, 8), (2013, 7, 12)),
        ("6 to 30 July 2015", (2015, 7, 6), (2015, 7, 30)),
        ("1 and 2 May 2019", (2019, 5, 1), (2019, 5, 2)),
        ("on 3, 4 and 6 June 2019", (2019, 6, 3), (2019, 6, 6)),
        ("31 October to 11 November 2022", (2022, 10, 31), (2022, 11, 11)),
        ("21 November–15 December 2016", (2016, 11, 21), (2016, 12, 15)),
        ("29 April 2014 – 21 May 2014", (2014, 4, 29), (2014, 5, 21)),
        ("16 April to 20 April 2018", (2018, 4, 16), (2018, 4, 20)),
        ("30 December to 10 January 2023", (2022, 12, 30), (2023, 1, 10)),
        ("5 to 9 December 2022 and 14 to 15 February 2023", (2022, 12, 5), (2022, 12, 9)),
        ("Between 7 March 2016 and 12 March 2016, we", (2016, 3, 7), (2016, 3, 12)),
        ("Monday 4th March 2019 to Friday 8th March 2019", (2019, 3, 4), (2019, 3, 8)),
        ("11 December 2018", (2018, 12, 11), (2018, 12, 11)),
        ("04/03/2019 to 08/03/2019", (2019, 3, 4), (2019, 3, 8)),
        ("1 Sept 2020", (2020, 9, 1), (2020, 9, 1)),
        ("April 22, 2024", (2024, 4, 22), (2024, 4, 22)),
        ("Friday, April 5th 2024", (2024, 4, 5), (2024, 4, 5)),
        ("April 22 to 26, 2024", (2024, 4, 22), (2024, 4, 26)),
        ("between April 29 and May 3, 2024", (2024, 4, 29), (2024, 5, 3)),
        ("March 4, 2024 – March 8, 2024", (2024, 3, 4), (2024, 3, 8)),
        ("04/22/2024 to 04/26/2024", (2024, 4, 22), (2024, 4, 26)),
        ("of May 12 to 14 June 2019", (2019, 6, 12), (2019, 6, 14)),
    ],
)
def test_a_printed_period(text, start, end):
    assert read_period(text) == Period(date(*start), date(*end))


@pytest.mark.parametrize(
    "text",
    ["", "May 2019", "in 2019", "31 February 2019", "12 of 40 children", "9 to 5 June 2019", "13/13/2019"],
)  # fmt: skip
def test_what_is_not_a_full_date(text):
    assert read_period(text) is None


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("May 2024", "May 2024"),
        ("Sept. 2024.", "Sept 2024"),
        ("3 May 2024", None),
        ("in all", None),
    ],
)
def test_a_month_without_a_day(text, month):
    assert find_month(text) == month


def test_a_year_left_out_may_be_given():
    assert read_day("on 13 and 14 July.", year=2021) == date(2021, 7, 13)
    assert read_day("on 13 and 14 July.") is None


def test_periods_come_with_the_words_before_them():
    periods = list(find_periods("Last seen on 1 May 2018, we came on 2 and 3 June 2019."))
    assert [(before[-8:], period.end.year) for before, period in periods] == [
        ("seen on ", 2018),
        ("came on ", 2019),
    ]


DAYS = st.dates(date(2001, 1, 1), date(2099, 12, 31))


@given(st.tuples(DAYS, DAYS).map(sorted))
def test_any_period_is_read_as_written(days):
    start, end = days
    text = f"Dates: {start.day} {start:%B %Y} to {end.day} {end:%B %Y} (again)"
    assert read_period(text) == Period(start, end)


@given(st.text(max_size=200))
def test_no_text_breaks_it(text):
    period = read_period(text)
    assert period is None or period.start <= period.end


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("March 2022", "2022-03-01", "2022-03-31"),
        ("in February 2024, when it rained", "2024-02-01", "2024-02-29"),
        ("Sept. 2031 by", "2031-09-01", "2031-09-30"),
        ("7 to 9 March 2022", "2022-03-07", "2022-03-09"),
        ("the spring, and May 2022", None, None),
        ("March", None, None),
    ],
)
def test_days_or_a_whole_month(text, start, end):
    period = read_days_or_month(text)
    assert (period and str(period.start), period and str(period.end)) == (start, end)
