"""An authority beside its peers: how often the reports of each have what a search finds.

Reports are counted, since one report repeats itself; shares have Wilson's limits. The difference of
two shares has the limits of Newcombe's method 10 for independent samples (1998, Statistics in
Medicine 17, 873-890), which joins both Wilson intervals.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from corpus.registry import label, registry
from index.facets import FACET, ParagraphFacet
from search.budget import QUERY_BUDGET, Budget
from search.engine import Answer, Engine
from search.errors import TooLong
from search.facet_order import sort_key_of
from search.language.plan import plan_request
from search.model import FacetValue, Group, Request
from search.present.page import STOPPED
from search.present.sentence import in_words, sentence
from search.wording.compare import join_margins
from search.wording.profile import Share, share

POLARITY, GRADE, AUTHORITY = "polarity", "grade", "authority"


@dataclass(frozen=True, slots=True)
class ComparedShare:
    """The share of an authority's reports, and of those of its peers, with the `difference` of the
    first to the second and its 95 % limits `low` and `high`.

    `is_sure`: both limits of the difference are on one side of 0. `few` warns that one of the
    shares is of so few reports that it says little.
    """

    own: Share
    peers: Share
    difference: float
    low: float
    high: float
    is_sure: bool
    few: bool


@dataclass(frozen=True, slots=True)
class SideCounts:
    """How many `paragraphs` of one side the search finds, `of` so many that its reports have, and
    `per_hundred` of them (None where there are none); they are on so many `authorities`.
    """

    authorities: int
    paragraphs: int
    of: int
    per_hundred: float | None


@dataclass(frozen=True, slots=True)
class PeerComparison:
    """An authority beside the peers of a group: what a search finds in the reports on each.

    `searched` says in words what is looked for, always with all words. `reports` compares the
    shares of all reports that have it; `polarities` the shares of these that have it in praise,
    criticism and so on; `grades` the shares of those with paragraphs under a grade that have it
    under that grade. `own_search` and `peers_search` find the paragraphs of each side.
    """

    authority: str
    group: Group
    searched: str
    own: SideCounts
    peers: SideCounts
    reports: ComparedShare
    polarities: tuple[ComparedShare, ...]
    grades: tuple[ComparedShare, ...]
    own_search: Request
    peers_search: Request


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison: its `request`, what that finds, and all paragraphs of its reports,
    which are on `authorities`.
    """

    request: Request
    matching: Answer
    everything: Answer
    authorities: int

    @property
    def counts(self) -> SideCounts:
        """How many paragraphs it has."""
        paragraphs, of = self.matching.total, self.everything.total
        return SideCounts(self.authorities, paragraphs, of, 100 * paragraphs / of if of else None)


def compare_with_peers(
    engine: Engine, request: Request, authority: str, group: Group, budget: Budget = QUERY_BUDGET
) -> PeerComparison:
    """Return what a request finds in the reports on an authority, and on its peers, a group that it
    is not in. What the request itself says of authority and group does not count.

    Raise TooLong where the query takes longer than its budget.
    """
    base = base_request(request)
    own = ask_side(engine, on_authority(base, authority), (authority,), budget)
    peers = ask_side(engine, replace(base, group=group), group.authorities, budget)
    plan = plan_request(base, engine, budget)
    return PeerComparison(
        authority,
        group,
        in_words(sentence(plan.request, plan.parsed, base.match)),
        own.counts,
        peers.counts,
        shares_of_all_reports(own, peers),
        tuple(shares_by_polarity(own, peers)),
        tuple(shares_by_grade(own, peers)),
        own.request,
        peers.request,
    )


def base_request(request: Request) -> Request:
    """Return what is looked for on both sides. All words are required where that was left open:
    which are must not depend on how much one side has.
    """
    filters = {key: values for key, values in request.filters.items() if key != AUTHORITY}
    match = "all" if request.match == "auto" else request.match
    return replace(request, filters=filters, group=None, match=match, start=0)


def on_authority(request: Request, authority: str) -> Request:
    """Return a request for the reports on an authority."""
    return replace(request, filters={**request.filters, AUTHORITY: (authority,)})


