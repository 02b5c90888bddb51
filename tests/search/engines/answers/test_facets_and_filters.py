"""Facets are counted under all filters but their own; filters let through what they say."""

from datetime import date

import pytest

from search.language.plan import plan_request
from search.model import Request
from tests.search.clocks import AMPLE
from tests.search.engines.answers.listed import ids


@pytest.mark.parametrize(
    ("filters", "key", "expected"),
    [
        (
            {},
            "authority",
            [
                ("Ash", 2, 1, False),
                ("Bay", 1, 1, False),
                ("Box", 1, 1, False),
                ("Elm", 1, 1, False),
                ("Yew", 1, 1, False),
            ],
        ),
        ({"report": ("elm", "ash")}, "year", [("2021", 1, 1, False), ("2019", 2, 1, False)]),
        (
            {"authority": ("ELM", "Atlantis")},
            "authority",
            [
                ("Ash", 2, 1, False),
                ("Bay", 1, 1, False),
                ("Box", 1, 1, False),
                ("Elm", 1, 1, True),
                ("Yew", 1, 1, False),
                ("Atlantis", 0, 0, True),
            ],
        ),
        ({"grade": ("good",), "report": ("ash",)}, "grade", [("good", 1, 1, True)]),
        ({"report": ("none",)}, "grade", []),
    ],
    ids=["most first", "newest first", "selected in any case", "without a value", "nothing"],
)
def test_facets(engine, filters, key, expected):
    request = Request("plans", filters=filters, facets=(key,))
    (facet,) = engine.answer(plan_request(request, engine, AMPLE)).facets
    assert [(v.value, v.paragraphs, v.reports, v.selected) for v in facet.values] == expected


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        (Request(since=date(2021, 3, 4)), ["box/p1", "elm/p1", "elm/p2"]),
        (Request(until=date(2019, 1, 2)), ["ash/p1", "ash/p2"]),
        (Request(since=date(2020, 1, 1), until=date(2020, 1, 1)), ["bay/p1"]),
        (Request(filters={"region": ("LONDON",)}), ["elm/p1", "elm/p2"]),
        (Request(filters={"report": ("ELM",)}), []),
        (Request("visits", filters={"grade": ()}), ["elm/p2"]),
    ],
    ids=["since", "until", "one day", "any case", "an id as it is", "no values"],
)
def test_filters(engine, request_, expected):
    listing = engine.answer(plan_request(request_, engine, AMPLE)).listing
    assert ids(engine, listing) == expected


def test_withdrawn_reports_do_not_change_scores(build_engine):
    texts = {"ash": "Good plans, good drift.", "elm": "Plans are late.", "oak": "No plans."}
    standing = [(name, [text], {}) for name, text in texts.items()]
    withdrawn = [(f"w{n}", ["Drift, drift, drift."] * 3, {"withdrawn": "withdrawn"}) for n in "123"]

    def scores(engine):
        plan = plan_request(Request("drift OR plans OR pl*"), engine, AMPLE)
        listing = engine.answer(plan).listing
        return dict(zip(ids(engine, listing), listing.scores, strict=True))

    alone = scores(build_engine(*standing))
    assert alone.keys() == {"ash/p1", "elm/p1", "oak/p1"}
    assert scores(build_engine(*standing, *withdrawn)) == pytest.approx(alone)


def test_withdrawn_reports_are_left_out_unless_asked_for(build_engine):
    engine = build_engine(
        ("ash", ["Good plans."], {"withdrawn": "withdrawn"}), ("elm", ["Good plans."], {})
    )

    def totals(**fields):
        answer = engine.answer(plan_request(Request("plans", facets=("grade",), **fields), engine))
        return answer.total, answer.reports, answer.facets[0].values[0].paragraphs

    assert totals() == (1, 1, 1)
    assert totals(withdrawn=True) == (2, 2, 2)
    assert sorted(report.id for report in engine.reports()) == ["ash", "elm"]
