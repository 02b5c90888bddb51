"""Our engine, asked in the two ways that are measured: evaluation alone, and the whole call."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from corpus.model import Report
from index.collection import open_snapshot
from index.writer import writing
from search import service
from search.language.parser import parse
from search.local import facets
from search.local.by_report import ByReport
from search.local.evaluate import evaluate
from search.local.filters import let_through, masks
from search.local.listing import listing
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
        self.snapshot = open_snapshot(self.place)

    def prepared(self, asked: Asked, faceted: bool) -> Ask:
        """Returns the query, parsed already: evaluation, top 10 with text, counts."""
        request = Request(filters=asked.filters)
        node = parse(asked.text).query("all")
        columns = self.snapshot.columns

        def ask() -> int:
            view = QueryContext.of(self.snapshot)
            found = let_through(masks(request, view.ranking), evaluate(node, view))
            spread = ByReport(columns, found.docs)
            self.snapshot.texts(listing(columns, found, spread, request).docs.tolist())
            if faceted:
                facets.counts(self.snapshot, spread, FACETS)
            return len(found)

        return ask

    def typed(self, asked: Asked, faceted: bool) -> Ask:
        """Returns the whole call of the service; read are what the others give: text and counts."""
        request = whole(asked, faceted)

        def ask() -> int:
            page = service.search(self.snapshot, request)
            for hit in page.hits:
                len(hit.text)
            len(page.facets)
            return page.total

        return ask

    def shown(self, asked: Asked, faceted: bool) -> Ask:
        """Returns the whole call with all that a page shows: marks, snippets, facts, sentence."""
        request = whole(asked, faceted)

        def ask() -> int:
            page = service.search(self.snapshot, request)
            page.shown()
            return page.total

        return ask


def whole(asked: Asked, faceted: bool) -> Request:
    """Returns the Request for a query, as the other engines understand it."""
    facets = FACETS if faceted else ()
    return Request(asked.text, filters=asked.filters, match="all", widen=False, facets=facets)
