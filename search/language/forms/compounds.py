"""Compounds: words that are one, and every form in which a collection prints them.

`follow-up`, `follow up` and `followup` find the same, and so do `s47`, `s.47` and `section 47`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache, partial
from itertools import chain, islice, product

import msgspec

from search.language.forms.as_printed import stem_of
from search.language.forms.numbers import Parts, find_number
from search.language.forms.percent_ranges import MAX_WORDS, find_percent_range
from search.language.forms.printed import (
    MAX_FORMS,
    MAX_LETTERS,
    PARTICLES,
    PREFIXES,
    WITH_HYPHEN_ALONE,
    PrintedWords,
    find_hyphenated,
    find_joined,
    find_parts,
)
from search.language.forms.typed import (
    TypedWord,
    every_words_beside,
    joined_size,
    typed_words,
    with_section_signs,
    words_on,
)
from search.language.function_words import function_words
from search.language.nodes import And, DisjunctionMax, Phrase, Query, Synonyms, Term

MAX_CACHED = 1 << 13  # words, pairs of words and wordings: some 4 MB
MAX_PHRASES = 32  # of several compounds, in all forms of each
MAX_HYPHENATED = 4  # words that hyphens join


class Compound(msgspec.Struct, frozen=True):
    """So many typed words as one: the words of each form that it is printed in, as typed first.
    Where it was typed as several words, those of `apart` may also stand anywhere in a paragraph.
    """

    size: int
    forms: tuple[Parts, ...]
    apart: Parts = ()

    @property
    def node(self) -> Query:
        """The node that finds the compound."""
        node = forms_node(self.forms)
        if not self.apart:
            return node
        return DisjunctionMax([And([Term("text", stem_of(word)) for word in self.apart]), node])

    @property
    def is_function_word(self) -> bool:
        """Whether it is a single function word, which is not required."""
        return self.size == 1 and self.forms[0][0] in function_words() and len(self.forms) == 1


class Compounds:
    """Finds compounds among the words of queries, as a collection prints them. Safe in threads.

    `find_all` and `units` return what CompoundFinder does, `phrases` the words of a text in all
    forms of its compounds, as written first, and `wording_node` the node that finds these, of a
    weight.
    """

    def __init__(self, printed: PrintedWords) -> None:
        self._printed = printed
        finder = CompoundFinder(printed)
        self.find_all = finder.find_all
        # Over functions, not methods: this object and the caches would keep each other in memory.
        self.units = units = lru_cache(MAX_CACHED)(finder.units)
        self.phrases = phrases = lru_cache(MAX_CACHED)(lambda text: join_forms(units(text)))
        self.wording_node = lru_cache(MAX_CACHED)(
            lambda text, weight: forms_node(phrases(text), weight)
        )

    def is_printed(self, words: Parts) -> bool:
        """Return whether a paragraph has words as written, one after another, or as one word."""
        return self._printed.is_printed(words) or self._printed.is_printed(("".join(words),))

    def prefixes(self, start: str) -> list[Query]:
        """Return the nodes of compounds with hyphens that, joined, begin with `start`; none where
        it has more than MAX_LETTERS.
        """
        if len(start) > MAX_LETTERS:
            return []
        return [
            Phrase("exact", [start[:end], *after])
            for end in range(1, len(start))
            for after in self._printed.hyphenated(start[:end])
            if "".join(after).startswith(start[end:])
        ][:MAX_FORMS]


class CompoundFinder:
    """Finds the compounds of one collection. `one` and `pair` are those of a single word, and of
    two that were typed apart: words and pairs come back from query to query, so both are kept.
    """

    def __init__(self, printed: PrintedWords) -> None:
        self._printed = printed
        self._one = lru_cache(MAX_CACHED)(partial(one_word, printed))
        self._pair = lru_cache(MAX_CACHED)(partial(pair_of_words, printed))

    def units(self, text: str) -> tuple[Compound, ...]:
        """Return the words of a text, those that are one as a compound."""
        typed, at = with_section_signs(text, typed_words(text)), 0
        units: list[Compound] = []
        for place, compound in enumerate(self.find_all(text, typed)):
            if place == at:
                units.append(compound or single_word(typed[at][0]))
                at += units[-1].size
        return tuple(units)

    def find_all(self, text: str, typed: Sequence[TypedWord]) -> list[Compound | None]:
        """Return for each typed word the compound that begins there, None where none does."""
        every_beside = every_words_beside(text, typed, MAX_HYPHENATED)
        return [
            find_percentages(text, typed, at) or self._find(*beside)
            for at, beside in enumerate(every_beside)
        ]

    def _find(self, joined: int, words: Parts) -> Compound | None:
        """Return the compound that begins some words side by side, of which the first `joined` are
        typed as one, as `words_beside` tells them; None where none does.
        """
        if number := find_number(words, joined):
            return Compound(number.size, number.forms)
        if joined > 1:
            return Compound(joined, forms_of_words(self._printed, words, is_joined=True))
        if one := self._one(words[0]):
            return one
        if len(words) > 2 and (hyphenated := self._hyphenated(words)):
            return hyphenated
        return self._pair(words[:2]) if len(words) > 1 else None

    def _hyphenated(self, words: Parts) -> Compound | None:
        """Return the compound of three or four words with a function word among them that were
        typed apart, as `up to date`, and that the collection prints with hyphens or as one.
        """
        if function_words().isdisjoint(words[1:-1]):
            return None
        hyphenated = self._printed.hyphenated(words[0])
        for size in range(min(MAX_HYPHENATED, len(words)), 2, -1):
            typed = words[:size]
            says_little = len(set(content_words(typed))) < 2
            if says_little and function_words().intersection(typed[1:-1]):
                forms = forms_of_words(self._printed, typed, is_joined=True)
                if len(forms) > 1 or typed[1:] in hyphenated:
                    return Compound(size, forms)
        return None


def one_word(printed: PrintedWords, word: str) -> Compound | None:
    """Return a word that a collection also prints as several; None for others."""
    forms = unlike(((word,), *find_parts(printed, word)))
    return Compound(1, forms) if len(forms) > 1 else None


def pair_of_words(printed: PrintedWords, words: Parts) -> Compound | None:
    """Return the compound of two words that were typed apart; None where they are none."""
    forms = forms_of_words(printed, words, is_joined=False)
    is_printed = len(forms) > 1
    has_particle = words[1] in PARTICLES and words[0] not in function_words()
    if words[0] in WITH_HYPHEN_ALONE and words[1:] in printed.hyphenated(words[0]):
        return Compound(2, forms_of_words(printed, words, is_joined=True))
    is_one = has_particle or words[0] in PREFIXES
    if not (is_printed or (is_one and find_hyphenated(printed, *words))):
        return None
    # A word that says little apart, as those of `well being`, is no word of the query.
    return Compound(2, forms, () if is_one or len(content_words(words)) < 2 else words)


def forms_of_words(printed: PrintedWords, words: Parts, is_joined: bool) -> tuple[Parts, ...]:
    """Return words as typed, and each other form of them that a collection prints: the one word,
    and for a first word that is none with a hyphen alone (`in-house`) the others with hyphens.
    """
    joined = find_joined(printed, words, is_joined)
    forms = (words, (joined,)) if joined else (words,)
    if not (is_joined and words[0] in WITH_HYPHEN_ALONE):
        return forms
    others = find_hyphenated(printed, words[0], "".join(words[1:]))
    return unlike((*forms, *((words[0], *after) for after in others)))


def find_percentages(text: str, typed: Sequence[TypedWord], at: int) -> Compound | None:
    """Return the range of percentages that begins at a place; None for others."""
    if not typed[at][0][0].isdigit():
        return None
    is_dashed = joined_size(text, typed, at) > 1
    number = find_percent_range(words_on(text, typed, at, MAX_WORDS), is_dashed)
    return Compound(number.size, number.forms) if number else None


def units_of(text: str, compounds: Compounds | None) -> tuple[Compound, ...]:
    """Return the words of a text, those that are one as a compound; each alone without a
    collection.
    """
    return compounds.units(text) if compounds else tuple(map(single_word, words_of(text)))


def wording_node(text: str, weight: float, compounds: Compounds | None) -> Query:
    """Return the node for the words of a text, in all forms of a collection; as written without."""
    if compounds:
        return compounds.wording_node(text, weight)
    return form_node(words_of(text), weight)


def words_of(text: str) -> Parts:
    """Return the words of a text as a query has them."""
    return tuple([word for word, *_ in typed_words(text)])


def single_word(word: str) -> Compound:
    """Return a word as a compound of itself alone."""
    return Compound(1, ((word,),))


def content_words(words: Iterable[str]) -> list[str]:
    """Return the words that say something anywhere in a paragraph: no function words or letters."""
    return [word for word in words if len(word) > 1 and word not in function_words()]


def join_forms(units: Iterable[Compound]) -> tuple[Parts, ...]:
    """Return the words of compounds one after another, in all forms, up to MAX_PHRASES."""
    forms = [unit.forms for unit in units]
    if all(len(ways) == 1 for ways in forms):  # as most words are
        return (tuple([word for (way,) in forms for word in way]),)
    combined = islice(product(*forms), MAX_PHRASES)
    return unlike(tuple(chain.from_iterable(ways)) for ways in combined)


def unlike(forms: Iterable[Parts]) -> tuple[Parts, ...]:
    """Return those forms that are looked up as none before them is: not `follow ups` after
    `follow up`.
    """
    first: dict[tuple[str, Parts], Parts] = {}
    for form in forms:
        first.setdefault(looked_up_words(form), form)
    return tuple(first.values())


def forms_node(forms: Iterable[Parts], weight: float = 1.0, slop: int = 1) -> Query:
    """Return the node for words in any of some forms, each word at most `slop` places on."""
    nodes = [form_node(form, weight, slop) for form in forms]
    return Synonyms(nodes) if len(nodes) > 1 else nodes[0]


def form_node(words: Parts, weight: float = 1.0, slop: int = 1) -> Query:
    """Return the node for words one after another, in any inflection; but those of `well being`
    are as written, since function words have inflections of another meaning (`may well be`).
    """
    field, looked_up = looked_up_words(words)
    if len(words) == 1:
        return Term(field, looked_up[0], boost=weight)
    return Phrase(field, list(looked_up), slop=slop, boost=weight)


def looked_up_words(words: Parts) -> tuple[str, Parts]:
    """Return the field that has words in any inflection, and what they are there: stems in `text`,
    but several function words, and `in house`, as written in `exact`.
    """
    is_pair = len(words) == 2 and words[0] in WITH_HYPHEN_ALONE
    if is_pair or (len(words) > 1 and function_words().issuperset(words)):
        return "exact", words
    return "text", tuple(map(stem_of, words))
