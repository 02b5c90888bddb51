"""The answer to a plan in plain Python: relaxed, filtered, counted and listed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from corpus.characters import caseless
from corpus.model import Paragraph, Report
from corpus.registry import label
from index.facets import FACET
from search.errors import TooLong
from search.facet_order import listing_order
from search.language.nodes import NullQuery, Query
from search.language.phrases import MIN_TOGETHER, whole_phrase
from search.language.plan import Plan
from search.model import Diagnostic, Facet, FacetValue, Request, Span
from search.records import Listing, Ref
from tests.search.engines.plain_evaluate import Evaluation
from tests.search.engines.plain_index import (
    PlainIndex,
    Scores,
    newest_first,
    oldest_first,
)

RELAXATIONS = {
    "auto": ("all", "most", "any"),
    "all": ("all",),
    "most": ("most",),
    "any": ("any",),
}
"""What each way to match requires of several words, one after another."""
ENOUGH_PARAGRAPHS = {"all": 10, "most": 50, "any": 0}


@dataclass(frozen=True)
class FakeAnswer:
    """The answer of a fake engine, all of it computed."""

    total: int
    reports: int
    total_as_typed: int
    reports_as_typed: int
    total_together: int
    reports_together: int
    matched: str
    node: Query
    diagnostics: tuple[Diagnostic, ...]
    listing: Listing
    facets: tuple[Facet, ...]
    typed: frozenset[Ref]

    def is_as_typed(self, ref: Ref) -> bool:
        """Return whether a paragraph that matches is among those as typed."""
        return ref in self.typed


def answer_plan(index: PlainIndex, plan: Plan) -> FakeAnswer:
    """Return the answer to a plan; it is empty where the query takes longer than its budget."""
    request = plan.request
    diagnostics: tuple[Diagnostic, ...] = ()
    try:
        matched, node, unfiltered = relax(index, plan)
        typed = unfiltered
        if plan.parsed.finds_more or matched != "all":
            typed = evaluate(index, plan, plan.parsed.as_typed())
    except TooLong as error:
        matched, node, unfiltered = RELAXATIONS[request.match][0], NullQuery, {}
        typed = {}
        diagnostics = (Diagnostic("stopped", Span(0, 0), str(error)),)
    scores = filter_scores(index, unfiltered, request)
    typed = filter_scores(index, typed, request)
    tier_of = tiers(index, plan, typed, matched)
    together = [name for name, tier in tier_of.items() if tier == 2]
    first = lift(scores, tier_of)
    return FakeAnswer(
        len(scores),
        len(index.reports_of(scores)),
        len(typed),
        len(index.reports_of(typed)),
        len(together),
        len(index.reports_of(together)),
        matched,
        node,
        diagnostics,
        list_page(index, first, request),
        tuple(
            count_facet(index, key, filter_scores(index, unfiltered, request, key), request)
            for key in request.facets
        ),
        frozenset(typed),
    )


def tiers(index: PlainIndex, plan: Plan, typed: Scores, matched: str) -> dict[str, int]:
    """Return 2 for what has all words together, and 1 for what else is as typed where that comes
    first.
    """
    phrase = whole_phrase(plan.parsed.clauses)
    together = Evaluation(index).evaluate(phrase) if phrase else {}
    is_wording = plan.parsed.has_one_wording or len(together) >= MIN_TOGETHER
    is_first = is_wording or matched != "all"
    return {name: 2 if name in together else int(is_first) for name in typed}


def lift(scores: Scores, tier_of: dict[str, int]) -> Scores:
    """Return the scores with those of a higher tier above all of lower ones."""
    highest = max(scores.values(), default=0.0)
    return {name: score + 2 * highest * tier_of.get(name, 0) for name, score in scores.items()}


def relax(index: PlainIndex, plan: Plan) -> tuple[str, Query, Scores]:
    """Return how the words of a plan were required, the node, and what it matches without filters.
    Raise TooLong.
    """
    request = plan.request
    is_relaxed = request.match == "auto" and plan.parsed.can_relax
    for matched in RELAXATIONS[request.match][: None if is_relaxed else 1]:
        node = plan.parsed.query(matched)
        scores = evaluate(index, plan, node)
        if len(filter_scores(index, scores, request)) >= ENOUGH_PARAGRAPHS[matched]:
            break
    return matched, node, scores


def evaluate(index: PlainIndex, plan: Plan, node: Query) -> Scores:
    """Return what a node matches. Raise TooLong where that takes longer than the plan's budget."""
    clock = plan.budget.clock
    deadline = clock.cpu() + plan.budget.seconds

    def check_deadline() -> None:
        if clock.cpu() > deadline:
            raise TooLong("The search took too long and was stopped; make it more specific.")

    return Evaluation(index, check_deadline, plan.request.theme_by).evaluate(node)


