"""Other requests worth making: words corrected, names and dates as filters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from search.budget import Budget
from search.engine import Engine
from search.language.clauses import ParsedQuery
from search.language.fields import NO_REPORT, no_report
from search.language.nodes import Synonyms
from search.language.plan import Plan, plan_request
from search.language.spelling import corrections
from search.language.understanding.correction import (
    MAX_CHECKED_WORDS,
    corrected_spans,
    is_name,
    is_plain_word,
    is_unknown,
    replace_spans,
)
from search.language.understanding.scopes import (
    Scope,
    date_in_words,
    find_absent_names,
    find_scopes,
    without_date,
)
from search.language.vocabulary import stems_of
from search.model import Diagnostic, Request, RequestOffer, Span

MAX_SUGGESTIONS = 3
MAX_DOUBTFUL_WORDS = 3
COUNTING_SECONDS = 0.2  # of CPU time, for the counts of all that is suggested


def corrected_requests(engine: Engine, plan: Plan) -> tuple[RequestOffer, ...]:
    """Return the request with all doubtful words corrected in the ways that find something,
    likeliest first.

    A word that was corrected is doubtful too: there may be others that it stands for.
    """
    request, text = plan.request, plan.parsed.text
    spans = corrected_spans(plan.corrections)
    doubtful = [
        (span, (one.word, *one.others)) for span, one in zip(spans, plan.corrections, strict=True)
    ]
    doubtful += islice(doubtful_words(engine, plan), MAX_DOUBTFUL_WORDS)
    likeliest = [(span, words[0]) for span, words in doubtful]
    queries = dict.fromkeys(
        replace_spans(text, [*likeliest, (span, word)])
        for span, words in doubtful
        for word in words
    )
    requests = [
        (query, [replace(request, query=query, start=0)]) for query in queries if query != text
    ]
    return tuple(islice(counted_offers(engine, requests, plan.budget), MAX_SUGGESTIONS))


def doubtful_words(engine: Engine, plan: Plan) -> Iterator[tuple[Span, tuple[str, ...]]]:
    """Yield the place of each doubtful word that was not corrected and is in no name, and the words
    that it may stand for.
    """
    corrected = set(corrected_spans(plan.corrections))
    for clause in plan.parsed.clauses[:MAX_CHECKED_WORDS]:
        is_doubted = is_plain_word(clause) and clause.span not in corrected
        if is_doubted and is_name(clause.text.casefold(), engine):
            continue
        if is_doubted and (words := corrections(engine, clause.text)):
            yield clause.span, words


def absences(engine: Engine, request: Request) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each authority that the query names and the collection lacks, but for
    those that the request filters by: of these it is said already.
    """
    for one in find_absent_names(request.query, engine.names):
        if one.value not in request.filters.get("authority", ()):
            yield Diagnostic(NO_REPORT, one.span, no_report("authority", one.value))


def scoped_requests(engine: Engine, plan: Plan) -> tuple[RequestOffer, ...]:
    """Return the request with the names and dates of its query as filters, in the ways that find
    something; where none does, those with its names alone, which say that the date leaves nothing.
    """
    text, clock = plan.parsed.text, plan.budget.clock
    deadline = clock.cpu() + COUNTING_SECONDS
    offers = scope_offers(engine, plan, text)
    undated = without_date(text)
    if offers or undated == text:
        return offers
    # Nothing is said of a date that was not tried, or not all of whose counts were made.
    is_counted = not has_dates(plan.request) and clock.cpu() <= deadline
    note = f" (nothing found {date_in_words(text)})" if is_counted else ""
    return tuple(
        replace(offer, text=offer.text + note) for offer in scope_offers(engine, plan, undated)
    )


def scope_offers(engine: Engine, plan: Plan, text: str) -> tuple[RequestOffer, ...]:
    """Return the offers for the names and dates of a text that the request does not filter by."""
    request = plan.request
    scopes = [
        scope
        for scope in find_scopes(text, engine.names)
        if not (has_dates(request) and (scope.since or scope.until))
        and not any(request.filters.get(field) for field in scope.filters)
    ]
    requests = [(f"Only {scope.text}", [scoped_request(request, scope)]) for scope in scopes]
    return tuple(counted_offers(engine, requests, plan.budget))


def has_dates(request: Request) -> bool:
    """Return whether a request filters by dates or years."""
    return bool(request.since or request.until or request.filters.get("year"))


def scoped_request(request: Request, scope: Scope) -> Request:
    """Return a request with the filters of a scope, and the rest of its query."""
    return replace(
        request,
        query=scope.rest,
        filters={**request.filters, **scope.filters},
        since=scope.since or request.since,
        until=scope.until or request.until,
        start=0,
    )


def counted_offers(
    engine: Engine, requests: Iterable[tuple[str, Sequence[Request]]], budget: Budget
) -> Iterator[RequestOffer]:
    """Yield for each text the first of its requests that finds something, until COUNTING_SECONDS
    have passed on the clock of the budget, which each of them is counted within.
    """
    clock = budget.clock
    deadline = clock.cpu() + COUNTING_SECONDS
    for text, ways in requests:
        for request in ways:
            if clock.cpu() > deadline:
                return
            if paragraphs := engine.count(plan_request(request, engine, budget)):
                yield RequestOffer(text, paragraphs, request)
                break


def missing_words(engine: Engine, parsed: ParsedQuery) -> tuple[str, ...]:
    """Return the words of the query that no paragraph has."""
    return tuple(
        clause.text
        for clause in parsed.words
        if not isinstance(clause.query, Synonyms)  # it was printed in one of its forms
        and is_unknown(clause, engine)
    )


def also_searched(engine: Engine, parsed: ParsedQuery) -> tuple[str, ...]:
    """Return the wordings that the vocabulary added and whose words the collection has.

    What has a wording around the one typed, as *long-term neglect* is around *neglect*, is found as
    typed: such a wording adds nothing.
    """
    wordings = (
        wording
        for clause in parsed.clauses
        for wording in clause.also
        if not is_part(stems_of(clause.text), stems_of(wording))
    )
    return tuple(
        wording
        for wording in dict.fromkeys(wordings)
        if all(engine.frequency(stem) for stem in stems_of(wording))
    )


def is_part(part: Sequence[str], whole: Sequence[str]) -> bool:
    """Return whether words stand together, in their order, in a longer wording."""
    size = len(part)
    return any(whole[at : at + size] == part for at in range(len(whole) - size + 1))
