"""Compounds: words that are one, as a collection prints them, and the nodes that find each form.

`follow-up`, `follow up` and `followup` find the same, and so do `s47`, `s.47` and `section 47`.
Which words are compounds the collection itself says: no list could name them all, and most pairs
of words that make a third are none (`not able` is not `notable`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache, partial
from typing import Protocol

import msgspec

from index.analysis import stem
from search.language.forms.shortened import (
    NAMES_OF,
    as_typed,
    numbered_forms,
    percentage_size,
    split_number,
)
from search.language.forms.typed import TypedWord, gap_after, joined_size
from search.language.function_words import function_words
from search.language.nodes import And, DisjunctionMax, Phrase, Query, Synonyms, Term

LEADING = frozenset(["after", "by", "down", "off", "on", "out", "over", "under", "up", "well"])
"""Function words that begin compounds. Others change the meaning: `in formal`, `not able`."""

LEADING_WITH_HYPHEN = LEADING | {"in"}
"""Those of words that are also printed with a hyphen, as `in-patient`. Not `to-day`, which would
find `day-to-day`.
"""

PARTICLES = LEADING - {"after", "under", "well"} | {"away", "back", "in", "through"}
"""Function words that end compounds, which are looked for as one: `follow up` is not `follow`."""

LEADING_LETTERS = frozenset("ex")  # e-safety, x-ray
MAX_FORMS = 8  # of one word: more are not printed in earnest
MAX_CACHED = 1 << 13  # words and pairs of words: some 2 MB

Parts = tuple[str, ...]


class PrintedWords(Protocol):
    """What must be known of the words that a collection prints: an engine knows it."""

    def frequency(self, stem: str) -> int:
        """Return the number of paragraphs that contain a stem."""

    def is_printed(self, words: Sequence[str]) -> bool:
        """Return whether a paragraph has words as written, one after another."""

    def hyphenated(self, first: str) -> tuple[Parts, ...]:
        """Return the words that follow `first` in the compounds of two to four words that hyphens
        join, sorted: (up,) of `follow-up`, (to, date) of `up-to-date`.
        """


class Compound(msgspec.Struct, frozen=True):
    """So many typed words as one: the forms that it is printed in, as typed first. Where it was
    typed as several words, they may also stand `apart`, anywhere in a paragraph.
    """

    size: int
    forms: tuple[Query, ...]
    apart: tuple[Query, ...] = ()

    @property
    def node(self) -> Query:
        """The node that finds the compound."""
        node = Synonyms(list(self.forms)) if len(self.forms) > 1 else self.forms[0]
        if not self.apart:
            return node
        plain = self.apart[0] if len(self.apart) == 1 else And(list(self.apart))
        return DisjunctionMax([plain, node])


class Compounds:
    """Finds compounds among the words of queries, as a collection prints them. Safe in threads.

    `parts` returns what `find_parts` does, `joined` what `find_joined` does.
    """

    def __init__(self, printed: PrintedWords) -> None:
        self._printed = printed
        # Over functions, not methods: this object and the caches would keep each other in memory.
        self.parts = lru_cache(MAX_CACHED)(partial(find_parts, printed))
        self.joined = lru_cache(MAX_CACHED)(partial(find_joined, printed))

    def find(self, text: str, typed: Sequence[TypedWord], at: int) -> Compound | None:
        """Return the compound that begins with the typed word at a place; None where none does."""
        size = joined_size(text, typed, at)
        words = tuple([word for word, *_ in typed[at : at + max(size, 3)]])
        if (with_percent := percentage_size(words)) > 1:
            return Compound(with_percent, (as_typed(words[:1]),))
        if size > 1:
            return Compound(size, tuple(self._forms(words[:size], is_joined=True)))
        forms = tuple(self._forms(words[:1], is_joined=False))
        if len(forms) > 1:
            return Compound(1, forms)
        gap = gap_after(text, typed, at)
        is_beside = not gap or (gap == "." and words[0] in NAMES_OF)
        if is_beside and joined_size(text, typed, at + 1) == 1:
            return self._pair(words[:2])
        return None

    def _pair(self, words: Parts) -> Compound | None:
        """Return the compound of two words that were typed apart; None where they are none."""
        forms = tuple(self._forms(words, is_joined=False))
        if words[0] in NAMES_OF and len(forms) > 1:
            return Compound(2, forms)
        if words[1] in PARTICLES and words[0] not in function_words():
            is_compound = len(forms) > 1 or find_hyphenated(self._printed, *words)
            return Compound(2, forms) if is_compound else None
        if len(forms) == 1:
            return None
        content = [word for word in words if word not in function_words()] or words
        return Compound(2, forms, tuple([Term("text", stem(word)) for word in content]))

    def _forms(self, words: Parts, is_joined: bool) -> Iterator[Query]:
        """Yield the node of words as typed, and of each other form that the collection prints."""
        yield as_typed(words)
        if (numbered := split_number(words)) is not None:
            yield from numbered_forms(*numbered, words)
        elif len(words) == 1:
            for parts in self.parts(words[0]):
                yield Phrase("exact", list(parts))
        elif (joined := self.joined(words, is_joined)) is not None:
            yield Term("text", stem(joined))

    def prefixes(self, start: str) -> list[Query]:
        """Return the nodes of compounds with hyphens that, joined, begin with `start`."""
        return [
            Phrase("exact", [start[:end], *after])
            for end in range(1, len(start))
            for after in self._printed.hyphenated(start[:end])
            if "".join(after).startswith(start[end:])
        ][:MAX_FORMS]


def find_parts(printed: PrintedWords, word: str) -> tuple[Parts, ...]:
    """Return the words that a collection prints apart, or with hyphens, for one word."""
    ways: list[Parts] = []
    if word in function_words():
        return ()
    for end in range(1, len(word)):
        first, rest = word[:end], word[end:]
        if is_one_number(first, rest):
            continue
        hyphenated = [(first, *after) for after in find_hyphenated(printed, first, rest)]
        ways += hyphenated
        if (first, rest) not in hyphenated and is_apart(printed, first, rest):
            ways.append((first, rest))
    return tuple(ways[:MAX_FORMS])


def find_hyphenated(printed: PrintedWords, first: str, rest: str) -> list[Parts]:
    """Return the words that hyphens join to `first` and that, joined, are `rest`, in any
    inflection.
    """
    joined = printed.hyphenated(first)
    if not joined or (first in function_words() and first not in LEADING_WITH_HYPHEN):
        return []
    return [after for after in joined if is_inflection("".join(after), rest)]


def is_apart(printed: PrintedWords, first: str, rest: str) -> bool:
    """Return whether a collection prints a word as two, `first` and `rest`.

    Function words and single letters meet by chance: they are a word only where the collection
    does not have it.
    """
    is_plain = len(first) > 1 and len(rest) > 1 and not {first, rest} & function_words()
    if not (is_plain or may_lead(first, rest)) or not printed.is_printed((first, rest)):
        return False
    return is_plain or not printed.frequency(stem(first + rest))


def find_joined(printed: PrintedWords, words: Parts, is_joined: bool) -> str | None:
    """Return the word that a collection prints for several; None where it has none.

    Words that were typed with hyphens are one, others only where they are a compound.
    """
    first, rest = words[0], "".join(words[1:])
    whole = first + rest
    forms = (whole, "".join([*words[:-1], stem(words[-1])]), f"{whole}s")
    joined = next((form for form in forms if printed.is_printed((form,))), None)
    if joined is None or is_one_number(first, rest):
        return None
    is_compound = is_joined or may_lead(first, rest) or find_hyphenated(printed, first, rest)
    return joined if is_compound else None


def is_one_number(first: str, rest: str) -> bool:
    """Return whether two words joined are other digits: `0-25` is not `025`."""
    return first[-1].isdigit() and rest[:1].isdigit()


def may_lead(first: str, rest: str) -> bool:
    """Return whether a word may be the first of a compound that nobody prints with a hyphen."""
    if len(first) == 1 and not first.isdigit():
        return first in LEADING_LETTERS or rest.isdigit()
    return first in LEADING or first not in function_words()


def is_inflection(word: str, other: str) -> bool:
    """Return whether two words are the same in any inflection."""
    return word == other or (word[:1] == other[:1] and stem(word) == stem(other))


def with_forms(node: Query, compound: Compound) -> Query:
    """Return the node of a widened wording that is a compound: its words count only where they
    stand together, in any form.
    """
    _, synonyms = node
    typed, *others = synonyms
    return DisjunctionMax([compound.node, Synonyms([typed, *compound.forms[1:], *others])])
