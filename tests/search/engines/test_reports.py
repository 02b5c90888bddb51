"""Reports, paragraphs and authorities as an engine gives them out."""

from datetime import date

import pytest

from corpus.model import Doubt, Judgement
from search.records import AuthorityFacts
from tests.index.reports import report

ASH = report(
    "ash",
    "First.",
    (
        "Second.",
        {
            "number": None,
            "themes": ("health", "education"),
            "timescale": "immediately",
            "path": ("Findings", "Plans"),
            "lead": "Leaders should:",
        },
    ),
    "Third.",
    "Fourth.",
    day=date(2019, 5, 1),
    region="London",
    judgements=(Judgement("Overall effectiveness", "good", "overall"),),
    doubts=(Doubt("grade", "No grade is printed.", 3),),
)
REPORTS = [
    ASH,
    report("elm", "Only.", day=None, authority="Ash", region="North"),
    report("oak", day=date(2021, 5, 1), authority="Ash", region=None),
    report("fir", "One.", "Two.", day=None, authority=None),
    report("bay", "One.", day=date(2019, 5, 1), authority="Bay"),
]


@pytest.fixture(scope="module")
def engine(build_engine):
    return build_engine(*REPORTS)


@pytest.mark.parametrize(
    ("paragraph_id", "around", "ids"),
    [
        ("ash/p2", 1, ["ash/p1", "ash/p2", "ash/p3"]),
        ("ash/p1", 2, ["ash/p1", "ash/p2", "ash/p3"]),
        ("ash/p4", 9, ["ash/p1", "ash/p2", "ash/p3", "ash/p4"]),
        ("ash/p3", 0, ["ash/p3"]),
        ("elm/p1", 3, ["elm/p1"]),
    ],
)
def test_a_paragraph_stands_between_its_neighbours(engine, paragraph_id, around, ids):
    neighbourhood = engine.neighbourhood(paragraph_id, around)
    before, after = neighbourhood.before, neighbourhood.after
    assert [p.id for p in (*before, neighbourhood.paragraph, *after)] == ids
    assert neighbourhood.report.id == paragraph_id[:3]
    assert neighbourhood.report.paragraphs == ()


@pytest.mark.parametrize("unknown", ["ash/p9", "yew/p1", "ash", "", "/"])
def test_an_unknown_id_has_no_paragraph_or_report(engine, unknown):
    assert engine.neighbourhood(unknown, 1) is None
    assert engine.report(unknown if unknown != "ash" else "yew") is None


@pytest.mark.parametrize("given", REPORTS, ids=lambda given: given.id)
def test_a_report_comes_back_whole(engine, given):
    assert engine.report(given.id) == given


def test_reports_are_listed_newest_first_and_undated_ones_last(engine):
    reports = engine.reports()
    assert [report.id for report in reports] == ["oak", "ash", "bay", "elm", "fir"]
    assert {report.paragraphs for report in reports} == {()}
    assert reports[1].doubts == ASH.doubts


def test_an_authority_has_the_region_of_its_newest_report(engine):
    assert engine.authorities() == (
        AuthorityFacts("Ash", None, 3, 5),
        AuthorityFacts("Bay", None, 1, 1),
    )
