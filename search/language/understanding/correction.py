"""Correct words of a query that the collection lacks, where it has one spelt nearly so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby, islice, product
from typing import Protocol

import msgspec

from index.analysis import terms
from search.language.clauses import Clause
from search.language.forms.as_printed import as_indexed
from search.language.forms.compounds import Compounds
from search.language.forms.printed import MAX_LETTERS
from search.language.forms.typed import joined_size, typed_words
from search.language.function_words import function_words
from search.language.nodes import Term
from search.language.parsed_query import ParsedQuery
from search.language.understanding.names import listed_words
from search.language.understanding.spelling import (
    MAX_CORRECTIONS,
    RARE_PARAGRAPHS,
    CollectionSpelling,
)
from search.language.vocabulary import stems_of
from search.model import Correction, Span
from search.word_lists import read_word_list

MAX_CORRECTED_WORDS = 3
MAX_CHECKED_WORDS = 20  # a longer query is not a slip of the finger
MIN_LETTERS = {1: 5, 2: 8}  # of a word for so many edits: shorter ones have too many neighbours
MIN_LETTERS_IN_COMPOUND = {1: 3, 2: 8}  # the other words tell which neighbour is meant
MAX_NEAR_WORDS = 20  # that are tried in a compound
MAX_NEAR_WORDS_OF_SEVERAL = 6  # of each of several misspelt words in one
MIN_PART_LETTERS = 2  # of each of two words that were run together
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
    compound_start: int = 0


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
    checked = tuple(checked_words(parsed))
    if not any(is_misspelt(word, collection) for word in checked):  # as in most queries
        return CorrectedQuery(parsed.text, ())
    corrections = tuple(islice(find_corrections(checked, collection), MAX_CORRECTED_WORDS))
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
        compound = tuple([as_indexed(word, "exact") for word, *_ in typed[at : at + size]])
        for number, (_, _, start, end) in enumerate(typed[at : at + size] if size > 1 else ()):
            span, compound_start = Span(start, end), typed[at][2]
            yield CheckedWord(span, text[start:end], compound, number, compound_start)
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
    checked: Iterable[CheckedWord], collection: CollectionNames
) -> Iterator[Correction]:
    """Yield the corrections of misspelt words, those of one compound together."""
    for _, beside in groupby(checked, lambda one: (one.compound_start, one.compound)):
        parts = [one for one in beside if may_be_slip(one.text.casefold(), collection)]
        unknown = [one for one in parts if is_misspelt(one, collection)]
        if unknown and unknown[0].compound:
            yield from correct_compound(parts, unknown, collection)
        else:
            near = (likely_words(one.text.casefold(), collection) for one in unknown)
            yield from make_corrections(unknown, near)


def correct_compound(
    parts: Sequence[CheckedWord], unknown: Sequence[CheckedWord], collection: CollectionNames
) -> Iterator[Correction]:
    """Yield the corrections of a compound: of one of its unknown words, else of all of them, else
    of all its words, since a slip may be a word too.
    """
    for tried in [*([one] for one in unknown), unknown, parts]:
        near = words_in_compound(tried, collection)
        if any(near):
            yield from make_corrections(tried, near)
            return


def make_corrections(
    checked: Iterable[CheckedWord], near: Iterable[Sequence[str]]
) -> Iterator[Correction]:
    """Yield the correction of each word that has any near ones."""
    for one, words in zip(checked, near, strict=True):
        if words:
            yield Correction(one.span, one.text, words[0], tuple(words[1:MAX_CORRECTIONS]))


def may_be_slip(word: str, collection: CollectionNames) -> bool:
    """Return whether a word in lower case is of plain letters, and in no name."""
    return word.isascii() and word.isalpha() and not is_name(word, collection)


def is_name(word: str, collection: CollectionNames) -> bool:
    """Return whether a word in lower case is in a name of a listed authority, or of an authority or
    a region of the collection.
    """
    if word in listed_words():
        return True
    names = (name for field in NAMED_FIELDS for name in collection.names(field))
    return any(word in terms(name) for name in names)


def words_in_compound(
    parts: Sequence[CheckedWord], collection: CollectionNames
) -> list[tuple[str, ...]]:
    """Return for each of some words of one compound the common words that make, in the places of
    all of them, a compound that the collection prints, the likeliest first: those one edit away,
    or where there are none, two. None for any where there is no such compound, or many words.
    """
    if not parts or not parts[0].compound or len(parts) > MAX_CORRECTED_WORDS:
        return [() for _ in parts]
    is_printed = collection.compounds.is_printed
    for edits in MIN_LETTERS_IN_COMPOUND:
        most = MAX_NEAR_WORDS if len(parts) == 1 else MAX_NEAR_WORDS_OF_SEVERAL
        near = [near_words(part.text.casefold(), edits, collection)[:most] for part in parts]
        fitting = [words for words in product(*near) if is_printed(with_words(parts, words))]
        if fitting:
            return [tuple(dict.fromkeys(words)) for words in zip(*fitting, strict=True)]
    return [() for _ in parts]


def near_words(word: str, edits: int, collection: CollectionSpelling) -> tuple[str, ...]:
    """Return the common words so many edits away that may be meant in a compound: fewer edits where
    the word is short.
    """
    allowed = [least for least, letters in MIN_LETTERS_IN_COMPOUND.items() if len(word) >= letters]
    within = min(edits, max(allowed, default=0))
    return collection.near_words(word, within, RARE_PARAGRAPHS) if within else ()


def with_words(parts: Sequence[CheckedWord], words: Sequence[str]) -> tuple[str, ...]:
    """Return the words of a compound with others in the places of some of its parts."""
    compound = list(parts[0].compound)
    for part, word in zip(parts, words, strict=True):
        compound[part.at] = word
    return tuple(compound)


def likely_words(word: str, collection: CollectionNames) -> tuple[str, ...]:
    """Return what an unknown word may stand for: two words that were run together, before others
    where people often do so (`infact`) or both are function words (`noone`), else after them.
    """
    often = tuple([text for slip, text in joined_slips().items() if slip == word])
    apart = tuple(split_words(word, collection))
    is_first = often or any(function_words().issuperset(text.split()) for text in apart)
    near = common_words(word, collection)
    return tuple(dict.fromkeys((*often, *apart, *near) if is_first else (*near, *apart)))


@lru_cache(maxsize=1)
def joined_slips() -> Mapping[str, str]:
    """Return the words of `joined_slips.txt` that people run together, and what each is apart."""
    slips = read_word_list("search.language.understanding", "joined_slips.txt")
    return {words.replace("-", ""): words.replace("-", " ") for words in slips}


def split_words(word: str, collection: CollectionNames) -> Iterator[str]:
    """Yield the ways to print a word as two of which one is a function word, those of two function
    words first. Other words that were run together are forms of one (`forms.printed`).
    """
    ends = range(MIN_PART_LETTERS, min(len(word), MAX_LETTERS) - MIN_PART_LETTERS + 1)
    ways = [(word[:end], word[end:]) for end in ends]
    for least in (2, 1):
        for way in ways:
            size = len(function_words().intersection(way))
            if size == least and collection.compounds.is_printed(way):
                yield " ".join(way)


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
