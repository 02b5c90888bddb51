"""An authority beside its peers: figures that its searches find, and differences only where sure."""

from dataclasses import replace
from datetime import date

import pytest

from search.budget import Budget
from search.errors import TooLong
from search.followup.peers import compare_shares, compare_with_peers, looks_for_something
from search.groups import group_of
from search.model import Request
from search.service import search
from search.wording.profile import share
from tests.index.reports import report
from tests.search.engines.fake import FakeEngine

PEERS = group_of(("Ash", "Oak", "Fir"))
LATE = ("Plans drift.", {"grade": "inadequate", "polarity": "weakness"})
SOON = ("Plans are timely.", {"grade": "good", "polarity": "strength"})
OTHER = ("Visits are kind.", {"grade": "good", "polarity": "strength"})


def of(name, authority, *paragraphs):
    return report(name, *paragraphs, authority=authority, day=date(2019, 5, 1), framework="ilacs")


REPORTS = (
    of("e1", "Elm", LATE, LATE, OTHER),
    of("e2", "Elm", OTHER),
    of("a1", "Ash", SOON, OTHER),
    of("a2", "Ash", LATE),
    of("a3", "Ash", OTHER, OTHER),
    of("o1", "Oak", OTHER),
    of("k1", "Kent", SOON, SOON),
)


@pytest.fixture
def engine():
    return FakeEngine(REPORTS)


def counted(shares):
    return {
        one.own.value: (one.own.using, one.own.of, one.peers.using, one.peers.of) for one in shares
    }


def test_both_sides_are_counted_alike(engine):
    compared = compare_with_peers(engine, Request("plans"), "Elm", PEERS)
    own, peers, reports = compared.own, compared.peers, compared.reports
    assert (own.authorities, own.paragraphs, own.of) == (1, 2, 4)
    assert (peers.authorities, peers.paragraphs, peers.of) == (2, 2, 6)
    assert (own.per_hundred, peers.per_hundred) == (50.0, pytest.approx(33.333, abs=0.001))
    assert (reports.own.using, reports.own.of) == (1, 2)
    assert (reports.peers.using, reports.peers.of) == (2, 4)
    assert counted(compared.polarities) == {"strength": (0, 1, 1, 2), "weakness": (1, 1, 1, 2)}
    assert counted(compared.grades) == {"good": (0, 2, 1, 3), "inadequate": (1, 1, 1, 1)}
    assert compared.searched == "paragraphs with plans"


def test_each_figure_is_what_its_search_finds(engine):
    compared = compare_with_peers(engine, Request("plans"), "Elm", PEERS)
    sides = ("own", compared.own_search), ("peers", compared.peers_search)
    for side, request in sides:
        page = search(engine, request)
        assert (page.total, page.reports) == (
            getattr(compared, side).paragraphs,
            getattr(compared.reports, side).using,
        )
        for key, rows in (("polarity", compared.polarities), ("grade", compared.grades)):
            for one in rows:
                filters = {**request.filters, key: (one.own.value,)}
                page = search(engine, replace(request, filters=filters))
                assert page.reports == getattr(one, side).using


def test_filters_apply_to_both_sides_but_for_that_of_the_authority(engine):
    request = Request("", {"polarity": ("weakness",), "authority": ("Kent",)}, group=PEERS)
    compared = compare_with_peers(engine, request, "Elm", PEERS)
    assert (compared.own.paragraphs, compared.peers.paragraphs) == (2, 1)
    assert (compared.reports.own.of, compared.reports.peers.of) == (2, 4)
    assert counted(compared.polarities) == {"weakness": (1, 1, 1, 1)}


def test_words_are_required_alike_however_little_one_side_has(engine):
    compared = compare_with_peers(engine, Request("plans timely"), "Elm", PEERS)
    assert (compared.own.paragraphs, compared.peers.paragraphs) == (0, 1)
    assert compared.own_search.match == compared.peers_search.match == "all"


def test_a_side_without_reports_has_no_rate(engine):
    compared = compare_with_peers(engine, Request("plans"), "Yew", PEERS)
    assert (compared.own.authorities, compared.own.per_hundred) == (0, None)
    assert not compared.reports.is_sure


def test_a_search_that_takes_too_long_is_told(engine):
    with pytest.raises(TooLong, match="took too long"):
        compare_with_peers(engine, Request("plans"), "Elm", PEERS, Budget(seconds=-1.0))


# 56 of 70 beside 48 of 80: Newcombe 1998, table II, example (a), method 10.
@pytest.mark.parametrize(
    ("own", "peers", "low", "high", "is_sure", "few"),
    [
        ((56, 70), (48, 80), 0.0524, 0.3339, True, False),
        ((9, 10), (3, 10), 0.1705, 0.8090, True, False),
        ((5, 56), (0, 29), -0.0381, 0.1926, False, False),
        ((1, 2), (20, 40), None, None, False, True),
        ((0, 0), (5, 40), None, None, False, True),
    ],
)
def test_a_difference_has_the_limits_of_newcombe(own, peers, low, high, is_sure, few):
    compared = compare_shares(*(share("", "", *one, None) for one in (own, peers)))
    if low is not None:
        assert (compared.low, compared.high) == pytest.approx((low, high), abs=0.0001)
    assert compared.low <= compared.difference <= compared.high
    assert (compared.is_sure, compared.few) == (is_sure, few)


@pytest.mark.parametrize(
    ("request_", "looks"),
    [
        (Request(), False),
        (Request(" "), False),
        (Request("plans"), True),
        (Request(filters={"authority": ("Kent",), "year": ("2019",)}), False),
        (Request(filters={"kind": ("recommendation",)}), True),
    ],
)
def test_what_is_a_search(request_, looks):
    assert looks_for_something(request_) is looks
