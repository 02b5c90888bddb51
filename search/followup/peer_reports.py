"""What the reports on an authority and on its peers hold: latest grades, and recommendations."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from corpus.model import AREAS, Judgement, Report
from search.authorities.judgements import grades_of_area, list_judgements
from search.budget import QUERY_BUDGET, Budget
from search.engine import Engine
from search.facet_order import sort_key_of
from search.followup.peers import base_request, count, on_authority
from search.model import Group, Request

Grades = tuple[tuple[str, int], ...]
"""Grades with the number of authorities that have each, the best first."""


@dataclass(frozen=True, slots=True)
class AreaGrades:
    """The grades of an area in the reports that graded an authority and its peers last."""

    area: str
    label: str
    own: Grades
    peers: Grades


@dataclass(frozen=True, slots=True)
class RecommendationCounts:
    """How many `recommendations` the reports of one side make, in `reports` of them out of `of`,
    and `per_report` that makes any (None where none does); `search` finds them.
    """

    recommendations: int
    reports: int
    of: int
    per_report: float | None
    search: Request


@dataclass(frozen=True, slots=True)
class PeerReports:
    """What reports on an authority and on the peers of a group hold.

    `own_graded` and `peers_graded` are the numbers of authorities that a report graded.
    """

    authority: str
    group: Group
    own_graded: int
    peers_graded: int
    areas: tuple[AreaGrades, ...]
    own_recommended: RecommendationCounts
    peers_recommended: RecommendationCounts


def compare_reports_held(
    engine: Engine, request: Request, authority: str, group: Group, budget: Budget = QUERY_BUDGET
) -> PeerReports:
    """Return what the reports on an authority hold beside those on its peers, a group that it is
    not in. Of recommendations those count that the filters of the request let through. Raise
    TooLong where that takes longer than the budget.
    """
    base = replace(base_request(request), query="")
    own, peers = latest_reports(engine, (authority,)), latest_reports(engine, group.authorities)
    return PeerReports(
        authority,
        group,
        len(own),
        len(peers),
        tuple(compare_areas(own, peers)),
        count_recommendations(engine, on_authority(base, authority), budget),
        count_recommendations(engine, replace(base, group=group), budget),
    )


def latest_reports(engine: Engine, authorities: Iterable[str]) -> list[Report]:
    """Return the reports that graded authorities last, without their paragraphs."""
    latest = engine.grade_history.latest
    ids = {latest[name].id for name in authorities if name in latest}
    return [report for report in engine.reports() if report.id in ids]


def compare_areas(own: list[Report], peers: list[Report]) -> Iterable[AreaGrades]:
    """Yield the grades of each area that any of the reports grades, the whole authority first."""
    graded, graded_of_peers = grades_by_area(own), grades_by_area(peers)
    for area in AREAS:
        if area.key in graded or area.key in graded_of_peers:
            sides = (best_first(one.get(area.key, Counter())) for one in (graded, graded_of_peers))
            yield AreaGrades(area.key, area.label, *sides)


def grades_by_area(reports: Iterable[Report]) -> Mapping[str, Counter[str]]:
    """Return how many reports give each grade, by area; the first grade of an area counts."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for report in reports:
        by_area: dict[str, list[Judgement]] = defaultdict(list)
        for judgement in list_judgements(report):
            by_area[judgement.area or ""].append(judgement)
        for area, judgements in by_area.items():
            counts[area][grades_of_area(judgements)[0]] += 1
    return counts


def best_first(counts: Counter[str]) -> Grades:
    """Return counted grades, the best first."""
    return tuple((grade, counts[grade]) for grade in sorted(counts, key=sort_key_of("grade")))


def count_recommendations(engine: Engine, request: Request, budget: Budget) -> RecommendationCounts:
    """Return the recommendations of the reports that a request looks in. Raise TooLong."""
    search = replace(request, filters={**request.filters, "kind": ("recommendation",)})
    matching, everything = (count(engine, one, (), budget) for one in (search, request))
    total, reports = matching.total, matching.reports
    per_report = total / reports if reports else None
    return RecommendationCounts(total, reports, everything.reports, per_report, search)
