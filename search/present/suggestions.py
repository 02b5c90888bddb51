"""Other requests worth making: words corrected from the collection, and what to leave out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from search.budget import Budget
from search.engine import Engine
from search.language.clauses import ParsedQuery
from search.language.nodes import Synonyms, Term
from search.language.plan import Plan, plan_request
from search.language.spelling import corrections
from search.language.vocabulary import stems_of
from search.model import Request, RequestOffer, Span
from search.present.sentence import sentence

MAX_SUGGESTIONS = 3
MAX_DOUBTFUL_WORDS = 3
MAX_CHECKED_WORDS = 20  # a longer query is not a slip of the finger
MAX_REMOVALS = 12  # of a long query, no more parts are tried
COUNTING_SECONDS = 0.2  # of CPU time, for the counts of all that is suggested


def corrected_requests(engine: Engine, plan: Plan) -> tuple[RequestOffer, ...]:
    """Return the request with all doubtful words corrected in the ways that find something,
    likeliest first.
    """
    request = plan.request
    doubtful = list(islice(doubtful_words(engine, plan.parsed), MAX_DOUBTFUL_WORDS))
    likeliest = [(span, words[0]) for span, words in doubtful]
    queries = dict.fromkeys(
        replace_spans(request.query, [*likeliest, (span, word)])
        for span, words in doubtful
        for word in words
    )
    requests = [(query, replace(request, query=query, start=0)) for query in queries]
    return tuple(islice(counted_offers(engine, requests, plan.budget), MAX_SUGGESTIONS))


def doubtful_words(engine: Engine, parsed: ParsedQuery) -> Iterator[tuple[Span, tuple[str, ...]]]:
    """Yield the place of each doubtful word and the words that it may stand for."""
    for clause in parsed.clauses[:MAX_CHECKED_WORDS]:
        is_plain_word = clause.kind == "word" and isinstance(clause.query, Term)
        if is_plain_word and (words := corrections(engine, clause.text)):
            yield clause.span, words


def counted_offers(
    engine: Engine, requests: Iterable[tuple[str, Request]], budget: Budget
) -> Iterator[RequestOffer]:
    """Yield the requests that find something, until COUNTING_SECONDS have passed on the clock of
    the budget, which each of them is counted within.
    """
    clock = budget.clock
    deadline = clock.cpu() + COUNTING_SECONDS
    for text, request in requests:
        if clock.cpu() > deadline:
            return
        if paragraphs := engine.count(plan_request(request, engine, budget)):
            yield RequestOffer(text, paragraphs, request)


def missing_words(engine: Engine, parsed: ParsedQuery) -> tuple[str, ...]:
    """Return the words of the query that no paragraph has."""
    return tuple(
        clause.text
        for clause in parsed.words
        if not isinstance(clause.query, Synonyms)  # it was printed in one of its forms
        and not any(engine.frequency(stem) for stem in stems_of(clause.text))
    )


def also_searched(engine: Engine, parsed: ParsedQuery) -> tuple[str, ...]:
    """Return the wordings that the vocabulary added and whose words the collection has."""
    wordings = (wording for clause in parsed.clauses for wording in clause.also)
    return tuple(
        wording
        for wording in dict.fromkeys(wordings)
        if all(engine.frequency(stem) for stem in stems_of(wording))
    )


def removals(engine: Engine, plan: Plan) -> tuple[RequestOffer, ...]:
    """Return what leaving out each part of the request would find, if anything, most first."""
    parts = sentence(plan.request, plan.parsed, "all")[:MAX_REMOVALS]
    requests = ((part.text, part.without) for part in parts)
    offers = counted_offers(engine, requests, plan.budget)
    return tuple(sorted(offers, key=lambda offer: -offer.paragraphs))


def replace_spans(text: str, words: list[tuple[Span, str]]) -> str:
    """Return the text with a word for each span; the last given for a span counts."""
    for span, word in sorted(dict(words).items(), key=lambda item: -item[0].start):
        text = text[: span.start] + word + text[span.end :]
    return text
