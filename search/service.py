"""All that web needs of search: a Request to a Page, and reports and paragraphs by their ids."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import NamedTuple

import numpy as np
from whoosh import query

from corpus.model import Paragraph, Report
from index.facets import FACET
from index.snapshot import Snapshot
from search.errors import BadRequest, TooLong
from search.language.parse import parse
from search.language.parsed import Parsed
from search.language.vocabulary import Vocabulary, vocabulary
from search.local import facets
from search.local.by_report import ByReport
from search.local.evaluate import evaluate
from search.local.facets import Counts
from search.local.filters import let_through, masks
from search.local.listing import listing
from search.local.matches import NOTHING, Array, Matches
from search.local.prior import worth
from search.local.query_context import BUDGET, QueryContext
from search.local.relevance import ranked
from search.model import HeldReport, ReportFacts, Request
from search.present.hits import facts, held
from search.present.page import Found, Page

SORTS = ("relevance", "newest", "oldest")
TRIED = ("all", "most", "any")
ENOUGH = {"all": 10, "most": 50, "any": 0}  # with fewer paragraphs than these, the next is tried
MATCHES = ("auto", "all", "most", "any")
UNITS = ("paragraphs", "reports")
MOST_LISTED = 1000
NULL = query.NullQuery


@dataclass(frozen=True, slots=True)
class Context:
    """A paragraph where it stands: those `before` and `after` it in its report."""

    paragraph: Paragraph
    report: ReportFacts
    before: tuple[Paragraph, ...]
    after: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class AuthorityFacts:
    """An authority with what the index holds of it."""

    name: str
    region: str | None
    reports: int
    paragraphs: int


def search(snapshot: Snapshot, request: Request, budget: float = BUDGET) -> Page:
    """Returns the answer to `request`; a query that takes over `budget` seconds is stopped and
    says so. Raises BadRequest where a field of the Request has no such value.
    """
    check(request)
    parsed = understood(snapshot, request)
    view = QueryContext.of(snapshot, budget)
    masked = masks(request, view.ranking)
    answer = Answer(NULL, "all" if request.match == "auto" else request.match, NOTHING, NOTHING)
    try:
        answer = answered(parsed, request, view, masked)
    except TooLong as error:
        view.say("stopped", str(error).capitalize() + ".")
    kept = answer.kept
    spread = ByReport(snapshot.columns, kept.docs)
    counts = counted(snapshot, request, answer.found, masked, spread) if request.facets else {}
    if request.sort == "relevance":
        kept = ranked(snapshot, parsed, kept, worth(snapshot, parsed), page_end(request))
    listed = listing(snapshot.columns, kept, spread, request)
    return Page(
        request,
        len(spread.docs),
        answer.matched,
        (*parsed.diagnostics, *view.diagnostics),
        Found(snapshot, parsed, answer.node, spread, listed, counts, partial(count, snapshot)),
    )


def page_end(request: Request) -> int | None:
    """Returns how many of the matches in order a page is cut from, None where it may be any."""
    grouped = request.once_per_report or request.unit == "reports"
    return None if grouped else request.start + request.limit


def understood(snapshot: Snapshot, request: Request) -> Parsed:
    """Returns what the query of a Request means in a collection, widened if it may be."""
    known = snapshot.compute_once("vocabulary", spoken) if request.widen else None
    return parse(request.query, snapshot.columns.open_names, known)


def spoken(snapshot: Snapshot) -> Vocabulary:
    """Returns our vocabulary with the acronyms of a collection."""
    return vocabulary(snapshot.model.acronyms)


def count(snapshot: Snapshot, request: Request) -> int:
    """Returns how many paragraphs a Request would find, 0 where that takes too long to offer."""
    view = QueryContext.of(snapshot)
    masked = masks(request, view.ranking)
    try:
        return len(answered(understood(snapshot, request), request, view, masked).kept)
    except TooLong:
        return 0


def check(request: Request) -> None:
    """Raises BadRequest where a field of the Request holds what does not exist."""
    for name, choices in (("sort", SORTS), ("match", MATCHES), ("unit", UNITS)):
        value = getattr(request, name)
        if value not in choices:
            raise BadRequest(f"{name} has no value {value!r}; choose from {', '.join(choices)}")
    for key in request.facets:
        if key not in FACET:
            raise BadRequest(f"there is no facet {key!r}; choose from {', '.join(FACET)}")
    if request.start < 0 or not 0 <= request.limit <= MOST_LISTED:
        raise BadRequest(f"start must be 0 or more, and limit from 0 to {MOST_LISTED}")


class Answer(NamedTuple):
    """What the `node` that was asked has `found`, and what of it the filters have `kept`; `matched`
    says how the words were taken.
    """

    node: query.Query
    matched: str
    found: Matches
    kept: Matches


def answered(
    parsed: Parsed, request: Request, view: QueryContext, masked: Mapping[str, Array]
) -> Answer:
    """Returns the answer to a query under filters: for `auto` of all its words, or of most, or of
    any where that gives too few.
    """
    ways = TRIED if request.match == "auto" and len(parsed.words) > 1 else (request.match,)
    for way in ways:
        taken = "all" if way == "auto" else way
        node = parsed.query(taken)
        found = evaluate(node, view)
        kept = let_through(masked, found)
        if len(kept) >= ENOUGH[taken]:
            break
    return Answer(node, taken, found, kept)


def counted(
    snapshot: Snapshot,
    request: Request,
    unfiltered: Matches,
    masked: Mapping[str, Array],
    spread: ByReport,
) -> dict[str, Counts]:
    """Returns the counts of the facets asked for, each under all filters but its own: most in the
    `spread` of the matches that pass all filters, the others among the `unfiltered`.
    """
    alone = [key for key in request.facets if key in masked]
    shared = [key for key in request.facets if key not in masked]
    found = facets.counts(snapshot, spread, shared)
    for key in alone:
        others = ByReport(snapshot.columns, let_through(masked, unfiltered, but=key).docs)
        found |= facets.counts(snapshot, others, [key])
    return found


def paragraph(snapshot: Snapshot, paragraph_id: str, around: int = 2) -> Context | None:
    """Returns a paragraph with `around` before and after it, None where there is none."""
    doc = snapshot.find(paragraph_id)
    if doc is None:
        return None
    docs = snapshot.columns.docs(int(snapshot.columns.report_of[doc]))
    before = range(max(docs.start, doc - around), doc)
    after = range(doc + 1, min(docs.stop, doc + around + 1))
    return Context(
        snapshot.paragraph(doc),
        facts(snapshot.report_at(doc)),
        tuple(map(snapshot.paragraph, before)),
        tuple(map(snapshot.paragraph, after)),
    )


def report(snapshot: Snapshot, report_id: str) -> Report | None:
    """Returns a report whole, None where there is none."""
    return snapshot.report(report_id)


def reports(snapshot: Snapshot) -> tuple[HeldReport, ...]:
    """Returns the facts of all reports and the reader's doubts of them, newest first, those
    without a date last.
    """
    return tuple(map(held, snapshot.reports()))


def authorities(snapshot: Snapshot) -> tuple[AuthorityFacts, ...]:
    """Returns the authorities that have reports, by name."""
    columns = snapshot.columns
    sizes = np.diff(columns.first)
    found: dict[str, AuthorityFacts] = {}
    for row in columns.newest.tolist():
        name = columns.names["authority"][columns.report_codes["authority"][row]]
        if name is None:
            continue
        region = columns.names["region"][columns.report_codes["region"][row]]
        held = found.setdefault(name, AuthorityFacts(name, region, 0, 0))
        more = int(sizes[row])
        found[name] = replace(held, reports=held.reports + 1, paragraphs=held.paragraphs + more)
    return tuple(found[name] for name in sorted(found))
