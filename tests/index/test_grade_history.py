"""Which report graded an authority last, and which one a visit follows."""

from datetime import date

import pytest

from index.grade_history import read_grade_history
from tests.index.reports import report


def visit(name, year, month=1, authority="Ashford", **fields):
    fields = {"authority": authority, "framework": "ilacs", "overall": "good", **fields}
    return report(name, day=date(year, month, 1) if year else None, **fields)


FIRST = visit("first", 2014, framework="sif", overall="inadequate")
MONITORED = visit("monitored", 2015, framework="monitoring-visit", overall=None)
SECOND = visit("second", 2019)
FOCUSED = visit("focused", 2020, framework="focused-visit", overall=None)
BEFORE_ALL = visit("before", 2012, framework="joint-area-review", overall=None)


@pytest.mark.parametrize(
    ("reports", "latest", "followed"),
    [
        ((), {}, {}),
        ((MONITORED,), {}, {}),
        ((FIRST,), {"Ashford": "first"}, {}),
        (
            (FOCUSED, SECOND, BEFORE_ALL, MONITORED, FIRST),
            {"Ashford": "second"},
            {"monitored": "first", "second": "first", "focused": "second"},
        ),
        (
            (FIRST, visit("other", 2016, authority="Elmham"), FOCUSED),
            {"Ashford": "first", "Elmham": "other"},
            {"focused": "first"},
        ),
        # What its publisher withdrew grades nothing, but still follows what was before it.
        (
            (FIRST, visit("gone", 2019, withdrawn="withdrawn"), FOCUSED),
            {"Ashford": "first"},
            {"gone": "first", "focused": "first"},
        ),
        # Of two on one day neither follows the other, and the last by id counts.
        (
            (visit("a", 2014), visit("b", 2014, overall="inadequate"), FOCUSED),
            {"Ashford": "b"},
            {"focused": "b"},
        ),
        # One service of an authority, a home, and a framework that is not known any more.
        (
            (
                FIRST,
                visit("youth", 2016, framework="hmip-youth-justice"),
                visit("home", 2017, framework="cqc"),
                visit("old", 2018, framework="gone"),
            ),
            {"Ashford": "first"},
            {"youth": "first", "home": "first", "old": "first"},
        ),
        ((visit("undated", None), visit("nowhere", 2014, authority=None)), {}, {}),
    ],
)
def test_grades_of_authorities(reports, latest, followed):
    history = read_grade_history(reports)
    assert history.latest_overall("Nowhere") is history.latest_overall(None) is None
    overall = {name: history.latest_overall(name) for name in latest}
    assert overall == {name: graded.overall for name, graded in history.latest.items()}
    assert {name: graded.id for name, graded in history.latest.items()} == latest
    assert {name: graded.id for name, graded in history.graded_before.items()} == followed
