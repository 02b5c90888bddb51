"""Find the phrases of a lexicon in texts, sentence by sentence, many texts at once in arrays.

A word is folded before it is looked up, so that one entry finds a word in either number:
lower case, without a possessive and without the plural's ending; a number is `#`. The sign
`^` stands for the beginning of a sentence. Full stops, semicolons, colons and bullets end one,
and so does what comes before "but" and the like, as what follows says something else.

token  a run of letters without blanks, as written
w      a word's number: 0 for a word that is in no phrase, 1 for `^`
row    a phrase's number, from 1 in the order given; 0 for no phrase
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from corpus.characters import plain

Phrase: TypeAlias = tuple[str, ...]
Ints: TypeAlias = NDArray[np.int64]

START, ANY_NUMBER = "^", "#"
CONTRAST_WORDS = frozenset(("although", "but", "though", "while", "whilst"))
MAX_PHRASE_WORDS = 3
WORD_NUMBER_OR_END = re.compile(r"([^\W\d_]+)|(\d+)|([.;:?!](?=\W*$)|[•◼▪●■\uf0b7\uf0a7\uf06e])")
POSSESSIVE = frozenset("st")
"""What is left of "nurse's" and "don't" after the apostrophe."""

PRINTED_NUMBER = re.compile(r"\s*\d{1,3}\.(?!\d)")
"""A paragraph's number, which would otherwise be a sentence of its own."""

# Distinct tokens are few, except in garbage.
MAX_MEMO_TOKENS = 100_000


def parse_phrase(text: str) -> Phrase:
    """Return the folded words of a lexicon's entry, in which `^` and `#` stand for themselves."""
    words: list[str] = []
    for token in plain(text).lower().split():
        if token in (START, ANY_NUMBER):
            words.append(token)
        else:
            words += (word for word, _ in split_token(token))
    return tuple(words)


def split_token(token: str) -> Iterator[tuple[str, str]]:
    """Yield each folded word of a lower-case token and its spelling, `^` where a sentence ends."""
    for word, number, end in WORD_NUMBER_OR_END.findall(token):
        if end:
            yield START, ""
        elif number:
            yield ANY_NUMBER, number
        elif word not in POSSESSIVE:
            yield make_singular(word), word


def split_at_contrast(token: str) -> Iterator[tuple[str, str]]:
    """Yield what `split_token` does, and `^` before a word of contrast."""
    for word, spelling in split_token(token):
        if word in CONTRAST_WORDS:
            yield START, ""
        yield word, spelling


def fold_token(token: str) -> Iterator[str]:
    """Yield the folded words of a lower-case token of a text, `^` where a sentence begins."""
    return (word for word, _ in split_at_contrast(token))


def map_spellings(text: str) -> dict[Phrase, str]:
    """Return each run of one to three folded words of a text, with its first spelling there."""
    tokens = map(split_at_contrast, plain(text).lower().split())
    words = [(START, ""), *chain.from_iterable(tokens)]
    spellings: dict[Phrase, str] = {}
    for length in range(1, MAX_PHRASE_WORDS + 1):
        for run in zip(*(words[start:] for start in range(length)), strict=False):
            phrase, spelling = zip(*run, strict=True)
            spellings.setdefault(phrase, " ".join(filter(None, spelling)))
    return spellings


def make_singular(word: str) -> str:
    """Return a word without its plural's ending."""
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    if len(word) > 3 and word[-1] == "s" and word[-2] not in "siu":
        return word[:-1]
    return word


@dataclass(frozen=True, slots=True)
class PhraseMatches:
    """The phrases in some texts, of which each has at least one sentence, be it empty.

    `rows` (3, words): the phrases of one, two and three words that begin at each word.
    `sentence_starts` (sentences,): where in `rows` each sentence's `^` stands.
    `sentence_lengths` (sentences,): its number of words.
    `first_sentences` (texts,): the number of each text's first sentence.
    """

    rows: Ints
    sentence_starts: Ints
    sentence_lengths: Ints
    first_sentences: Ints


