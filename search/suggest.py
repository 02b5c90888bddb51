"""What to ask instead: a word corrected from the collection, or what to leave out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from nltk.metrics.distance import edit_distance

from index.arrays import Strings
from index.snapshot import Snapshot
from search.model import Offer, Request, Span
from search.parse import Clause, Parsed
from search.sentence import sentence
from search.vocabulary import stems_of

Count = Callable[[Request], int]
"""How many paragraphs a Request would find."""

FARTHEST = 2
SHORTEST = 4  # letters; shorter words have too many neighbours
RARE, COMMON = 2, 100  # a word in so few paragraphs may be a slip for one in so many more
OFFERS = 3
MOST_PARTS = 12  # of a long query, no more are tried


def suggestions(
    snapshot: Snapshot, request: Request, parsed: Parsed, count: Count
) -> tuple[Offer, ...]:
    """Return the queries with all doubtful words corrected that find something, most first."""
    doubtful = [(one.span, words) for one in parsed.clauses if (words := _corrected(snapshot, one))]
    texts = dict.fromkeys(
        _swapped(request.query, [(span, words[0]) for span, words in doubtful] + [(other, word)])
        for other, choices in doubtful
        for word in choices
    )
    asked = [replace(request, query=text, start=0) for text in texts]
    offers = [Offer(one.query, one, count(one)) for one in asked]
    found = [offer for offer in offers if offer.paragraphs]
    return tuple(sorted(found, key=lambda offer: -offer.paragraphs)[:OFFERS])


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


def _corrected(snapshot: Snapshot, clause: Clause) -> list[str]:
    """Return the words of the collection that a doubtful word may stand for, most likely first."""
    typed = clause.text.casefold()
    if clause.kind != "word" or clause.also or len(typed) < SHORTEST or not typed.isalpha():
        return []
    held = max((snapshot.frequency("text", one) for one in stems_of(typed)), default=0)
    if held > RARE:
        return []
    near = [
        (edit_distance(typed, word, transpositions=True), -times, word)
        for word, times in snapshot.words("exact", lambda lexicon: _alike(lexicon, typed)).items()
        if times > held * COMMON
    ]
    return [word for distance, _, word in sorted(near)[:OFFERS] if distance <= FARTHEST]


def _alike(words: Strings, typed: str) -> list[int]:
    """Return the rows of the words that begin as the typed one does and have about its letters."""
    first, last = (words.first_from(start.encode()) for start in (typed[0], chr(ord(typed[0]) + 1)))
    letters = set(typed)
    return [row for row in range(first, last) if _is_alike(words[row], typed, letters)]


def _is_alike(word: str, typed: str, letters: set[str]) -> bool:
    return (
        abs(len(word) - len(typed)) <= FARTHEST
        and word != typed
        and word.isalpha()
        and len(letters.symmetric_difference(word)) <= 2 * FARTHEST
    )


def _swapped(text: str, words: list[tuple[Span, str]]) -> str:
    """Return the text with a word for each span; the last given for a span counts."""
    for span, word in sorted(dict(words).items(), key=lambda one: -one[0].start):
        text = text[: span.start] + word + text[span.end :]
    return text
