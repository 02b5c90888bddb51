"""What to ask instead: a word corrected from the collection, or what to leave out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import islice
from time import thread_time

from index.snapshot import Snapshot
from search.language.clauses import ParsedQuery
from search.language.spelling import corrections
from search.language.vocabulary import stems_of
from search.local.near_words import SnapshotWords
from search.model import Offer, Request, Span
from search.present.sentence import sentence

Count = Callable[[Request], int]
"""How many paragraphs a Request would find."""

OFFERS = 3
MOST_DOUBTFUL, MOST_LOOKED_AT = 3, 20  # words: a longer query is no slip of the finger
MOST_TIME = 0.2  # seconds of CPU for all that is offered beside the answer
MOST_PARTS = 12  # of a long query, no more are tried


def suggestions(
    snapshot: Snapshot, request: Request, parsed: ParsedQuery, count: Count
) -> tuple[Offer, ...]:
    """Return the queries with all doubtful words corrected that find something, likeliest first."""
    doubtful = list(islice(_doubtful(snapshot, parsed), MOST_DOUBTFUL))
    texts = dict.fromkeys(
        _swapped(request.query, [(span, words[0]) for span, words in doubtful] + [(other, word)])
        for other, choices in doubtful
        for word in choices
    )
    asked = [(text, replace(request, query=text, start=0)) for text in texts]
    return tuple(islice(_offers(asked, count), OFFERS))


def _doubtful(snapshot: Snapshot, parsed: ParsedQuery) -> Iterator[tuple[Span, tuple[str, ...]]]:
    """Yield where each doubtful word stands, and what it may stand for."""
    for clause in parsed.clauses[:MOST_LOOKED_AT]:
        plain = clause.kind == "word" and not clause.also
        if plain and (words := corrections(SnapshotWords(snapshot), clause.text)):
            yield clause.span, words


def _offers(asked: Iterable[tuple[str, Request]], count: Count) -> Iterator[Offer]:
    """Yield the offers that find something, as far as the time for it goes."""
    until = thread_time() + MOST_TIME
    for text, request in asked:
        if thread_time() > until:
            return
        if found := count(request):
            yield Offer(text, request, found)


def missing(snapshot: Snapshot, parsed: ParsedQuery) -> tuple[str, ...]:
    """Return the words of the query that no paragraph has."""
    return tuple(
        clause.text
        for clause in parsed.words
        if not any(snapshot.frequency("text", one) for one in stems_of(clause.text))
    )


def also_searched(snapshot: Snapshot, parsed: ParsedQuery) -> tuple[str, ...]:
    """Return the wordings that the vocabulary added and whose words the collection has."""
    also = (one for clause in parsed.clauses for one in clause.also)
    return tuple(
        one
        for one in dict.fromkeys(also)
        if all(snapshot.frequency("text", stem) for stem in stems_of(one))
    )


def removals(request: Request, parsed: ParsedQuery, count: Count) -> tuple[Offer, ...]:
    """Return what leaving out each part of the question would give, if anything, most first."""
    parts = sentence(request, parsed, "all")[:MOST_PARTS]
    found = _offers(((part.text, part.without) for part in parts), count)
    return tuple(sorted(found, key=lambda offer: -offer.paragraphs))


def _swapped(text: str, words: list[tuple[Span, str]]) -> str:
    """Return the text with a word for each span; the last given for a span counts."""
    for span, word in sorted(dict(words).items(), key=lambda one: -one[0].start):
        text = text[: span.start] + word + text[span.end :]
    return text
