"""The list of authorities: their reports, latest grades, predecessors and successors."""

from datetime import date

import pytest

from search.authorities import LatestGrade, find_authority_name, list_authorities
from tests.index.reports import report

BCP = "Bournemouth, Christchurch and Poole"
REPORTS = (
    report("kent-new", "Plans.", authority="Kent", day=date(2022, 1, 1), overall=None),
    report("kent", "Plans.", authority="Kent", day=date(2020, 1, 1), region="South East"),
    report("kent-gone", "Plans.", authority="Kent", day=date(2021, 1, 1), withdrawn="replaced"),
    report("poole", "Plans.", authority="Poole", day=date(2018, 1, 1), overall="inadequate"),
    report("bcp", "Plans.", authority=BCP, day=date(2024, 1, 1), overall="requires improvement"),
    report("dorset-old", "Plans.", authority="Dorset", day=date(2018, 1, 1), overall="outstanding"),
    report("dorset", "Plans.", authority="Dorset", day=date(2020, 1, 1), overall=None),
    report("nobody", "Plans.", authority=None),
)


@pytest.fixture(scope="module")
def engine(build_engine):
    return build_engine(*REPORTS)


@pytest.fixture(scope="module")
def entries(engine):
    return {entry.name: entry for entry in list_authorities(engine)}


def test_authorities_come_by_name_with_their_reports(engine, entries):
    assert list(entries) == [BCP, "Dorset", "Kent", "Poole"]
    assert [(one.name, one.reports, one.paragraphs) for one in entries.values()] == [
        (one.name, one.reports, one.paragraphs) for one in engine.authorities()
    ]


def test_withdrawn_reports_are_counted_and_grade_nothing(entries):
    kent = entries["Kent"]
    assert (kent.reports, kent.withdrawn, kent.own_reports) == (3, 1, 3)
    assert kent.latest == LatestGrade("good", None, date(2020, 1, 1), "kent")


def test_predecessors_and_successors_are_told_with_their_reports(entries):
    bournemouth, poole = entries[BCP].predecessors
    assert (bournemouth.name, bournemouth.reports) == ("Bournemouth", 0)
    assert (poole.name, poole.reports, poole.until) == ("Poole", 1, date(2019, 4, 1))
    assert (entries[BCP].reports, entries[BCP].latest.grade) == (1, "requires improvement")
    assert (entries["Poole"].successors, entries["Poole"].until) == ((BCP,), date(2019, 4, 1))
    assert (entries["Kent"].predecessors, entries["Kent"].until) == ((), None)


def test_reports_from_before_boundaries_were_redrawn_are_a_predecessors(entries):
    dorset = entries["Dorset"]
    assert (dorset.reports, dorset.earlier, dorset.own_reports) == (2, 1, 1)
    assert dorset.latest is None
    (former,) = dorset.predecessors
    assert (former.name, former.kind, former.reports) == ("Dorset", "redrawn", 1)


def test_names_are_those_of_the_collection_and_of_the_list(engine):
    assert find_authority_name(engine, "bcp") == BCP
    assert find_authority_name(engine, "rutland") == "Rutland"
    assert find_authority_name(engine, "Kingston") is None