def filter_scores(
    index: PlainIndex, scores: Scores, request: Request, without: str | None = None
) -> Scores:
    """Return the scores of those that pass all filters but that of the key `without`."""
    passing = set(index.ids(lambda r, p: passes(index, request, r, p, without)))
    return {name: score for name, score in scores.items() if name in passing}


def passes(
    index: PlainIndex,
    request: Request,
    report: Report,
    paragraph: Paragraph,
    without: str | None = None,
) -> bool:
    """Return whether a paragraph passes all filters but that of the key `without`."""
    if report.withdrawn and not request.withdrawn:
        return False
    if not all(
        any(index.has_value(report, paragraph, key, value, request.theme_by) for value in values)
        for key, values in request.filters.items()
        if values and key != without
    ):
        return False
    if request.group and report.authority not in request.group.authorities:
        return False
    since, until, dated = request.since, request.until, report.dated
    if dated is None:
        return not (since or until)
    return (since or dated) <= dated <= (until or dated)


def list_page(index: PlainIndex, scores: Scores, request: Request) -> Listing:
    """Return the page that a request asks for."""
    names = sorted(scores, key=sort_key(index, scores, request.sort))
    matches = [1] * len(names)
    if request.by_report:
        report_of = {name: index.pair_of[name][0].id for name in names}
        sizes = Counter(report_of.values())
        best = {report_of[name]: name for name in reversed(names)}
        names = [name for name in names if best[report_of[name]] == name]
        matches = [sizes[report_of[name]] for name in names]
    page = slice(request.start, request.start + request.limit)
    return listing_of(index, names[page], scores, matches[page])


def listing_of(
    index: PlainIndex, names: Sequence[str], scores: Scores, matches: Sequence[int]
) -> Listing:
    """Return the listing of paragraphs in their order."""
    texts = [index.pair_of[name][1].text for name in names]
    return Listing(names, texts, [scores[name] for name in names], matches)


def sort_key(
    index: PlainIndex, scores: Scores, sort: str
) -> Callable[[str], tuple[float, tuple[int, str], int]]:
    """Return what sorts the ids of paragraphs."""

    def key(name: str) -> tuple[float, tuple[int, str], int]:
        report, paragraph = index.pair_of[name]
        date = oldest_first(report) if sort == "oldest" else newest_first(report)
        return -scores[name] if sort == "relevance" else 0, date, paragraph.ordinal

    return key


def count_facet(index: PlainIndex, key: str, names: Iterable[str], request: Request) -> Facet:
    """Return a facet counted among some paragraphs, with the values selected."""
    pairs = [index.pair_of[name] for name in names]
    in_collection = {caseless(value): value for value in index.values(key)}
    selected = {in_collection.get(caseless(value), value) for value in request.filters.get(key, ())}
    valued = [(pair[0].id, index.facet_values(*pair, key, request.theme_by)) for pair in pairs]
    paragraphs = Counter(value for _, values in valued for value in values)
    users = {(value, report_id) for report_id, values in valued for value in values}
    reports = Counter(value for value, _ in users)
    values = [
        FacetValue(value, label(key, value), paragraphs[value], reports[value], value in selected)
        for value in selected | set(paragraphs)
    ]
    return Facet(key, FACET[key].label, tuple(sorted(values, key=listing_order(key))))