class KeyNumbering:
    """Number keys from 1 in their sorted order; any other key has the number 0.

    `rows` (keys + 1,) are those of the phrases that the keys stand for, by number.
    """

    def __init__(self, keys: Iterable[int], rows: Iterable[int]) -> None:
        self.keys = np.array([*keys, np.iinfo(np.int64).max])
        self.rows = np.array([0, *rows])

    def numbers(self, keys: Ints) -> Ints:
        """Return the number of each key."""
        places = np.searchsorted(self.keys, keys)
        return np.where(self.keys[places] == keys, places + 1, 0)


class PhraseFinder:
    """Find a fixed set of phrases of one to three words in texts."""

    def __init__(self, phrases: Sequence[Phrase]) -> None:
        words = dict.fromkeys(chain((START,), *phrases))
        self.word_numbers = {word: w for w, word in enumerate(words, 1)}
        self.base = len(words) + 1
        self.number_token = lru_cache(MAX_MEMO_TOKENS)(self._number_token)
        rows = {tuple(map(self.word_numbers.get, p)): row for row, p in enumerate(phrases, 1)}
        pairs = sorted({numbers[:2] for numbers in rows if len(numbers) > 1})
        triples = sorted(numbers for numbers in rows if len(numbers) == MAX_PHRASE_WORDS)
        self.single_rows = np.array([rows.get((w,), 0) for w in range(self.base)])
        self.pairs = KeyNumbering(
            (self.make_key(*p) for p in pairs), (rows.get(p, 0) for p in pairs)
        )
        pair_numbers = {pair: number for number, pair in enumerate(pairs, 1)}
        self.triples = KeyNumbering(
            (self.make_key(pair_numbers[t[:2]], t[2]) for t in triples),
            (rows[t] for t in triples),
        )

    def make_key(self, before: Any, w: Any) -> Any:
        """Return one number for a word, or the number of a pair, and the word after it."""
        return before * self.base + w

    def _number_token(self, token: str) -> tuple[int, ...]:
        return tuple(self.word_numbers.get(word, 0) for word in fold_token(token))

    def number_words(self, text: str) -> list[int]:
        """Return the words of `text` after its printed number, `^` before each sentence."""
        begin = number.end() if (number := PRINTED_NUMBER.match(text)) else 0
        tokens = plain(text[begin:]).lower().split()
        return [1, *chain.from_iterable(map(self.number_token, tokens))]

    def find(self, texts: Sequence[str]) -> PhraseMatches:
        """Return the phrases in each of the texts, of which there is at least one."""
        word_lists = [*map(self.number_words, texts)]
        w, text_starts = drop_empty_sentences(
            np.fromiter(chain.from_iterable(word_lists), np.int64),
            np.array([*map(len, word_lists)]),
        )
        pairs = self.pairs.numbers(self.make_key(w, shift_left(w, 1)))
        triples = self.triples.numbers(self.make_key(pairs, shift_left(w, 2)))
        starts = np.flatnonzero(w == 1)
        return PhraseMatches(
            rows=np.stack(
                (self.single_rows[w], self.pairs.rows[pairs], self.triples.rows[triples])
            ),
            sentence_starts=starts,
            sentence_lengths=np.diff(starts, append=len(w)) - 1,
            first_sentences=np.searchsorted(starts, text_starts),
        )


def shift_left(w: Ints, places: int) -> Ints:
    """Return the word so many places after each; 0 after the last."""
    return np.concatenate((w[places:], np.zeros(min(places, len(w)), np.int64)))


def drop_empty_sentences(w: Ints, lengths: Ints) -> tuple[Ints, Ints]:
    """Return the words without sentences that have none, and where each text begins.

    `lengths` (texts,) are the numbers of words. A text that has no words keeps its first `^`.
    """
    text_starts = np.cumsum(lengths) - lengths
    is_start = w == 1
    is_first = np.zeros(len(w), bool)
    is_first[text_starts] = True
    is_empty = is_start & np.append(is_start[1:], True)
    is_only = is_first & (np.add.reduceat(~is_start, text_starts) == 0).repeat(lengths)
    keep = ~is_empty | is_only
    return w[keep], (np.cumsum(keep) - keep)[text_starts]
