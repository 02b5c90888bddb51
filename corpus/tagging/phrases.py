"""Which known words and short phrases texts hold, sentence by sentence, found many texts at once.

A word is folded before it is looked up, so that one entry finds a word in either number:
lower case, without a possessive and without the plural's ending; a number is `#`. The sign
`^` stands for the beginning of a sentence. Full stops, semicolons, colons and bullets end one, and
so does what comes before "but" and the like: what follows says something else.

w    a word's number: 0 for a word that no phrase has, 1 for `^`
row  a phrase's number, from 1 in the order given; 0 for no phrase
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Phrase: TypeAlias = tuple[str, ...]
Ints: TypeAlias = NDArray[np.int64]

START, NUMBER = "^", "#"
TURNS = frozenset(("although", "but", "though", "while", "whilst"))
LONGEST = 3
TOKEN = re.compile(r"([^\W\d_]+)|(\d+)|([.;:?!](?=\W*$)|[•◼▪●■\uf0b7\uf0a7\uf06e])")
POSSESSIVE = frozenset("st")
PRINTED = re.compile(r"\s*\d{1,3}\.(?!\d)")
"""A paragraph's number, which would else be a sentence of its own."""

# Distinct spellings are few, except in garbage: then the memory starts anew.
REMEMBERED = 100_000


def phrase(text: str) -> Phrase:
    """Returns the folded words of an entry, in which `^` and `#` stand for themselves."""
    parts = text.lower().split()
    return tuple(
        chain.from_iterable(
            (part,) if part in (START, NUMBER) else (word for word, _ in pieces(part))
            for part in parts
        )
    )


def folded(written: str) -> Iterator[str]:
    """Yields the folded words of lower-case text without blanks, `^` where a sentence ends."""
    return (word for word, _ in heard(written))


def heard(written: str) -> Iterator[tuple[str, str]]:
    """Yields what `pieces` does, and `^` before a word that turns."""
    for word, spelt in pieces(written):
        if word in TURNS:
            yield START, ""
        yield word, spelt


def pieces(written: str) -> Iterator[tuple[str, str]]:
    """Yields each folded word of lower-case text without blanks, and how it was written."""
    for word, number, end in TOKEN.findall(written):
        if end:
            yield START, ""
        elif number:
            yield NUMBER, number
        elif word not in POSSESSIVE:
            yield singular(word), word


def spellings(text: str) -> dict[Phrase, str]:
    """Returns how each run of one to three words of a text is first written in it."""
    words = [(START, ""), *chain.from_iterable(map(heard, text.lower().split()))]
    found: dict[Phrase, str] = {}
    for length in range(1, LONGEST + 1):
        for run in zip(*(words[start:] for start in range(length)), strict=False):
            phrase, spelt = zip(*run, strict=True)
            found.setdefault(phrase, " ".join(filter(None, spelt)))
    return found


def singular(word: str) -> str:
    """Returns a word without its plural's ending."""
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    if len(word) > 3 and word[-1] == "s" and word[-2] not in "siu":
        return word[:-1]
    return word


@dataclass(frozen=True, slots=True)
class Found:
    """The phrases of some texts: `rows` (3, words) of those that begin at each word, by length.

    `starts` (sentences,) is where in `rows` each sentence's `^` stands, `lengths` (sentences,)
    its number of words, `texts` (texts,) each text's first sentence. A text has at least one.
    """

    rows: Ints
    starts: Ints
    lengths: Ints
    texts: Ints


class Table:
    """Numbers for a sorted set of keys: from 1, in their order; 0 for any other key."""

    def __init__(self, keys: Iterable[int], rows: Iterable[int]) -> None:
        self.keys = np.array([*keys, np.iinfo(np.int64).max])
        self.rows = np.array([0, *rows])

    def numbers(self, wanted: Ints) -> Ints:
        """Returns the number of each key wanted."""
        places = np.searchsorted(self.keys, wanted)
        return np.where(self.keys[places] == wanted, places + 1, 0)


class Finder(dict[str, tuple[int, ...]]):
    """Finds a fixed set of phrases of one to three words; remembers each spelling it has met."""

    def __init__(self, phrases: Sequence[Phrase]) -> None:
        super().__init__()
        known = dict.fromkeys(chain((START,), *phrases))
        self.known = {word: w for w, word in enumerate(known, 1)}
        self.size = len(known) + 1
        rows = {tuple(map(self.known.get, p)): row for row, p in enumerate(phrases, 1)}
        pairs = sorted({words[:2] for words in rows if len(words) > 1})
        triples = sorted(words for words in rows if len(words) == LONGEST)
        self.ones = np.array([rows.get((w,), 0) for w in range(self.size)])
        self.pairs = Table((self.key(*p) for p in pairs), (rows.get(p, 0) for p in pairs))
        place = {pair: number for number, pair in enumerate(pairs, 1)}
        self.triples = Table(
            (self.key(place[t[:2]], t[2]) for t in triples), (rows[t] for t in triples)
        )

    def key(self, before: Any, w: Any) -> Any:
        """Returns one number for a word, or the number of a pair, and the word after it."""
        return before * self.size + w

    def __missing__(self, written: str) -> tuple[int, ...]:
        if len(self) > REMEMBERED:
            self.clear()
        self[written] = words = tuple(self.known.get(word, 0) for word in folded(written))
        return words

    def words(self, text: str) -> list[int]:
        """Returns the words of `text` after its printed number, `^` before each sentence."""
        begin = number.end() if (number := PRINTED.match(text)) else 0
        return [1, *chain.from_iterable(map(self.__getitem__, text[begin:].lower().split()))]

    def find(self, texts: Sequence[str]) -> Found:
        """Returns the phrases of each of the texts, of which there is at least one."""
        lists = [*map(self.words, texts)]
        w, begins = tidied(
            np.fromiter(chain.from_iterable(lists), np.int64), np.array([*map(len, lists)])
        )
        pairs = self.pairs.numbers(self.key(w, shifted(w, 1)))
        triples = self.triples.numbers(self.key(pairs, shifted(w, 2)))
        starts = np.flatnonzero(w == 1)
        return Found(
            rows=np.stack((self.ones[w], self.pairs.rows[pairs], self.triples.rows[triples])),
            starts=starts,
            lengths=np.diff(starts, append=len(w)) - 1,
            texts=np.searchsorted(starts, begins),
        )


def shifted(w: Ints, by: int) -> Ints:
    """Returns the word `by` places after each; 0 after the last."""
    return np.concatenate((w[by:], np.zeros(min(by, len(w)), np.int64)))


def tidied(w: Ints, lengths: Ints) -> tuple[Ints, Ints]:
    """Returns the words without sentences that have none, and where each text begins.

    A text that has no words keeps its first `^`.
    """
    begins = np.cumsum(lengths) - lengths
    starts = w == 1
    first = np.zeros(len(w), bool)
    first[begins] = True
    empty = starts & np.append(starts[1:], True)
    only = first & (np.add.reduceat(~starts, begins) == 0).repeat(lengths)
    keep = ~empty | only
    return w[keep], (np.cumsum(keep) - keep)[begins]
