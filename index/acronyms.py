"""Acronyms that reports define: `Local Authority Designated Officer (LADO)`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable

from index.analysis import stem, terms

LETTERS = re.compile(r"\(([A-Z][A-Z&]{1,7})s?\)")
PARTING = re.compile(r"[^\w'’&/ ,\s-]")
FARTHEST = 200  # characters before the bracket that may spell it out
SMALL = frozenset({"a", "an", "and", "for", "in", "of", "on", "or", "the", "to", "with", "&"})
WORD = re.compile(r"[\w'’&]+")
SIGNS = ".,;:!?()[]'‘’“”\"-–—"  # around a word

Pair = tuple[str, str]


def acronyms(texts: Iterable[str], is_word: Callable[[str], bool]) -> tuple[Pair, ...]:
    """Return each acronym with the words that a text defines it by, in lower case, sorted.

    Where texts differ, the words that more than half of them use: letters that boards of several
    towns share stand for none. Letters that are a word in lower case too (PLACE, SAFE), as
    `is_word` tells, are left out.
    """
    found: dict[str, Counter[str]] = {}
    for text in texts:
        for bracket in LETTERS.finditer(text):
            before = text[max(0, bracket.start() - FARTHEST) : bracket.start()]
            if meant := spelt(PARTING.split(before)[-1], bracket[1]):
                found.setdefault(bracket[1], Counter())[meant] += 1
    return tuple(
        (letters, meant)
        for letters, meanings in sorted(found.items())
        if (meant := agreed(meanings)) and not is_word(letters.lower())
    )


def agreed(meanings: Counter[str]) -> str | None:
    """Return the most frequent words of the meaning that more than half of the texts give, in any
    inflection; None where there is none. The first in order where two are as frequent.
    """
    words = min(meanings, key=lambda one: (-meanings[one], one))
    alike = sum(times for one, times in meanings.items() if stems(one) == stems(words))
    return words if 2 * alike > meanings.total() else None


def stems(meaning: str) -> list[str]:
    """Return the stems of some words."""
    return list(map(stem, terms(meaning)))


def spelt(before: str, letters: str) -> str | None:
    """Return the last words of `before` whose initials are `letters`, None where there are none.

    Small words count where their letter is there, and are passed over where it is not; none
    comes first.
    """
    words = WORD.findall(before.lower())
    left = list(letters.lower().replace("&", ""))
    at = len(words)
    while left and at:
        at -= 1
        if words[at].startswith(left[-1]):
            left.pop()
        elif words[at] not in SMALL:
            return None
    found = words[at:]
    return None if left or len(found) < 2 or found[0] in SMALL else " ".join(found)
