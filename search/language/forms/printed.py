"""Which words a collection prints for one word, and which word for several.

Which words are compounds the collection itself says: no list could name them all, and most pairs
of words that make a third are none (`not able` is not `notable`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from index.analysis import stem
from search.language.forms.numbers import Parts
from search.language.function_words import function_words

LEADING = frozenset(["after", "by", "down", "off", "on", "out", "over", "under", "up", "well"])
"""Function words that begin compounds. Others change the meaning: `in formal`, `not able`."""

LEADING_WITH_HYPHEN = LEADING | {"in"}
"""Those of words that are also printed with a hyphen, as `in-patient`. Not `to-day`, which would
find `day-to-day`.
"""

WITH_HYPHEN_ALONE = LEADING_WITH_HYPHEN - LEADING
"""Those that make no compound of another inflection: `in housing` is not `in-house`."""

PARTICLES = LEADING - {"after", "under", "well"} | {"away", "back", "in", "through"}
"""Function words that end compounds, which are looked for as one: `follow up` is not `follow`."""

PREFIXES = frozenset(
    [
        *("anti", "co", "inter", "intra", "mid", "mis", "multi"),
        *("non", "post", "pre", "re", "semi", "sub", "un"),
    ]
)
"""First parts of compounds that say nothing apart: `non resident` is not `resident`."""

LEADING_LETTERS = frozenset("ex")  # e-safety, x-ray
MAX_FORMS = 8  # of one word: more are not printed in earnest
MAX_LETTERS = 40
"""Letters of a word that is taken apart, or whose joined forms begin so. Each place in it is looked
up, and each pair of places; the longest words of English, and of the names of places, are shorter.
"""


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


def find_parts(printed: PrintedWords, word: str) -> tuple[Parts, ...]:
    """Return the words that a collection prints apart, or with hyphens, for one word of at most
    MAX_LETTERS; none for a longer one.
    """
    ways: list[Parts] = []
    if len(word) > MAX_LETTERS or word in function_words():
        return ()
    for end in range(1, len(word)):
        first, rest = word[:end], word[end:]
        if is_one_number(first, rest):
            continue
        hyphenated = [(first, *after) for after in find_hyphenated(printed, first, rest)]
        ways += hyphenated
        if (first, rest) not in hyphenated and is_apart(printed, first, rest):
            ways.append((first, rest))
    if not ways and not printed.frequency(stem(word)):
        ways += around_function_words(printed, word)
    return tuple(ways[:MAX_FORMS])


def around_function_words(printed: PrintedWords, word: str) -> Iterator[Parts]:
    """Yield the three words, the second a function word, that a collection prints for one word
    that it does not have: up to date.
    """
    for start in range(2, len(word) - 2):
        for end in range(start + 2, len(word) - 1):
            parts = word[:start], word[start:end], word[end:]
            if parts[1] in function_words() and printed.is_printed(parts):
                yield parts


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
    is_particle = rest in PARTICLES  # breakdown, break down
    is_plain = len(first) > 1 and len(rest) > 1 and first not in function_words()
    is_plain = is_plain and (is_particle or rest not in function_words())
    if not (is_plain or may_lead(first, rest)) or not printed.is_printed((first, rest)):
        return False
    return is_plain or not printed.frequency(stem(first + rest))


def find_joined(printed: PrintedWords, words: Parts, is_joined: bool) -> str | None:
    """Return the word that a collection prints for several; None where it has none.

    Words that were typed with hyphens are one, others only where they are a compound.
    """
    first, rest = words[0], "".join(words[1:])
    whole = first + rest
    forms = (whole, "".join([*words[:-1], stem(words[-1])]))
    joined = next((form for form in forms if printed.frequency(stem(form))), None)
    if joined is None or is_one_number(first, rest) or stem(joined) == stem(first):
        return None  # `plan s` is not `plans`
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
