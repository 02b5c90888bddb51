"""The recommendations to an authority, and what each later report says of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from corpus.model import Report
from search.engine import Engine
from search.followup.concepts import ConceptWeights
from search.followup.matching import Matcher
from search.followup.passages import read_passages
from search.followup.recommendations import (
    Recommendation,
    list_recommendations,
    weigh_concepts,
)
from search.followup.records import Followed, FollowUp, Tracker
from search.followup.status import StatusReader
from search.followup.weights import default_weights
from search.present.hits import report_facts

MAX_REPORTS = 60
"""The newest of an authority: more than any has. It bounds the time of an answer."""


def track(
    engine: Engine, authority: str, withdrawn: bool = False, asked_in: str | None = None
) -> Tracker | None:
    """Return what became of the recommendations to an authority, those of the report `asked_in`
    alone where one is named; None where the authority has no report.

    Only reports with a date have a place in time; one is later than another if its day is. Those
    that were withdrawn are left out unless `withdrawn` asks for them.
    """
    on_authority = [one for one in engine.reports() if one.authority == authority]
    if not on_authority:
        return None
    dated = [one for one in on_authority if one.dated and (withdrawn or not one.withdrawn)]
    in_order = sorted(dated[:MAX_REPORTS], key=lambda one: (one.dated or date.min, one.id))
    reports = [report for one in in_order if (report := engine.report(one.id))]
    followed = follow_up(reports, ConceptWeights(engine), asked_in)
    return Tracker(authority, tuple(map(report_facts, in_order)), tuple(followed))


def follow_up(
    reports: Sequence[Report], idf: ConceptWeights, asked_in: str | None
) -> Iterator[Followed]:
    """Yield the recommendations of reports, oldest first, each with what later ones say."""
    asked: list[Recommendation] = []
    later: list[list[FollowUp]] = []
    for _, group in groupby(reports, key=lambda one: one.dated):
        of_day = list(group)
        for report in of_day:
            for results, result in zip(later, read_report(report, asked), strict=True):
                results.append(result)
        for report in of_day:
            if asked_in in (None, report.id):
                asked += list_weighed(report, idf)
        later += ([] for _ in asked[len(later) :])
    for one, results in zip(asked, later, strict=True):
        yield Followed(one.paragraph, one.report, tuple(results))


def list_weighed(report: Report, idf: ConceptWeights) -> Iterator[Recommendation]:
    """Yield the recommendations of a report with what they are about."""
    facts = report_facts(report)
    for one in list_recommendations(report):
        yield Recommendation(one, facts, weigh_concepts(one.text, idf, default_weights()))


def read_report(report: Report, asked: Sequence[Recommendation]) -> Iterator[FollowUp]:
    """Yield what a report says of each of some earlier recommendations."""
    if not asked:
        return
    weights, passages = default_weights(), read_passages(report)
    matches = Matcher(asked, weights).match(passages)
    reader = StatusReader(report_facts(report), passages, weights)
    for row in zip(asked, matches.scores.tolist(), matches.clauses.tolist(), strict=True):
        yield reader.read(*row)
