"""The recommendations to an authority, and what each later report says of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import chain

from corpus.model import Report
from search.engine import Engine
from search.followup.tracker.concept_table import ConceptTable
from search.followup.tracker.concepts import ConceptWeights
from search.followup.tracker.corrections import (
    StatusCorrections,
    name_unmatched,
    read_corrections,
)
from search.followup.tracker.matching import Matcher
from search.followup.tracker.passages import Passage, read_passages
from search.followup.tracker.recommendations import (
    list_recommendations,
    make_recommendation,
)
from search.followup.tracker.records import SILENT, Followed, FollowUp, Tracker
from search.followup.tracker.status import StatusReader
from search.followup.tracker.weights import default_weights
from search.model import ReportFacts
from search.present.hits import report_facts

MAX_REPORTS, MAX_RECOMMENDATIONS = 60, 500
"""The newest of an authority: more than any has. They bound the time of an answer."""


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
    texts = ReportTexts(engine, reports, asked_in)
    corrections = read_corrections(one for one in reports if asked_in in (None, one.id))
    followed = tuple(follow_up(reports, texts, corrections))
    problems = name_unmatched(corrections, followed)
    return Tracker(
        authority, tuple(map(report_facts, in_order)), followed, texts.left_out, problems
    )


def follow_up(
    reports: Sequence[Report], texts: ReportTexts, corrections: StatusCorrections
) -> list[Followed]:
    """Return the recommendations of reports, oldest first, each with what later ones say."""
    if not texts.asked:
        return []
    matcher = Matcher(texts.asked, texts.table, default_weights())
    later: list[list[FollowUp]] = [[] for _ in texts.asked]
    for report in reports:
        earlier = [one for one in texts.asked if is_before(one.report, report)]  # the first ones
        if not earlier:
            continue
        reader = read_report(report, texts.passages[report.id], matcher.first(len(earlier)))
        for row, one in enumerate(earlier):
            corrected = corrections.get((one.paragraph.id, report.id))
            later[row].append(
                reader.read(one, row, corrected) if reader else nothing_in(report, corrected)
            )
    return [
        Followed(one.paragraph, one.report, tuple(results))
        for one, results in zip(texts.asked, later, strict=True)
    ]


class ReportTexts:
    """What reports say: their `passages` by the report's id, the recommendations that are `asked`,
    in the report `asked_in` alone where one is named, and the `table` of the concepts of both.
    `left_out` counts the oldest recommendations beyond what is followed.
    """

    def __init__(
        self, engine: Engine, reports: Sequence[Report], asked_in: str | None = None
    ) -> None:
        weights, idf = default_weights(), ConceptWeights(engine)
        self.passages = {report.id: read_passages(report) for report in reports}
        asked = [
            (paragraph, report)
            for report in reports
            if asked_in in (None, report.id)
            for paragraph in list_recommendations(report)
        ]
        self.left_out = max(0, len(asked) - MAX_RECOMMENDATIONS)
        self.asked = [make_recommendation(*one, idf, weights) for one in asked[self.left_out :]]
        passages = chain.from_iterable(self.passages.values())
        names = chain.from_iterable(names for one in passages for names in one.concepts)
        asked_about = chain.from_iterable(one.concepts for one in self.asked)
        self.table = ConceptTable(chain(names, asked_about), engine, idf, weights)


def is_before(one: ReportFacts, other: Report) -> bool:
    """Return whether a report is of an earlier day than another."""
    return one.dated is not None and other.dated is not None and one.dated < other.dated


def read_report(
    report: Report, passages: Sequence[Passage], matcher: Matcher
) -> StatusReader | None:
    """Return the reader of what a report says; None where it has no passages."""
    if not passages:
        return None
    return StatusReader(report_facts(report), passages, matcher.match(passages), matcher.weights)


def nothing_in(report: Report, corrected: str | None) -> FollowUp:
    """Return what a report without passages says of any recommendation."""
    return FollowUp(report_facts(report), corrected or SILENT, (), corrected is not None)
