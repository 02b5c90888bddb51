"""Where nothing is found: what leaving out one part of the request would find."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from index.analysis import terms
from search.engine import Engine
from search.language.function_words import function_words
from search.language.nodes import FuzzyTerm, Not, Phrase, Prefix, Query, Term
from search.language.parsed_query import ParsedQuery
from search.language.plan import Plan, parse_query
from search.language.understanding.correction import replace_spans
from search.model import Request, RequestOffer
from search.present.sentence import sentence
from search.present.suggestions.counting import Counting

MAX_UNQUOTED = 3
MAX_REMOVALS = 12  # of a long query, no more parts are tried
MAX_CLAUSES = 40  # of a query whose parts are tried: to parse a longer one so often takes too long
MAX_EXPANDED = 8  # stars and tildes of such a query: each takes as long as a dozen words
UNQUOTED = "the quotes"
TEXT_FIELDS = ("text", "exact")
QUOTES = re.compile(r'^["“”„«»]|["“”„«»](?:~\d+)?$')


def removals(counting: Counting, plan: Plan) -> tuple[RequestOffer, ...]:
    """Return what would be found without the quotes of a phrase, if anything, and then what without
    each part of the request, most first. To ask for nothing at all is no advice, nor to ask without
    any word where there were words. Paragraphs with all of the words are offered; without a part
    also those with fewer, where none has all.
    """
    offers = list(counting.offers(shorter_requests(plan, counting.engine)))
    unquoted = [offer for offer in offers if offer.text.startswith(UNQUOTED)]
    others = [offer for offer in offers if offer not in unquoted]
    return (*unquoted, *sorted(others, key=lambda offer: -offer.paragraphs))


def shorter_requests(plan: Plan, engine: Engine) -> Iterator[tuple[str, list[Request]]]:
    """Yield for the quotes of each phrase, and for each part, the requests without it to count.

    One at a time: each parses its query, which is within the time of the counts.
    """
    expanded = sum(clause.kind in ("prefix", "nearly") for clause in plan.parsed.clauses)
    is_long = len(plan.parsed.clauses) > MAX_CLAUSES or expanded > MAX_EXPANDED
    for text, request in () if is_long else unquoted_requests(plan):
        yield text, for_all_words(request, engine)[:1]
    parts = sentence(plan.request, plan.parsed, "all")
    if is_long:
        parts = tuple([part for part in parts if part.without.query == plan.request.query])
    needs_words = has_words(plan.parsed)
    for part in parts[:MAX_REMOVALS]:
        request = part.without
        if not asks_something(request):
            continue
        if not needs_words or has_words(parse_query(request.query, request, engine)):
            yield part.text, for_all_words(request, engine)


def for_all_words(request: Request, engine: Engine) -> list[Request]:
    """Return a request, after one with all of its words required where that was left open."""
    is_open = request.match == "auto"
    if is_open and parse_query(request.query, request, engine).can_relax:
        return [replace(request, match="all"), request]
    return [request]


def unquoted_requests(plan: Plan) -> Iterator[tuple[str, Request]]:
    """Yield the request with each phrase as words without their quotes."""
    text = plan.parsed.text
    phrases = [clause for clause in plan.parsed.clauses if clause.kind == "phrase"]
    for phrase in phrases[:MAX_UNQUOTED]:
        words = QUOTES.sub("", phrase.text)
        query = replace_spans(text, [(phrase.span, words)])
        which = f" around {words}" if len(phrases) > 1 else ""
        yield f"{UNQUOTED}{which}", replace(plan.request, query=query, start=0)


def has_words(parsed: ParsedQuery) -> bool:
    """Return whether a query looks for any words but function words: it is not all fields, stars,
    and what is left out.
    """
    return any(
        finds_words(clause.query)
        for clause in parsed.clauses
        if clause.kind != "word" or not function_words().issuperset(terms(clause.text))
    )


def finds_words(node: Query) -> bool:
    """Return whether a node finds paragraphs by words of their text."""
    if isinstance(node, Not):
        return False
    if isinstance(node, Term | Phrase | Prefix | FuzzyTerm):
        return node.fieldname in TEXT_FIELDS
    return any(map(finds_words, node.children()))


def asks_something(request: Request) -> bool:
    """Return whether a request has a query, or anything that filters."""
    return bool(request.query.strip() or any(request.filters.values())) or bool(
        request.since or request.until or request.group
    )
