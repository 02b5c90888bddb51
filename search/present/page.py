"""The answer to a Request: what was found, and each part of what is shown when it is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from corpus.lazy import lazy_property
from index.snapshot import Snapshot
from search.language.clauses import ParsedQuery
from search.language.nodes import Query
from search.local.by_report import ByReport
from search.local.facets import Counts
from search.local.listing import Listing
from search.model import Diagnostic, Facet, Request, RequestOffer, SentencePart
from search.present import suggestions
from search.present.hits import Hit, hits
from search.present.labels import shown
from search.present.sentence import sentence

SHOWN = (
    "request",
    "total",
    "reports",
    "hits",
    "facets",
    "diagnostics",
    "matched",
    "generation",
    "sentence",
    "also",
    "suggestions",
    "removals",
    "missing",
)


class Found(msgspec.Struct, frozen=True, eq=False):
    """What a Page is made of: the query as `parsed`, the `node` that was asked of a `snapshot`,
    the `spread` of the matches, those `listed`, the `counts` of facets, and how to `count` another
    Request.
    """

    snapshot: Snapshot
    parsed: ParsedQuery
    node: Query
    spread: ByReport
    listed: Listing
    counts: Mapping[str, Counts]
    count: suggestions.Count


class Page(msgspec.Struct, frozen=True, eq=False, dict=True):
    """The answer. `total` paragraphs match; `matched` says how the words were taken (all, most or
    any).

    The other parts are made when they are first asked for, and kept. They hold on to the snapshot
    that answered: keep what you made of a page, not the page.
    """

    request: Request
    total: int
    matched: str
    diagnostics: tuple[Diagnostic, ...]
    found: Found

    @property
    def generation(self) -> int:
        """The commit that answered."""
        return self.found.snapshot.generation

    @lazy_property
    def reports(self) -> int:
        """The number of reports that the matches are of."""
        return len(self.found.spread.reports)

    @property
    def entries(self) -> int:
        """The length of the whole list: reports where each is listed once, else paragraphs."""
        return self.reports if self.request.by_report else self.total

    @lazy_property
    def hits(self) -> tuple[Hit, ...]:
        """The paragraphs listed, in order."""
        return hits(self.found.snapshot, self.found.node, self.found.listed)

    @lazy_property
    def facets(self) -> tuple[Facet, ...]:
        """The facets asked for, each counted under all filters but its own."""
        return shown(self.found.snapshot, self.request, self.found.counts)

    @lazy_property
    def sentence(self) -> tuple[SentencePart[Request], ...]:
        """What was searched."""
        return sentence(self.request, self.found.parsed, self.matched)

    @lazy_property
    def also(self) -> tuple[str, ...]:
        """What the vocabulary added and the collection has."""
        return suggestions.also_searched(self.found.snapshot, self.found.parsed)

    @lazy_property
    def suggestions(self) -> tuple[RequestOffer, ...]:
        """The query with each word corrected that the collection does not have."""
        found = self.found
        return suggestions.suggestions(found.snapshot, self.request, found.parsed, found.count)

    @lazy_property
    def removals(self) -> tuple[RequestOffer, ...]:
        """Where nothing was found, what each single removal would give, most first."""
        found = self.found
        return () if self.total else suggestions.removals(self.request, found.parsed, found.count)

    @lazy_property
    def missing(self) -> tuple[str, ...]:
        """Where nothing was found, the words that no paragraph has."""
        return () if self.total else suggestions.missing(self.found.snapshot, self.found.parsed)

    def shown(self) -> Mapping[str, Any]:
        """Returns all parts by name, every one made: fit for JSON."""
        parts = {name: getattr(self, name) for name in SHOWN}
        return parts | {"hits": [hit.quote() for hit in self.hits]}
