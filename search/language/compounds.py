"""Compounds: the forms in which reports print one word: joined, with hyphens, apart, shortened.

`follow-up`, `follow up` and `followup` find the same, and so do `s47`, `s.47` and `section 47`.
Which words are compounds the collection itself says: no list could name them all, and most pairs
of words that make a third are none (`not able` is not `notable`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Protocol

import msgspec

from corpus.characters import EN_DASH, HYPHENS, INVISIBLES
from index.analysis import stem
from search.language.function_words import function_words
from search.language.nodes import And, DisjunctionMax, Phrase, Query, Synonyms, Term

LEADING = frozenset(["after", "by", "down", "off", "on", "out", "over", "under", "up", "well"])
"""Function words that begin compounds. Others change the meaning: `in formal`, `not able`."""

LEADING_LETTERS = frozenset("ex")  # e-safety, x-ray
SHORTENED = (
    ("section", "sec", "sect", "s"),
    ("paragraph", "para"),
    ("regulation", "reg"),
    ("schedule", "sch"),
)
"""Words that stand before a number, each with what it is shortened to."""

NAMES_OF = {name: names for names in SHORTENED for name in names}
NUMBERED = re.compile(rf"({'|'.join(NAMES_OF)})(\d+[a-z]?)")
NUMBER = re.compile(r"\d+[a-z]?")
JOINING_SIGNS = frozenset(["-", EN_DASH, *HYPHENS, ".", "&", ""])  # nothing before the plus of `16+`
JOINING_DIGITS = frozenset("/:")  # 24/7
MAX_FORMS = 8  # of one word: more are not printed in earnest

TypedWord = tuple[str, str, int, int]
"""A word's letters, its stem, and where it starts and ends in the query."""


class PrintedWords(Protocol):
    """What must be known of the words that a collection prints: an engine knows it."""

    def frequency(self, stem: str) -> int:
        """Return the number of paragraphs that contain a stem."""

    def is_printed(self, words: Sequence[str]) -> bool:
        """Return whether a paragraph has words as written, one after another."""

    def hyphenated(self, first: str) -> tuple[tuple[str, ...], ...]:
        """Return the words that hyphens join to `first`: (up,) of `follow-up`, (to, date) of
        `up-to-date`.
        """


