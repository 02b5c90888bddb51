"""Our engine, timed in three ways: evaluation alone, the whole call, and all that a page shows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from corpus.model import Report
from index.writer import writing
from search import service
from search.budget import QUERY_BUDGET
from search.language.parser import parse
from search.local.by_report import ByReport
from search.local.engine import open_engine
from search.local.evaluate import evaluate
from search.local.facets.counts import count_facets
from search.local.filters import filter_matches, request_masks
from search.local.listing import list_page
from search.local.query_context import QueryContext
from search.model import Request
from tests.bench.material import FACETS, Asked
from tests.bench.peers import Ask


class Ours:
    """The index of this project and its search service."""

    def __init__(self, place: Path) -> None:
        self.place = place / "ours"

    def build(self, reports: Iterator[Report]) -> None:
        with writing(self.place) as writer:
            for report in reports:
                writer.put(report)

    def open(self) -> None:
        self.engine = open_engine(self.place)

    def prepared(self, asked: Asked, faceted: bool) -> Ask:
        """Return the evaluation of a query that is parsed already: top 10 with text, counts."""
        request = Request(filters=asked.filters)
        node = parse(asked.text).query("all")
        engine, columns = self.engine, self.engine.columns

        def ask() -> int:
            context = QueryContext.begin(engine.bm25, QUERY_BUDGET)
            masks = request_masks(request, engine.bm25)
            matches = filter_matches(masks, evaluate(node, context))
            by_report = ByReport(columns, matches.docs)
            listed = list_page(columns, matches, by_report, request)
            engine.snapshot.texts(listed.docs.tolist())
            if faceted:
                count_facets(engine.facet_bins, by_report, FACETS)
            return len(matches)

        return ask

    def typed(self, asked: Asked, faceted: bool) -> Ask:
        """Return the whole call of the service; what the others give is read: text and counts."""
        request = whole(asked, faceted)

        def ask() -> int:
            page = service.search(self.engine, request)
            for hit in page.hits:
                len(hit.text)
            len(page.facets)
            return page.total

        return ask

    def shown(self, asked: Asked, faceted: bool) -> Ask:
        """Return the whole call with all that a page shows: marks, snippets, facts, sentence."""
        request = whole(asked, faceted)

        def ask() -> int:
            page = service.search(self.engine, request)
            page.parts()
            return page.total

        return ask


def whole(asked: Asked, faceted: bool) -> Request:
    """Return the request for a query, as the other engines understand it."""
    facets = FACETS if faceted else ()
    return Request(asked.text, filters=asked.filters, match="all", widen=False, facets=facets)
