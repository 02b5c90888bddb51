"""The order of a listing, by relevance and by date, and each report once."""

import pytest

from search.language.plan import plan_request
from search.model import Request
from tests.search.clocks import AMPLE
from tests.search.engines.answers.listed import ids


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("newest", ["box/p1", "elm/p1", "bay/p1", "ash/p1", "ash/p2", "yew/p1"]),
        ("oldest", ["ash/p1", "ash/p2", "bay/p1", "box/p1", "elm/p1", "yew/p1"]),
    ],
)
def test_dates_decide_and_then_ids_and_places(engine, sort, expected):
    for start, limit in ((0, 100), (0, 2), (2, 2), (5, 10), (9, 10), (0, 0)):
        request = Request("plans", sort=sort, start=start, limit=limit)
        listing = engine.answer(plan_request(request, engine, AMPLE)).listing
        assert ids(engine, listing) == expected[start : start + limit]


def test_equal_scores_are_decided_by_date(engine):
    listing = engine.answer(plan_request(Request("*"), engine, AMPLE)).listing
    assert ids(engine, listing) == [
        "box/p1",
        "elm/p1",
        "elm/p2",
        "bay/p1",
        "ash/p1",
        "ash/p2",
        "yew/p1",
    ]


def test_a_report_is_listed_once_with_its_first_paragraph(engine):
    request = Request("plans", sort="oldest", unit="reports", start=0, limit=2)
    answer = engine.answer(plan_request(request, engine, AMPLE))
    assert (answer.total, answer.reports) == (6, 5)
    assert ids(engine, answer.listing) == ["ash/p1", "bay/p1"]
    assert list(answer.listing.matches) == [2, 1]


def test_a_report_is_listed_with_its_best_paragraph(build_engine):
    engine = build_engine(("ash", ["Plans were made of other words.", "Plans.", "Plans."], {}))
    request = Request("plans", once_per_report=True)
    listing = engine.answer(plan_request(request, engine, AMPLE)).listing
    assert ids(engine, listing) == ["ash/p2"]