def looks_for_something(request: Request) -> bool:
    """Return whether a request asks for some of the paragraphs of reports, by words or filters."""
    return bool(request.query.strip()) or any(map(parts_reports, request.filters))


def parts_reports(key: str) -> bool:
    """Return whether a filter tells the paragraphs of one report apart."""
    return isinstance(FACET.get(key), ParagraphFacet)


def ask_side(engine: Engine, request: Request, names: Iterable[str], budget: Budget) -> Side:
    """Return what a request finds, and all that the reports hold that it looks in, which are on
    authorities among `names`. Raise TooLong.
    """
    filters = {key: values for key, values in request.filters.items() if not parts_reports(key)}
    all_of_them = replace(request, query="", filters=filters)
    everything = count(engine, all_of_them, (GRADE, AUTHORITY), budget)
    authorities = counted_values(everything, AUTHORITY).keys() & set(names)
    matching = count(engine, request, (POLARITY, GRADE), budget)
    return Side(request, matching, everything, len(authorities))


def count(engine: Engine, request: Request, facets: tuple[str, ...], budget: Budget) -> Answer:
    """Return the answer to a request without a list. Raise TooLong."""
    counted = replace(request, sort="newest", unit="paragraphs", limit=0, facets=facets)
    answer = engine.answer(plan_request(counted, engine, budget))
    for diagnostic in answer.diagnostics:
        if diagnostic.kind == STOPPED:
            raise TooLong(diagnostic.message.removesuffix("."))
    return answer


def counted_values(answer: Answer, key: str) -> dict[str, FacetValue]:
    """Return the values of a facet that paragraphs have; those that are selected, where any is."""
    (facet,) = [facet for facet in answer.facets if facet.key == key]
    selected = [value for value in facet.values if value.selected]
    return {value.value: value for value in selected or facet.values if value.paragraphs}


def shares_of_all_reports(own: Side, peers: Side) -> ComparedShare:
    """Return the shares of all reports that have what is looked for."""
    own_share, peers_share = (
        share("", "All reports", side.matching.reports, side.everything.reports, None)
        for side in (own, peers)
    )
    return compare_shares(own_share, peers_share)


def shares_by_polarity(own: Side, peers: Side) -> Iterator[ComparedShare]:
    """Yield for each polarity the shares of the reports with matches that have it so."""
    totals = [
        dict.fromkeys(registry().labels[POLARITY], side.matching.reports) for side in (own, peers)
    ]
    return shares_by_value(POLARITY, own, peers, *totals)


def shares_by_grade(own: Side, peers: Side) -> Iterator[ComparedShare]:
    """Yield for each grade the shares of the reports with paragraphs under it that have it so."""
    totals = [
        {name: value.reports for name, value in counted_values(side.everything, GRADE).items()}
        for side in (own, peers)
    ]
    return shares_by_value(GRADE, own, peers, *totals)


def shares_by_value(
    key: str, own: Side, peers: Side, of_own: Mapping[str, int], of_peers: Mapping[str, int]
) -> Iterator[ComparedShare]:
    """Yield the shares of reports that have each value of a facet, out of so many of each."""
    matching, matching_of_peers = (counted_values(side.matching, key) for side in (own, peers))
    for value in sorted(matching.keys() | matching_of_peers.keys(), key=sort_key_of(key)):
        yield compare_shares(
            share_of(key, value, matching, of_own),
            share_of(key, value, matching_of_peers, of_peers),
        )


def share_of(
    key: str, value: str, matching: Mapping[str, FacetValue], of: Mapping[str, int]
) -> Share:
    """Return the share of reports that have a value."""
    using = matching[value].reports if value in matching else 0
    return share(value, label(key, value), using, of.get(value, 0), None)


def compare_shares(own: Share, peers: Share) -> ComparedShare:
    """Return two shares of different reports with their difference."""
    value = own.share - peers.share
    below = join_margins(own.share - own.low, peers.high - peers.share, 0.0)
    above = join_margins(own.high - own.share, peers.share - peers.low, 0.0)
    low, high = value - below, value + above
    is_sure = low > 0 or high < 0
    return ComparedShare(own, peers, value, low, high, is_sure, own.few or peers.few)
