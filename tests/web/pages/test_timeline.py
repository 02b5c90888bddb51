"""The time line of an authority: its years, areas and judgements, in pixels and as a table."""

from datetime import date

import pytest

from corpus.model import Judgement
from tests.index.reports import report
from web.pages.timeline import CHART_WIDTH, LEFT_MARGIN, RIGHT_MARGIN, grade_in, timeline, x_of

LEADERSHIP = Judgement("The impact of leaders", "inadequate", "leadership")
NEW = report("ash-2021", "Plans.", day=date(2021, 7, 1), judgements=(LEADERSHIP,))
OLD = report("ash-2019", "Plans.", day=date(2019, 1, 1), overall="outstanding")
UNDATED = report("ash", "Plans.", day=None)


def test_reports_with_a_date_are_marked_by_area():
    chart = timeline([NEW, OLD, UNDATED])
    assert [year for year, _ in chart.years] == [2019, 2020, 2021, 2022]
    assert [area for area, _ in chart.rows] == ["Overall effectiveness", "Leadership"]
    assert [one for _, one in chart.reports] == [NEW, OLD]
    assert [(mark.report, mark.letter, mark.name) for mark in chart.marks] == [
        (NEW, "G", "Overall effectiveness"),
        (NEW, "I", "The impact of leaders"),
        (OLD, "O", "Overall effectiveness"),
    ]
    assert [mark.tone for mark in chart.marks] == ["strong", "weakest", "strongest"]
    assert chart.table == ((NEW, ("good", "inadequate")), (OLD, ("outstanding", None)))


def test_marks_stand_where_their_date_and_area_are():
    chart = timeline([NEW, OLD])
    rows, reports = dict(chart.rows), {one.id: x for x, one in chart.reports}
    for mark in chart.marks:
        assert mark.x == reports[mark.report.id]
        area = "Leadership" if mark.letter == "I" else "Overall effectiveness"
        assert mark.y == rows[area]


@pytest.mark.parametrize(
    ("day", "x"),
    [
        (date(2019, 1, 1), LEFT_MARGIN),
        (date(2020, 7, 2), LEFT_MARGIN + (CHART_WIDTH - LEFT_MARGIN - RIGHT_MARGIN) / 2),
        (date(2022, 1, 1), CHART_WIDTH - RIGHT_MARGIN),
    ],
)
def test_days_run_from_left_to_right(day, x):
    assert x_of(day, 2019, 2021) == pytest.approx(x, abs=0.5)


def test_without_dates_the_chart_is_empty():
    chart = timeline([UNDATED])
    assert (chart.marks, chart.rows, chart.table) == ((), (), ())


def test_the_first_judgement_of_an_area_counts():
    twice = report(
        "ash", "x", judgements=(LEADERSHIP, Judgement("Governance", "good", "leadership"))
    )
    assert grade_in(twice, "leadership") == "inadequate"
    assert grade_in(twice, "health") is None
