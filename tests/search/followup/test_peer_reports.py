"""What reports on peers hold: grades of the latest graded report of each, all recommendations."""

from datetime import date

from corpus.model import Judgement
from search.followup.peer_reports import compare_reports_held
from search.groups import group_of
from search.model import Request
from tests.index.reports import report
from tests.search.engines.fake import FakeEngine

ASKED = ("Do this.", {"kind": "recommendation", "grade": None})


def graded(name, authority, year, overall, leadership, *paragraphs, **fields):
    judgements = (
        Judgement("Overall effectiveness", overall, "overall"),
        Judgement("Leaders", leadership, "leadership"),
        Judgement("Leaders of health", "inadequate", "leadership"),
    )
    return report(
        name,
        *paragraphs,
        authority=authority,
        day=date(year, 5, 1),
        overall=overall,
        judgements=judgements,
        **fields,
    )


ENGINE = FakeEngine(
    [
        graded("e1", "Elm", 2015, "inadequate", "inadequate", ASKED, ASKED),
        graded("e2", "Elm", 2019, "good", "outstanding", "Well done."),
        graded("a1", "Ash", 2018, "good", "good", ASKED),
        graded("a2", "Ash", 2020, "inadequate", "good", ASKED, withdrawn="withdrawn"),
        graded("o1", "Oak", 2017, "inadequate", "good", ASKED, ASKED, ASKED),
        report("f1", ASKED, authority="Fir", overall=None, framework="focused-visit"),
        graded("k1", "Kent", 2020, "outstanding", "good", ASKED),
    ]
)


def compare(**fields):
    request = Request(**fields)
    return compare_reports_held(ENGINE, request, "Elm", group_of(("Ash", "Oak", "Fir")))


def test_the_latest_grades_of_each_are_counted_by_area():
    compared = compare()
    assert (compared.own_graded, compared.peers_graded) == (1, 2)
    assert {one.area: (one.own, one.peers) for one in compared.areas} == {
        "overall": ((("good", 1),), (("good", 1), ("inadequate", 1))),
        "leadership": ((("outstanding", 1),), (("good", 2),)),
    }


def test_recommendations_are_those_of_all_reports_that_stand():
    compared = compare()
    own, peers = compared.own_recommended, compared.peers_recommended
    assert (own.recommendations, own.reports, own.of, own.per_report) == (2, 1, 2, 2.0)
    assert (peers.recommendations, peers.reports, peers.of) == (5, 3, 3)
    assert peers.search.filters == {"kind": ("recommendation",)}


def test_filters_of_reports_narrow_recommendations():
    compared = compare(since=date(2018, 1, 1))
    assert compared.own_recommended.per_report is None
    assert compared.peers_recommended.recommendations == 2
