"""This project, timed in three ways: evaluation alone, the whole call, and all that a page shows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from corpus.model import Report
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
from tests.bench.collection import write_index
from tests.bench.queries import COUNTED_FACETS, BenchQuery
from tests.bench.runners import TimedCall


class EvidenceRunner:
    """The index of this project and its search service."""

    def __init__(self, folder: Path) -> None:
        self.place = folder / "ours"

    def build(self, reports: Iterator[Report]) -> None:
        write_index(self.place, reports)

    def open(self) -> None:
        self.engine = open_engine(self.place)

    def evaluation(self, query: BenchQuery, faceted: bool) -> TimedCall:
        """Return the evaluation of a query that is parsed already: ten texts, and counts."""
        request = Request(filters=query.filters)
        node = parse(query.text).query("all")
        engine, columns = self.engine, self.engine.columns

        def ask() -> int:
            context = QueryContext.begin(engine.bm25, QUERY_BUDGET)
            masks = request_masks(request, engine.bm25)
            matches = filter_matches(masks, evaluate(node, context))
            by_report = ByReport(columns, matches.docs)
            listed = list_page(columns, matches, by_report, request)
            engine.snapshot.texts(listed.docs.tolist())
            if faceted:
                count_facets(engine.facet_bins, by_report, COUNTED_FACETS)
            return len(matches)

        return ask

    def whole_call(self, query: BenchQuery, faceted: bool) -> TimedCall:
        """Return the whole call of the service, of which what the peers give is read."""
        request = as_request(query, faceted)

        def ask() -> int:
            page = service.search(self.engine, request)
            for hit in page.hits:
                len(hit.text)
            len(page.facets)
            return page.total

        return ask

    def page_parts(self, query: BenchQuery, faceted: bool) -> TimedCall:
        """Return the whole call with all that a page shows: marks, snippets, facts, sentence."""
        request = as_request(query, faceted)

        def ask() -> int:
            page = service.search(self.engine, request)
            page.parts()
            return page.total

        return ask


def as_request(query: BenchQuery, faceted: bool) -> Request:
    """Return the request for a query, so that it means what it means to the peers."""
    facets = COUNTED_FACETS if faceted else ()
    return Request(query.text, filters=query.filters, match="all", widen=False, facets=facets)