class Compound(msgspec.Struct, frozen=True):
    """So many typed words as one: the forms that it is printed in, as typed first. Where it was
    typed as `apart`, its words may also stand anywhere in a paragraph.
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
    """Finds compounds among the words of a query, as a collection prints them."""

    def __init__(self, printed: PrintedWords) -> None:
        self._printed = printed

    def find(self, text: str, typed: Sequence[TypedWord], at: int) -> Compound | None:
        """Return the compound that begins with the typed word at a place; None where none does."""
        if (size := percentage_size(typed, at)) > 1:
            return Compound(size, (as_typed([typed[at][0]]),))
        size = joined_size(text, typed, at)
        words = [word for word, *_ in typed[at : at + size]]
        if size > 1:
            return Compound(size, tuple(self._forms(words, is_joined=True)))
        alone = tuple(self._forms(words, is_joined=False))
        if len(alone) > 1 or at + 1 == len(typed) or not is_beside(text, typed, at):
            return Compound(1, alone) if len(alone) > 1 else None
        if joined_size(text, typed, at + 1) > 1:
            return None
        words.append(typed[at + 1][0])
        forms = tuple(self._forms(words, is_joined=False))
        if len(forms) == 1:
            return None
        is_numbered = words[0] in NAMES_OF
        content = [word for word in words if word not in function_words()] or words
        apart = () if is_numbered else tuple([Term("text", stem(word)) for word in content])
        return Compound(2, forms, apart)

    def _forms(self, words: Sequence[str], is_joined: bool) -> Iterator[Query]:
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

    def parts(self, word: str) -> list[tuple[str, ...]]:
        """Return the words that a collection prints apart, or with hyphens, for one word."""
        ways: list[tuple[str, ...]] = []
        if word in function_words():
            return ways
        for end in range(1, len(word)):
            first, rest = word[:end], word[end:]
            if is_one_number(first, rest):
                continue
            hyphenated = [
                (first, *after)
                for after in self._printed.hyphenated(first)
                if is_inflection("".join(after), rest)
            ]
            ways += hyphenated
            if (first, rest) not in hyphenated and self._is_apart(word, first, rest):
                ways.append((first, rest))
        return ways[:MAX_FORMS]

    def _is_apart(self, word: str, first: str, rest: str) -> bool:
        """Return whether a collection prints a word as two, `first` and `rest`.

        Function words and single letters meet by chance: they are a word only where the
        collection does not have it.
        """
        if not (self._printed.is_printed([first]) and self._printed.is_printed([rest])):
            return False
        is_plain = len(first) > 1 and len(rest) > 1 and not {first, rest} & function_words()
        if not is_plain and (not may_lead(first, rest) or self._printed.frequency(stem(word))):
            return False
        return self._printed.is_printed([first, rest])

    def joined(self, words: Sequence[str], is_joined: bool) -> str | None:
        """Return the word that a collection prints for several; None where it has none.

        Words that were typed with hyphens are one, others only where they are a compound.
        """
        first, *others = words
        rest = "".join(others)
        whole = first + rest
        stemmed = "".join([*words[:-1], stem(words[-1])])
        printed = [
            form for form in (whole, stemmed, f"{whole}s") if self._printed.is_printed([form])
        ]
        if not printed or is_one_number(first, rest):
            return None
        is_compound = (
            is_joined
            or may_lead(first, rest)
            or any(is_inflection("".join(after), rest) for after in self._printed.hyphenated(first))
        )
        return printed[0] if is_compound else None


def joined_size(text: str, typed: Sequence[TypedWord], at: int) -> int:
    """Return how many typed words from a place on are joined by hyphens and the like."""
    end = at + 1
    while end < len(typed) and is_join(text, typed[end - 1], typed[end]):
        end += 1
    return end - at


def is_join(text: str, before: TypedWord, after: TypedWord) -> bool:
    """Return whether the sign between two typed words makes them one."""
    sign = INVISIBLES.sub("", text[before[3] : after[2]])
    if sign in JOINING_DIGITS:
        return before[0].isdigit() and after[0].isdigit()
    return sign in JOINING_SIGNS


def percentage_size(typed: Sequence[TypedWord], at: int) -> int:
    """Return how many typed words from a place on are a number and `per cent`, which reports print
    as a sign that is no word; 1 where there is none.
    """
    after = tuple([word for word, *_ in typed[at + 1 : at + 3]])
    if not typed[at][0][0].isdigit():
        return 1
    return 3 if after == ("per", "cent") else 2 if after[:1] == ("percent",) else 1


def is_beside(text: str, typed: Sequence[TypedWord], at: int) -> bool:
    """Return whether only spaces stand between the typed word at a place and the next, or also the
    point that shortens it.
    """
    gap = text[typed[at][3] : typed[at + 1][2]]
    return gap.isspace() or (typed[at][0] in NAMES_OF and gap.strip() == ".")


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


def as_typed(words: Sequence[str]) -> Query:
    """Return the node of words one after another, in any inflection."""
    stems = list(map(stem, words))
    return Term("text", stems[0]) if len(stems) == 1 else Phrase("text", stems)


def split_number(words: Sequence[str]) -> tuple[str, str] | None:
    """Return the name and the number of `s47`, or of `section 47`; None for other words."""
    if len(words) == 1 and (match := NUMBERED.fullmatch(words[0])):
        return match[1], match[2]
    if len(words) == 2 and words[0] in NAMES_OF and NUMBER.fullmatch(words[1]):
        return words[0], words[1]
    return None


def numbered_forms(name: str, number: str, typed: Sequence[str]) -> Iterator[Query]:
    """Yield the nodes of the other forms in which a number is printed with a name."""
    for other in NAMES_OF[name]:
        for words in ([other, number], [other + number]):
            if words != list(typed):
                yield as_typed(words)


def with_forms(node: Query, compound: Compound) -> Query:
    """Return the node of a widened wording that is a compound: its words count only where they
    stand together, in any form.
    """
    _, synonyms = node
    typed, *others = synonyms
    return DisjunctionMax([compound.node, Synonyms([typed, *compound.forms[1:], *others])])
