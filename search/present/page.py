"""The page that answers a request: each part of it is made when it is first asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import msgspec

from corpus.lazy import lazy_property
from search.engine import Answer, Engine
from search.language.plan import Plan
from search.model import Correction, Diagnostic, Facet, Request, RequestOffer, SentencePart
from search.present.hits import Hit, hits_of
from search.present.sentence import sentence
from search.present.suggestions.absences import absences, missing_words
from search.present.suggestions.corrections import corrected_requests
from search.present.suggestions.counting import Counting
from search.present.suggestions.exact_wording import exact_request
from search.present.suggestions.other_wordings import also_searched
from search.present.suggestions.removals import removals
from search.present.suggestions.scopes import scoped_requests
from search.present.totals import others_in_words, totals_in_words, words_in_words
from search.present.ways import AS_TYPED, OtherWays

STOPPED = "stopped"  # the kind of the diagnostic of a search that took too long
PARTS = (
    "request",
    "total",
    "reports",
    "total_as_typed",
    "reports_as_typed",
    "total_together",
    "reports_together",
    "totals",
    "exactly",
    "hits",
    "facets",
    "diagnostics",
    "matched",
    "generation",
    "sentence",
    "also",
    "corrections",
    "suggestions",
    "scopes",
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
    def total_as_typed(self) -> int:
        """The number of these paragraphs that have all words as typed, in any inflection."""
        return self.answer.total_as_typed

    @property
    def reports_as_typed(self) -> int:
        """The number of reports that the paragraphs as typed belong to."""
        return self.answer.reports_as_typed

    def way_of(self, hit: Hit) -> str:
        """Return how a hit answers the query: as typed, by related words, or by fewer words."""
        return AS_TYPED if self.answer.is_as_typed(hit.ref) else self._other_ways.of(hit)

    @lazy_property
    def _other_ways(self) -> OtherWays:
        return OtherWays(self.plan.parsed, self.matched)

    @property
    def total_together(self) -> int:
        """The number of paragraphs as typed that have all the words as one phrase."""
        return self.answer.total_together

    @property
    def reports_together(self) -> int:
        """The number of reports that the paragraphs with the words as one phrase belong to."""
        return self.answer.reports_together

    @property
    def entries_together(self) -> int:
        """The number of entries with the words as one phrase."""
        return self.reports_together if self.request.by_report else self.total_together

    @property
    def entries_as_typed(self) -> int:
        """The number of entries as typed: of reports where each is listed once."""
        return self.reports_as_typed if self.request.by_report else self.total_as_typed

    @lazy_property
    def totals(self) -> str | None:
        """How many entries are as typed, in words, and how many have the words together; None where
        all must be as typed and these are all or none.
        """
        parsed = self.plan.parsed
        if not parsed.finds_more and self.matched == "all" and not self.has_together:
            return None
        return totals_in_words(
            self.entries_together,
            self.entries_as_typed,
            self.entries,
            self.words,
            others_in_words(parsed, self.matched),
            self.matched,
        )

    @property
    def words(self) -> str:
        """What the words that were searched are called: `your words in any form`."""
        return words_in_words(self.plan.parsed, bool(self.corrections))

    @property
    def has_together(self) -> bool:
        """Whether some of what is as typed has the words together, and some has not."""
        return 0 < self.entries_together < self.entries_as_typed

    @property
    def has_related(self) -> bool:
        """Whether more was found than what is as typed."""
        return self.totals is not None and self.entries_as_typed != self.entries

    @property
    def has_narrower(self) -> bool:
        """Whether the totals say more than the number of entries does."""
        return self.has_related or self.has_together

    @property
    def has_typed(self) -> bool:
        """Whether anything is as typed, of what more was found for."""
        return self.has_related and self.entries_as_typed > 0

    @property
    def as_typed(self) -> Request:
        """The request for what is as typed, without the rest."""
        return replace(self.request, widen=False, match="all", start=0)

    @lazy_property
    def exactly(self) -> RequestOffer | None:
        """The request for the words exactly as they were searched, in quotes, where the totals say
        more than the number of entries does and the quotes find something.
        """
        return exact_request(self.counting, self.plan) if self.has_narrower else None

    @property
    def corrections(self) -> tuple[Correction, ...]:
        """The words that were searched instead of misspelt ones."""
        return self.plan.corrections

    @property
    def is_void(self) -> bool:
        """Whether something was typed of which nothing can be searched for."""
        return self.plan.parsed.is_void

    @property
    def can_relax(self) -> bool:
        """Whether there are several words, of which most or any may do."""
        return self.plan.parsed.can_relax

    @property
    def searched(self) -> str:
        """The query that was searched: with its misspelt words corrected."""
        return self.plan.parsed.text

    @property
    def uncorrected(self) -> Request:
        """The request for the query as it was typed."""
        return replace(self.request, correct=False, start=0)

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
        """What could not be taken as typed, which authorities that the query names have no report,
        and what happened in evaluation.
        """
        lacked = absences(self.engine, self.request)
        return (*self.plan.parsed.diagnostics, *lacked, *self.answer.diagnostics)

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
        negations = [one.node for one in self.plan.parsed.negations]
        return hits_of(self.engine, self.answer.node, self.answer.listing, negations)

    @lazy_property
    def sentence(self) -> tuple[SentencePart[Request], ...]:
        """What was searched, in parts that can be left out."""
        return sentence(self.request, self.plan.parsed, self.matched)

    @lazy_property
    def counting(self) -> Counting:
        """What counts the requests that are offered."""
        return Counting(self.engine, self.plan.budget)

    @property
    def is_whole(self) -> bool:
        """Whether nothing that was made of the page so far lacks a part for want of time."""
        was_stopped = any(diagnostic.kind == STOPPED for diagnostic in self.answer.diagnostics)
        return not (was_stopped or self.counting.was_stopped)

    @lazy_property
    def also(self) -> tuple[str, ...]:
        """The wordings that the vocabulary added and the collection has."""
        return also_searched(self.engine, self.plan.parsed)

    @lazy_property
    def suggestions(self) -> tuple[RequestOffer, ...]:
        """The query with each word corrected that the collection does not have."""
        return corrected_requests(self.counting, self.plan)

    @lazy_property
    def scopes(self) -> tuple[RequestOffer, ...]:
        """The request with the names and dates of its query as filters."""
        return scoped_requests(self.counting, self.plan)

    @lazy_property
    def removals(self) -> tuple[RequestOffer, ...]:
        """Where nothing matches, what each single removal would find, most first."""
        return () if self.total else removals(self.counting, self.plan)

    @lazy_property
    def missing(self) -> tuple[str, ...]:
        """Where nothing matches, the words that no paragraph has."""
        return () if self.total else missing_words(self.engine, self.plan.parsed)

    def parts(self) -> Mapping[str, Any]:
        """Return all parts by name, every one made: fit for JSON."""
        parts = {name: getattr(self, name) for name in PARTS}
        return parts | {"hits": [hit.quote() for hit in self.hits]}
