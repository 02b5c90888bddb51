"""Acronyms that reports define in brackets: `Local Authority Designated Officer (LADO)`.

The initials rule of Schwartz and Hearst 2003 ("A simple algorithm for identifying abbreviation
definitions"), made strict: each letter begins a word.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable

from corpus.characters import plain
from index.analysis import stem, terms

BRACKETED_LETTERS = re.compile(r"\(([A-Z][A-Z&]{1,7})s?\)")
CLAUSE_END = re.compile(r"[^\w'’&/ ,\s-]")
EXPANSION_WORD = re.compile(r"[\w'’&]+")
MAX_EXPANSION_CHARACTERS = 200  # before the bracket
SMALL_WORDS = frozenset({"a", "an", "and", "for", "in", "of", "on", "or", "the", "to", "with", "&"})

Acronym = tuple[str, str]
"""Letters, and the words that they stand for in lower case."""


def find_acronyms(texts: Iterable[str], is_word: Callable[[str], bool]) -> tuple[Acronym, ...]:
    """Return each acronym with the words that texts define it by, sorted.

    Where texts differ, the meaning is the one that more than half of them give: letters that the
    boards of several towns share stand for none. Letters that are a word in lower case too (PLACE,
    SAFE), as `is_word` decides, are left out.
    """
    expansions: dict[str, Counter[str]] = {}
    for text in texts:
        for bracket in BRACKETED_LETTERS.finditer(text):
            before = text[max(0, bracket.start() - MAX_EXPANSION_CHARACTERS) : bracket.start()]
            if expansion := expand(CLAUSE_END.split(plain(before))[-1], bracket[1]):
                expansions.setdefault(bracket[1], Counter())[expansion] += 1
    return tuple(
        (letters, expansion)
        for letters, counts in sorted(expansions.items())
        if (expansion := majority(counts)) and not is_word(letters.lower())
    )


def majority(counts: Counter[str]) -> str | None:
    """Return the most frequent expansion, if more than half of the texts give it in any inflection.

    Of two that are as frequent the first in alphabetical order, None without a majority.
    """
    winner = min(counts, key=lambda expansion: (-counts[expansion], expansion))
    votes = sum(count for expansion, count in counts.items() if stems(expansion) == stems(winner))
    return winner if 2 * votes > counts.total() else None


def stems(text: str) -> list[str]:
    """Return the stems of the words of `text`."""
    return list(map(stem, terms(text)))


def expand(before: str, letters: str) -> str | None:
    """Return the last words of `before` whose initials are `letters`, None if there are none.

    Small words count where their letter is there, and are passed over where it is not; the first
    word is never a small one.
    """
    words = EXPANSION_WORD.findall(before.lower())
    unmatched = list(letters.lower().replace("&", ""))
    first = len(words)
    while unmatched and first:
        first -= 1
        if words[first].startswith(unmatched[-1]):
            unmatched.pop()
        elif words[first] not in SMALL_WORDS:
            return None
    expansion = words[first:]
    if unmatched or len(expansion) < 2 or expansion[0] in SMALL_WORDS:
        return None
    return " ".join(expansion)
