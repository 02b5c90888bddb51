"""Whether a phrase begins and ends where it stands in texts, or is cut out of a longer one.

A reader feels a phrase to be whole that sentences begin and end with, or that stands between
words which part phrases: *the* pathway plans *are*. What nearly always goes on the same way
(*spoken to*), or has an auxiliary before it (*are met well*), is a fragment. This is the branching
of its contexts (Harris 1955, "From phoneme to morpheme"), told by closed lists of function words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpus.characters import EN_DASH, HYPHENS, INVISIBLE
from index.analysis import fold, split
from search.word_lists import read_word_list

EDGE_SHARE = 0.15  # of its uses that must begin where a phrase may, and end where one may
SAME_WORD_SHARE = 0.6  # with one word beside so many, the phrase is a part of a longer one
NEAR = 40  # characters before a phrase that are looked at
BEFORE = re.compile(r"(\w[\w'’]*)?(\W*)\Z")
AFTER = re.compile(r"(\W*)(\w[\w'’]*)?")
PAUSE = re.compile(r"[.:;?!()•]")
UNPARTING = re.compile(rf"[\s{HYPHENS}{EN_DASH}{INVISIBLE}-]*")

Place = tuple[str, int, int]
"""A text with the characters of a phrase in it: its first one, and the one after its last."""


@dataclass(frozen=True, slots=True)
class Edges:
    """Of the uses of a phrase that were looked at, how many begin and end where a phrase may; and
    how many have the most frequent other word before them, and after them.
    """

    uses: int
    begins: int
    ends: int
    same_before: int
    same_after: int

    @property
    def are_whole(self) -> bool:
        """Whether they are those of a phrase that is not cut out of a longer one."""
        needed = max(1, EDGE_SHARE * self.uses)
        same = max(self.same_before, self.same_after)
        return min(self.begins, self.ends) >= needed and same < SAME_WORD_SHARE * self.uses


def find_edges(places: Iterable[Place]) -> Edges:
    """Return the edges of a phrase at some places."""
    uses, before, after = 0, Counter[str | None](), Counter[str | None]()
    for text, start, end in places:
        uses += 1
        before[word_before(text, start)] += 1
        after[word_after(text, end)] += 1
    begins, ends = before.pop(None, 0), after.pop(None, 0)
    same = (max(counts.values(), default=0) for counts in (before, after))
    return Edges(uses, begins, ends, *same)


def word_before(text: str, start: int) -> str | None:
    """Return the word before a place in a text, None where a phrase may begin there."""
    match = BEFORE.search(text, max(0, start - NEAR), start)
    if match is None or match[1] is None or PAUSE.search(match[2]):
        return None
    word = match[1].lower()
    return None if word in openers() else word


def word_after(text: str, end: int) -> str | None:
    """Return the word after a place in a text, None where a phrase may end there."""
    match = AFTER.match(text, end)
    if match is None or match[2] is None or PAUSE.search(match[1]):
        return None
    word = match[2].lower()
    return None if word in closers() else word


@lru_cache(maxsize=1)
def openers() -> frozenset[str]:
    """Return the words after which a phrase may begin."""
    return read_word_list("search.wording", "phrase_openers.txt")


@lru_cache(maxsize=1)
def closers() -> frozenset[str]:
    """Return the words before which a phrase may end."""
    return read_word_list("search.wording", "phrase_closers.txt")


def find_place(text: str, phrase: str) -> Place | None:
    """Return where a phrase, its words parted by spaces, first stands in a text with only spaces
    and hyphens between its words; None if it does not.
    """
    plain = fold(text)
    start = plain.find(phrase)
    end = start + len(phrase)
    if start >= 0 and not is_within_word(plain, start, end):
        return text, start, end
    return find_printed(text, phrase.split())


def is_within_word(text: str, start: int, end: int) -> bool:
    """Return whether a letter, digit or apostrophe of the same word is beside a part of a text."""
    beside = text[max(0, start - 1) : start] + text[end : end + 1]
    return any(letter.isalnum() or not letter.isascii() or letter in "'_" for letter in beside)


def find_printed(text: str, words: Sequence[str]) -> Place | None:
    """Return where words first stand in a text as the index reads it, see `find_place`."""
    printed, edges = split(text)
    for at in range(len(printed) - len(words) + 1):
        if printed[at : at + len(words)] == words:
            gaps = edges[2 * at + 1 : 2 * (at + len(words)) - 1]
            if all(
                UNPARTING.fullmatch(text, end, start)
                for end, start in zip(gaps[::2], gaps[1::2], strict=True)
            ):
                return text, edges[2 * at], edges[2 * (at + len(words)) - 1]
    return None
