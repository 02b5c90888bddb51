"""How an authority is doing: what holds of its reports, its visits since, and whom it came from."""

from datetime import date

import pytest

from corpus.model import Judgement
from search.authorities import authority_overview
from tests.index.reports import report

BCP = "Bournemouth, Christchurch and Poole"
VISIT = {"framework": "focused-visit", "overall": None}
SEND = {"framework": "area-send", "overall": None, "outcome": 1}
REPORTS = (
    report("kent-visit", "x", authority="Kent", day=date(2024, 1, 1), **VISIT),
    report("kent-send", "x", authority="Kent", day=date(2023, 1, 1), **SEND),
    report("kent-send-old", "x", authority="Kent", day=date(2019, 1, 1), **SEND),
    report("kent", "x", authority="Kent", day=date(2022, 1, 1), region="South East"),
    report("kent-same-day", "x", authority="Kent", day=date(2022, 1, 1), **VISIT),
    report("kent-early", "x", authority="Kent", day=date(2018, 1, 1), **VISIT),
    report("kent-gone", "x", authority="Kent", day=date(2025, 1, 1), withdrawn="replaced"),
    report("devon", "x", authority="Devon", region="South West"),
    report("medway", "x", authority="Medway", region="South East"),
    report("poole", "x", authority="Poole", day=date(2018, 1, 1)),
    report("dorset-old", "x", authority="Dorset", day=date(2018, 1, 1)),
    report("dorset", "x", authority="Dorset", day=date(2020, 1, 1), **VISIT),
)


@pytest.fixture(scope="module")
def engine(build_engine):
    return build_engine(*REPORTS)


def ids(reports):
    return [one.id for one in reports]


def test_what_holds_is_the_last_grade_and_the_last_result_of_each_other_kind(engine):
    kent = authority_overview(engine, "Kent")
    assert len(kent.reports) == 7
    assert kent.graded.id == "kent"
    assert ids(kent.others) == ["kent-send"]
    assert ids(kent.visits) == ["kent-visit", "kent-same-day"]
    assert (kent.region, kent.withdrawn) == ("South East", 1)


@pytest.mark.parametrize(
    ("day", "others"), [(date(2012, 1, 1), []), (date(2023, 1, 1), ["ash-parts"])]
)
def test_grades_of_parts_alone_hold_only_while_no_later_report_grades_the_whole(
    build_engine, day, others
):
    parts = report(
        "ash-parts",
        "x",
        authority="Ash",
        day=day,
        framework="slac",
        overall=None,
        judgements=(Judgement("Overall effectiveness", "good", "children-in-care"),),
    )
    engine = build_engine(parts, report("ash", "x", authority="Ash", day=date(2020, 1, 1)))
    ash = authority_overview(engine, "Ash")
    assert (ash.graded.id, ids(ash.others)) == ("ash", others)


def test_neighbours_and_the_region_are_those_that_have_reports(engine):
    kent = authority_overview(engine, "Kent")
    assert [one.name for one in kent.neighbours] == ["Devon"]
    assert [one.name for one in kent.in_region] == ["Medway"]


def test_an_authority_without_reports_has_its_neighbours_and_predecessors(engine):
    bcp = authority_overview(engine, BCP)
    assert (bcp.reports, bcp.graded, bcp.others, bcp.visits) == ((), None, (), ())
    assert bcp.region == "South West"
    assert [(one.predecessor.name, ids(one.reports)) for one in bcp.former] == [
        ("Bournemouth", []),
        ("Poole", ["poole"]),
    ]
    assert [one.name for one in bcp.neighbours] == ["Kent", "Devon"]
    assert [one.name for one in bcp.in_region] == ["Devon"]


def test_a_former_authority_leads_to_its_successors(engine):
    poole = authority_overview(engine, "Poole")
    assert (poole.successors, poole.until) == ((BCP,), date(2019, 4, 1))
    assert authority_overview(engine, "Cumbria").successors == (
        "Cumberland",
        "Westmorland and Furness",
    )


def test_what_an_authority_was_within_other_boundaries_is_apart(engine):
    dorset = authority_overview(engine, "Dorset")
    assert (ids(dorset.reports), dorset.graded) == (["dorset"], None)
    (former,) = dorset.former
    assert ids(former.reports) == ["dorset-old"]


def test_of_a_name_that_no_list_has_nothing_is_known(engine):
    nowhere = authority_overview(engine, "Nowhere")
    assert nowhere.region is None
    assert nowhere.reports == nowhere.former == nowhere.neighbours == nowhere.in_region == ()
