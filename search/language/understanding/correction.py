"""Correct words of a query that the collection lacks, where it has one spelt nearly so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Protocol

import msgspec

from index.analysis import terms
from search.language.clauses import Clause, ParsedQuery
from search.language.nodes import Term
from search.language.spelling import MAX_CORRECTIONS, RARE_PARAGRAPHS, CollectionSpelling
from search.language.understanding.names import listed_words
from search.language.vocabulary import stems_of
from search.model import Correction, Span

MAX_CORRECTED_WORDS = 3
MAX_CHECKED_WORDS = 20  # a longer query is not a slip of the finger
MIN_LETTERS = {1: 5, 2: 8}  # of a word for so many edits: shorter ones have too many neighbours
NAMED_FIELDS = ("authority", "region")


class CollectionNames(CollectionSpelling, Protocol):
    """What must be known of a collection to correct a query: an engine knows it."""

    def names(self, field: str) -> tuple[str, ...]:
        """Return the values that an open field has in the collection."""


class CorrectedQuery(msgspec.Struct, frozen=True):
    """The `text` of a query with its `corrections`, by place."""

    text: str
    corrections: tuple[Correction, ...]


def correct(parsed: ParsedQuery, collection: CollectionNames) -> CorrectedQuery:
    """Return a query with its misspelt words corrected, at most MAX_CORRECTED_WORDS of them.

    A word is misspelt where no paragraph has it in any inflection, it is in no name of a listed
    authority, nor of an authority or a region of the collection, and the collection has a word one
    or two letters away that is no slip itself. Phrases, beginnings of words, values of fields and
    parts of alternatives are never corrected.
    """
    clauses = (clause for clause in parsed.clauses[:MAX_CHECKED_WORDS] if is_plain_word(clause))
    unknown = [clause for clause in clauses if is_unknown(clause, collection)]
    corrections = tuple(islice(find_corrections(unknown, collection), MAX_CORRECTED_WORDS))
    return CorrectedQuery(
        replace_spans(parsed.text, ((one.span, one.word) for one in corrections)), corrections
    )


def is_plain_word(clause: Clause) -> bool:
    """Return whether a clause is one word, of which no other form or wording is known."""
    is_one_word = clause.kind == "word" and isinstance(clause.query, Term)
    return is_one_word and not (clause.helps or clause.parts)


def is_unknown(clause: Clause, collection: CollectionSpelling) -> bool:
    """Return whether no paragraph has the word of a clause, in any inflection."""
    return not any(collection.frequency(stem) for stem in stems_of(clause.text))


def find_corrections(
    unknown: Iterable[Clause], collection: CollectionNames
) -> Iterator[Correction]:
    """Yield the corrections of unknown words."""
    for clause in unknown:
        word = clause.text.casefold()
        if not (word.isascii() and word.isalpha()):
            continue
        near = common_words(word, collection)
        if near and not is_name(word, collection):
            yield Correction(clause.span, clause.text, near[0], near[1:MAX_CORRECTIONS])


def is_name(word: str, collection: CollectionNames) -> bool:
    """Return whether a word in lower case is in a name of a listed authority, or of an authority or
    a region of the collection.
    """
    if word in listed_words():
        return True
    names = (name for field in NAMED_FIELDS for name in collection.names(field))
    return any(word in terms(name) for name in names)


def common_words(word: str, collection: CollectionSpelling) -> tuple[str, ...]:
    """Return the common words that an unknown word may stand for, the most frequent first: those
    one edit away, or where there are none, two.
    """
    for edits, letters in MIN_LETTERS.items():
        if len(word) >= letters and (near := collection.near_words(word, edits, RARE_PARAGRAPHS)):
            return near
    return ()


def replace_spans(text: str, words: Iterable[tuple[Span, str]]) -> str:
    """Return the text with a word for each span; the last given for a span counts."""
    for span, word in sorted(dict(words).items(), key=lambda item: -item[0].start):
        text = text[: span.start] + word + text[span.end :]
    return text


def corrected_spans(corrections: Iterable[Correction]) -> Iterator[Span]:
    """Yield where the words that were put in stand in the corrected query."""
    moved = 0
    for one in corrections:
        start = one.span.start + moved
        yield Span(start, start + len(one.word))
        moved += len(one.word) - (one.span.end - one.span.start)
