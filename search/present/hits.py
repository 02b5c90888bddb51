"""Hits: the paragraphs that a page lists; marks, snippet and facts are made when asked for."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import repeat
from operator import attrgetter

import msgspec

from corpus.lazy import lazy_property
from corpus.model import Paragraph, Report
from corpus.registry import registry
from index.grade_history import GradedReport, GradesOverTime
from search.engine import Engine
from search.language.nodes import Query
from search.model import (
    GradedInspection,
    GradesAround,
    Quote,
    ReportEntry,
    ReportFacts,
    Span,
)
from search.present.highlights import Highlighter
from search.present.snippets import best_snippet
from search.records import Listing, Ref

MAX_MARKED_CHARACTERS = 20_000
FACTS = attrgetter(*ReportFacts.__slots__)
INSPECTION = attrgetter(*GradedInspection.__slots__)
FACTS_AND_DOUBTS = attrgetter(*ReportFacts.__slots__, *ReportEntry.__slots__)


class Hit(msgspec.Struct, frozen=True, eq=False, dict=True):
    """A paragraph that matches: `ref` of an `engine`, with its `text` and `score`.

    `highlighter` is that of the query. `matches` counts the matching paragraphs of its report (1
    unless the request is `by_report`).
    """

    engine: Engine
    highlighter: Highlighter
    ref: Ref
    text: str
    score: float
    matches: int

    @lazy_property
    def paragraph(self) -> Paragraph:
        """The paragraph with all that is known of it."""
        return self.engine.paragraph(self.ref)

    @lazy_property
    def _report(self) -> Report:
        return self.engine.report_of(self.ref)

    @lazy_property
    def report(self) -> ReportFacts:
        """The facts of its report."""
        return report_facts(self._report)

    @lazy_property
    def grades(self) -> GradesAround:
        """The overall grades around it: of its report, and of its authority at last."""
        return grades_around(self._report, self.engine.grade_history)

    @property
    def is_recognised(self) -> bool:
        """Whether its text was recognised from a picture of its page (OCR)."""
        return self.report.is_recognised(self.paragraph)

    @property
    def marks(self) -> tuple[Span, ...]:
        """The spans of its text that satisfied the query; of a text that is far too long for a
        paragraph, those in its beginning.
        """
        return self._marks[1]

    @property
    def lead_marks(self) -> tuple[Span, ...]:
        """The spans of its lead that satisfied the query together with those of its text."""
        return self._marks[0]

    @lazy_property
    def _marks(self) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        begin = self.text[:MAX_MARKED_CHARACTERS]
        return self.highlighter.marks_with_lead(self.paragraph.lead, begin)

    def satisfies(self, query: Highlighter) -> bool:
        """Return whether its text and lead, as far as they are marked, satisfy a query."""
        begin = self.text[:MAX_MARKED_CHARACTERS]
        return query.is_satisfied(self.paragraph.lead, begin)

    @lazy_property
    def snippet(self) -> Span:
        """The span of the best window of its text."""
        begin = self.text[:MAX_MARKED_CHARACTERS]
        return best_snippet(self.text, self.marks, shown_first=self.highlighter.negations(begin))

    def quote(self) -> Quote:
        """Return all of it as a record."""
        return Quote(
            self.paragraph,
            self.report,
            self.grades,
            self.is_recognised,
            self.score,
            self.marks,
            self.snippet,
            self.matches,
            self.lead_marks,
        )


def hits_of(
    engine: Engine, node: Query, listing: Listing, negations: Sequence[Query] = ()
) -> tuple[Hit, ...]:
    """Return the hits of a listing, highlighted for a query node and its negations."""
    return tuple(
        map(
            Hit,
            repeat(engine),
            repeat(Highlighter(node, negations)),
            listing.refs,
            listing.texts,
            listing.scores,
            listing.matches,
        )
    )


def report_facts(report: Report) -> ReportFacts:
    """Return the facts of a report that a hit shows."""
    return ReportFacts(*FACTS(report))


def grades_around(report: Report, history: GradesOverTime[GradedReport]) -> GradesAround:
    """Return the overall grades around the paragraphs of a report."""
    framework = registry().framework.get(report.framework)
    grades_nothing = framework is not None and not framework.is_graded and report.outcome is None
    graded = history.graded_before.get(report.id) if grades_nothing else None
    follows = GradedInspection(*INSPECTION(graded)) if graded else None
    return GradesAround(report.overall, history.latest_overall(report.authority), follows)


def facts_and_doubts(report: Report) -> ReportEntry:
    """Return the facts of a report with the reader's doubts."""
    return ReportEntry(*FACTS_AND_DOUBTS(report))
