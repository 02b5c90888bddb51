"""The page that answers a request: each part of it is made when it is first asked for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from corpus.lazy import lazy_property
from search.engine import Answer, Engine
from search.language.plan import Plan
from search.model import Diagnostic, Facet, Request, RequestOffer, SentencePart
from search.present import suggestions
from search.present.hits import Hit, hits_of
from search.present.sentence import sentence

PARTS = (
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
"""The parts of a page, as its JSON names them."""


class Page(msgspec.Struct, frozen=True, eq=False, dict=True):
    """What an `engine` answered to a `plan`, and what is shown of it.

    A page holds the engine that answered, and with it the commit: keep what you made of a page,
    not the page.
    """

    engine: Engine
    plan: Plan
    answer: Answer

    @property
    def request(self) -> Request:
        """The request that is answered."""
        return self.plan.request

    @property
    def total(self) -> int:
        """The number of paragraphs that match."""
        return self.answer.total

    @property
    def reports(self) -> int:
        """The number of reports that these paragraphs belong to."""
        return self.answer.reports

    @property
    def matched(self) -> str:
        """How the words were required: all, most or any."""
        return self.answer.matched

    @property
    def generation(self) -> int:
        """The commit that answered."""
        return self.engine.state.generation

    @lazy_property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What could not be taken as typed, and what happened in evaluation."""
        return (*self.plan.parsed.diagnostics, *self.answer.diagnostics)

    @property
    def facets(self) -> tuple[Facet, ...]:
        """The facets asked for, each counted under all filters but its own."""
        return self.answer.facets

    @property
    def entries(self) -> int:
        """The number of entries of the whole list, in the unit that was asked for."""
        return self.reports if self.request.by_report else self.total

    @lazy_property
    def hits(self) -> tuple[Hit, ...]:
        """The paragraphs listed, in order."""
        return hits_of(self.engine, self.answer.node, self.answer.listing)

    @lazy_property
    def sentence(self) -> tuple[SentencePart[Request], ...]:
        """What was searched, in parts that can be left out."""
        return sentence(self.request, self.plan.parsed, self.matched)

    @lazy_property
    def also(self) -> tuple[str, ...]:
        """The wordings that the vocabulary added and the collection has."""
        return suggestions.also_searched(self.engine, self.plan.parsed)

    @lazy_property
    def suggestions(self) -> tuple[RequestOffer, ...]:
        """The query with each word corrected that the collection does not have."""
        return suggestions.corrected_requests(self.engine, self.plan)

    @lazy_property
    def removals(self) -> tuple[RequestOffer, ...]:
        """Where nothing matches, what each single removal would find, most first."""
        return () if self.total else suggestions.removals(self.engine, self.plan)

    @lazy_property
    def missing(self) -> tuple[str, ...]:
        """Where nothing matches, the words that no paragraph has."""
        return () if self.total else suggestions.missing_words(self.engine, self.plan.parsed)

    def parts(self) -> Mapping[str, Any]:
        """Return all parts by name, every one made: fit for JSON."""
        parts = {name: getattr(self, name) for name in PARTS}
        return parts | {"hits": [hit.quote() for hit in self.hits]}
