"""Correct words of a query that the collection lacks, where it has one spelt nearly so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Protocol

import msgspec

from index.analysis import terms
from search.language.clauses import Clause, ParsedQuery
from search.language.forms.compounds import Compounds
from search.language.forms.typed import joined_size, typed_words
from search.language.nodes import Term
from search.language.spelling import MAX_CORRECTIONS, RARE_PARAGRAPHS, CollectionSpelling
from search.language.understanding.names import listed_words
from search.language.vocabulary import stems_of
from search.model import Correction, Span

MAX_CORRECTED_WORDS = 3
MAX_CHECKED_WORDS = 20  # a longer query is not a slip of the finger
MIN_LETTERS = {1: 5, 2: 8}  # of a word for so many edits: shorter ones have too many neighbours
MIN_LETTERS_IN_COMPOUND = {1: 3, 2: 8}  # the other words tell which neighbour is meant
MAX_NEAR_WORDS = 20  # that are tried in a compound
NAMED_FIELDS = ("authority", "region")


class CollectionNames(CollectionSpelling, Protocol):
    """What must be known of a collection to correct a query: an engine knows it."""

    def names(self, field: str) -> tuple[str, ...]:
        """Return the values that an open field has in the collection."""

    @property
    def compounds(self) -> Compounds:
        """The forms in which the collection prints one word."""


class CheckedWord(msgspec.Struct, frozen=True):
    """A word of a query, `text` at `span`, that may be misspelt; of a compound with hyphens, such
    as *multi-agency*, number `at` of its words `compound` in lower case.
    """

    span: Span
    text: str
    compound: tuple[str, ...] = ()
    at: int = 0

    def compound_with(self, word: str) -> tuple[str, ...]:
        """Return the words of the compound with another word in its place."""
        return (*self.compound[: self.at], word, *self.compound[self.at + 1 :])


class CorrectedQuery(msgspec.Struct, frozen=True):
    """The `text` of a query with its `corrections`, by place."""

    text: str
    corrections: tuple[Correction, ...]


def correct(parsed: ParsedQuery, collection: CollectionNames) -> CorrectedQuery:
    """Return a query with its misspelt words corrected, at most MAX_CORRECTED_WORDS of them.

    A word is misspelt where no paragraph has it in any inflection, it is in no name of a listed
    authority, nor of an authority or a region of the collection, and the collection has a word one
    or two letters away that is no slip itself. So is a part of a compound with hyphens, where the
    collection prints the compound with the other word. Phrases, beginnings of words, values of
    fields and parts of alternatives are never corrected.
    """
    unknown = [word for word in checked_words(parsed) if is_misspelt(word, collection)]
    if not unknown:  # as of most queries
        return CorrectedQuery(parsed.text, ())
    corrections = tuple(islice(find_corrections(unknown, collection), MAX_CORRECTED_WORDS))
    return CorrectedQuery(
        replace_spans(parsed.text, ((one.span, one.word) for one in corrections)), corrections
    )


def checked_words(parsed: ParsedQuery) -> Iterator[CheckedWord]:
    """Yield the words of a query that may be misspelt, at most MAX_CHECKED_WORDS of them: words of
    which no other form or wording is known, and the parts of compounds with hyphens.
    """
    return islice(every_checked_word(parsed), MAX_CHECKED_WORDS)


def every_checked_word(parsed: ParsedQuery) -> Iterator[CheckedWord]:
    """Yield the words of the first clauses of a query that may be misspelt."""
    for clause in parsed.clauses[:MAX_CHECKED_WORDS]:
        if is_plain_word(clause):
            yield CheckedWord(clause.span, clause.text)
        elif clause.kind == "word" and not clause.helps:
            yield from compound_parts(parsed.text, clause.span)


def compound_parts(text: str, span: Span) -> Iterator[CheckedWord]:
    """Yield the words of each compound with hyphens in a part of a query."""
    typed, at = typed_words(text, span.start, span.end), 0
    while at < len(typed):
        size = joined_size(text, typed, at)
        compound = tuple([word for word, *_ in typed[at : at + size]])
        for number, (_, _, start, end) in enumerate(typed[at : at + size] if size > 1 else ()):
            yield CheckedWord(Span(start, end), text[start:end], compound, number)
        at += size


def is_plain_word(clause: Clause) -> bool:
    """Return whether a clause is one word, of which no other form or wording is known."""
    is_one_word = clause.kind == "word" and isinstance(clause.query, Term)
    return is_one_word and not (clause.helps or clause.parts)


def is_unknown(clause: Clause, collection: CollectionSpelling) -> bool:
    """Return whether no paragraph has the word of a clause, in any inflection."""
    return not any(collection.frequency(stem) for stem in stems_of(clause.text))


def is_misspelt(checked: CheckedWord, collection: CollectionNames) -> bool:
    """Return whether no paragraph has a word in any inflection, nor the compound that it is in."""
    if any(collection.frequency(stem) for stem in stems_of(checked.text)):
        return False
    return not (checked.compound and collection.compounds.is_printed(checked.compound))


def find_corrections(
    unknown: Iterable[CheckedWord], collection: CollectionNames
) -> Iterator[Correction]:
    """Yield the corrections of unknown words."""
    for checked in unknown:
        word = checked.text.casefold()
        if not (word.isascii() and word.isalpha()):
            continue
        if checked.compound:
            near = words_in_compound(checked, word, collection)
        else:
            near = common_words(word, collection)
        if near and not is_name(word, collection):
            yield Correction(checked.span, checked.text, near[0], near[1:MAX_CORRECTIONS])


def is_name(word: str, collection: CollectionNames) -> bool:
    """Return whether a word in lower case is in a name of a listed authority, or of an authority or
    a region of the collection.
    """
    if word in listed_words():
        return True
    names = (name for field in NAMED_FIELDS for name in collection.names(field))
    return any(word in terms(name) for name in names)


def words_in_compound(
    checked: CheckedWord, word: str, collection: CollectionNames
) -> tuple[str, ...]:
    """Return the common words that make, in the place of an unknown word, a compound that the
    collection prints, the most frequent first: those one edit away, or where there are none, two.
    None for a word that is alone.
    """
    is_printed = collection.compounds.is_printed
    for edits, letters in MIN_LETTERS_IN_COMPOUND.items() if checked.compound else ():
        if len(word) >= letters:
            near = collection.near_words(word, edits, RARE_PARAGRAPHS)[:MAX_NEAR_WORDS]
            if fitting := [one for one in near if is_printed(checked.compound_with(one))]:
                return tuple(fitting)
    return ()


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
