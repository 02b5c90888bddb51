"""What to ask instead: a word corrected from the collection, or what to leave out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from index.snapshot import Snapshot
from search.model import Offer, Request, Span
from search.parse import Parsed
from search.sentence import sentence
from search.spelling import corrections
from search.vocabulary import stems_of

Count = Callable[[Request], int]
"""How many paragraphs a Request would find."""

OFFERS = 3
MOST_PARTS = 12  # of a long query, no more are tried


def suggestions(
    snapshot: Snapshot, request: Request, parsed: Parsed, count: Count
) -> tuple[Offer, ...]:
    """Return the queries with all doubtful words corrected that find something, likeliest first."""
    doubtful = [
        (one.span, words)
        for one in parsed.clauses
        if one.kind == "word" and not one.also and (words := corrections(snapshot, one.text))
    ]
    texts = dict.fromkeys(
        _swapped(request.query, [(span, words[0]) for span, words in doubtful] + [(other, word)])
        for other, choices in doubtful
        for word in choices
    )
    asked = [replace(request, query=text, start=0) for text in texts]
    offers = [Offer(one.query, one, count(one)) for one in asked]
    return tuple([offer for offer in offers if offer.paragraphs][:OFFERS])


def missing(snapshot: Snapshot, parsed: Parsed) -> tuple[str, ...]:
    """Return the words of the query that no paragraph has."""
    return tuple(
        clause.text
        for clause in parsed.words
        if not any(snapshot.frequency("text", one) for one in stems_of(clause.text))
    )


def also_searched(snapshot: Snapshot, parsed: Parsed) -> tuple[str, ...]:
    """Return the wordings that the vocabulary added and whose words the collection has."""
    also = (one for clause in parsed.clauses for one in clause.also)
    return tuple(
        one
        for one in dict.fromkeys(also)
        if all(snapshot.frequency("text", stem) for stem in stems_of(one))
    )


def removals(request: Request, parsed: Parsed, count: Count) -> tuple[Offer, ...]:
    """Return what leaving out each part of the question would give, if anything, most first."""
    parts = sentence(request, parsed, "all")[:MOST_PARTS]
    offers = [Offer(part.text, part.without, count(part.without)) for part in parts]
    found = [offer for offer in offers if offer.paragraphs]
    return tuple(sorted(found, key=lambda offer: -offer.paragraphs))


def _swapped(text: str, words: list[tuple[Span, str]]) -> str:
    """Return the text with a word for each span; the last given for a span counts."""
    for span, word in sorted(dict(words).items(), key=lambda one: -one[0].start):
        text = text[: span.start] + word + text[span.end :]
    return text
