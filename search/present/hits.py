"""The paragraphs that a page lists: text and score at once, all else when it is first asked for."""

from __future__ import annotations

from itertools import repeat
from operator import attrgetter

import msgspec

from corpus.lazy import lazy_property
from corpus.model import Paragraph, Report
from index.snapshot import Snapshot
from search.language.nodes import Query
from search.local.listing import Listing
from search.model import Quote, ReportEntry, ReportFacts, Span
from search.present.highlights import Marker
from search.present.snippets import snippet

FACTS = attrgetter(*ReportFacts.__slots__)
HELD = attrgetter(*ReportFacts.__slots__, *ReportEntry.__slots__)


class Hit(msgspec.Struct, frozen=True, eq=False, dict=True):
    """A paragraph that answers: `doc` of `snapshot`, with its `text` and `score`.

    `marker` is that of the query. `matches` counts the matching paragraphs of its report (1 unless
    the Request is `by_report`).
    """

    snapshot: Snapshot
    marker: Marker
    doc: int
    text: str
    score: float
    matches: int

    @lazy_property
    def paragraph(self) -> Paragraph:
        """The paragraph with all that is known of it."""
        return self.snapshot.paragraph(self.doc)

    @lazy_property
    def report(self) -> ReportFacts:
        """The facts of its report."""
        return facts(self.snapshot.report_at(self.doc))

    @lazy_property
    def marks(self) -> tuple[Span, ...]:
        """The spans of its text that satisfied the query."""
        return self.marker.marks(self.text)

    @lazy_property
    def snippet(self) -> Span:
        """The span of the best window of its text."""
        return snippet(self.text, self.marks)

    def quote(self) -> Quote:
        """Returns all of it."""
        return Quote(
            self.paragraph, self.report, self.score, self.marks, self.snippet, self.matches
        )


def hits(snapshot: Snapshot, node: Query, listed: Listing) -> tuple[Hit, ...]:
    """Returns the hits of a listing."""
    docs, scores = listed.docs.tolist(), listed.scores.tolist()
    matches = repeat(1) if listed.matches is None else listed.matches.tolist()
    marker = repeat(Marker(node))
    return tuple(map(Hit, repeat(snapshot), marker, docs, snapshot.texts(docs), scores, matches))


def hit(snapshot: Snapshot, marker: Marker, doc: int, score: float, matches: int = 1) -> Hit:
    """Returns the hit for one paragraph."""
    return Hit(snapshot, marker, doc, snapshot.text(doc), score, matches)


def facts(report: Report) -> ReportFacts:
    """Returns the facts of a report that a hit shows."""
    return ReportFacts(*FACTS(report))


def held(report: Report) -> ReportEntry:
    """Returns the report as the list of all shows it."""
    return ReportEntry(*HELD(report))
