"""Answer a plan from a snapshot: evaluate it, filter, count its facets, and order a page of it."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
import numpy as np

from corpus.lazy import lazy_property
from index.segments.arrays import Array
from search.errors import TooLong
from search.language.nodes import NullQuery, Query
from search.language.plan import Plan
from search.local.by_report import ByReport
from search.local.evaluate import evaluate
from search.local.facets.counts import CodeCounts, count_facets
from search.local.facets.values import list_facet
from search.local.filters import Masks, filter_matches, request_masks
from search.local.listing import ListedDocs, list_page, read_listing
from search.local.matches import NO_MATCHES, Matches, common_docs
from search.local.prepared import PreparedSnapshot
from search.local.query_context import QueryContext
from search.local.ranking.prior import has_text
from search.local.ranking.relevance import rank
from search.local.ranking.tiers import find_tiers, find_together
from search.model import Diagnostic, Facet, Request
from search.records import Listing, Ref

RELAXATIONS = ("all", "most", "any")  # what `auto` requires of the words, one after another
ENOUGH_PARAGRAPHS = {"all": 10, "most": 50, "any": 0}  # with fewer, `auto` goes on to the next


class Evaluated(msgspec.Struct, frozen=True, eq=False):
    """What the `node` evaluated matches, `unfiltered` and under all filters; `matched` says how
    the words were required. `typed`, intp rising, are those of `matches` that match as typed; it is
    None where all do.
    """

    node: Query
    matched: str
    unfiltered: Matches
    matches: Matches
    typed: Array | None = None


class LocalAnswer(msgspec.Struct, frozen=True, eq=False, dict=True):
    """The answer of a local engine: matches are found, counted and ordered; texts and the records
    of facets are read when they are asked for.
    """

    prepared: PreparedSnapshot
    plan: Plan
    node: Query
    matched: str
    diagnostics: tuple[Diagnostic, ...]
    by_report: ByReport
    typed: ByReport
    all_together: Array | None
    listed: ListedDocs
    counts: Mapping[str, CodeCounts]

    @property
    def total(self) -> int:
        """The number of paragraphs that match."""
        return len(self.by_report.docs)

    @lazy_property
    def reports(self) -> int:
        """The number of reports that these paragraphs belong to."""
        return len(self.by_report.reports)

    @property
    def total_as_typed(self) -> int:
        """The number of these paragraphs that match without other wordings."""
        return len(self.typed.docs)

    @lazy_property
    def reports_as_typed(self) -> int:
        """The number of reports that the paragraphs that match as typed belong to."""
        return len(self.typed.reports)

    def is_as_typed(self, ref: Ref) -> bool:
        """Return whether a paragraph that matches is among those as typed."""
        docs = self.typed.docs
        place = int(np.searchsorted(docs, int(ref)))
        return place < len(docs) and int(docs[place]) == ref

    @property
    def total_together(self) -> int:
        """The number of paragraphs as typed that have all the words as one phrase."""
        return len(self._together.docs)

    @lazy_property
    def reports_together(self) -> int:
        """The number of reports that these paragraphs belong to."""
        return len(self._together.reports)

    @lazy_property
    def _together(self) -> ByReport:
        together, docs = self.all_together, self.typed.docs
        return ByReport(
            self.typed.columns, docs[:0] if together is None else common_docs(docs, together)
        )

    @lazy_property
    def listing(self) -> Listing:
        """The page that the plan asks for."""
        return read_listing(self.prepared.snapshot, self.listed)

    @lazy_property
    def facets(self) -> tuple[Facet, ...]:
        """The facets that the plan asks for, each counted under all filters but its own."""
        values, request = self.prepared.facet_values, self.plan.request
        return tuple(
            [
                list_facet(values[key], self.counts[key], request.filters.get(key, ()))
                for key in request.facets
            ]
        )


def answer_plan(prepared: PreparedSnapshot, plan: Plan) -> LocalAnswer:
    """Return the answer to a plan; it is empty where the query takes longer than its budget."""
    request = plan.request
    context = QueryContext.begin(prepared.bm25, plan.budget, request.theme_by)
    masks = request_masks(request, prepared.bm25)
    together = None
    try:
        evaluated = evaluate_plan(plan, context, masks)
        together = find_together(plan.parsed, context)
    except TooLong as error:
        context.add_diagnostic("stopped", str(error).capitalize() + ".")
        matched = "all" if request.match == "auto" else request.match
        evaluated = Evaluated(NullQuery, matched, NO_MATCHES, NO_MATCHES)
    matches = evaluated.matches
    by_report = ByReport(prepared.columns, matches.docs)
    typed = evaluated.typed
    typed_by_report = by_report if typed is None else ByReport(prepared.columns, typed)
    counts = count_plan(prepared, request, evaluated.unfiltered, masks, by_report)
    if request.sort == "relevance":
        priors = prepared.priors if has_text(plan.parsed) else None
        tiers = find_tiers(
            plan.parsed, prepared.snapshot.size, evaluated.typed, together, evaluated.matched
        )
        page_end = None if request.by_report else request.start + request.limit
        matches = rank(prepared.snapshot, plan.parsed, matches, priors, page_end, tiers)
    return LocalAnswer(
        prepared,
        plan,
        evaluated.node,
        evaluated.matched,
        tuple(context.diagnostics),
        by_report,
        typed_by_report,
        together,
        list_page(prepared.columns, matches, by_report, request),
        counts,
    )


def count_matches(prepared: PreparedSnapshot, plan: Plan) -> int:
    """Return how many paragraphs a plan finds; 0 where it takes longer than its budget."""
    context = QueryContext.begin(prepared.bm25, plan.budget, plan.request.theme_by)
    masks = request_masks(plan.request, prepared.bm25)
    try:
        return len(evaluate_plan(plan, context, masks).matches)
    except TooLong:
        return 0


def evaluate_plan(plan: Plan, context: QueryContext, masks: Masks) -> Evaluated:
    """Return what a plan matches: for `auto` with all its words, or with most, or with any where
    the stricter way finds too few. Raise TooLong.
    """
    match = plan.request.match
    ways = RELAXATIONS if match == "auto" and plan.parsed.can_relax else (match,)
    for way in ways:
        matched = "all" if way == "auto" else way
        node = plan.parsed.query(matched)
        unfiltered = evaluate(node, context)
        matches = filter_matches(masks, unfiltered)
        if len(matches) >= ENOUGH_PARAGRAPHS[matched]:
            break
    typed = docs_as_typed(plan, context, masks, matched)
    return Evaluated(
        node,
        matched,
        unfiltered,
        matches,
        None if typed is None or len(typed) == len(matches) else typed,
    )


def docs_as_typed(plan: Plan, context: QueryContext, masks: Masks, matched: str) -> Array | None:
    """Return the paragraphs with all the words of a plan as typed; None where all that `matched`
    are: they find no more than what is as typed, and all words are required. Raise TooLong.
    """
    if not plan.parsed.finds_more and matched == "all":
        return None
    return filter_matches(masks, evaluate(plan.parsed.as_typed(), context)).docs


def count_plan(
    prepared: PreparedSnapshot,
    request: Request,
    unfiltered: Matches,
    masks: Masks,
    by_report: ByReport,
) -> dict[str, CodeCounts]:
    """Return the counts of the facets asked for, each under all filters but its own.

    Facets without a filter are counted in the matches that pass all filters, grouped `by_report`.
    """
    if not request.facets:
        return {}
    bins = prepared.facet_bins_by(request.theme_by)
    counts = count_facets(bins, by_report, [key for key in request.facets if key not in masks])
    for key in request.facets:
        if key in masks:
            matches = filter_matches(masks, unfiltered, without=key)
            counts |= count_facets(bins, ByReport(prepared.columns, matches.docs), [key])
    return counts
