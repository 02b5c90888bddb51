"""What a paragraph is about: its stems with their weights, and how alike two paragraphs are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from math import log, sqrt
from typing import TypeAlias

import msgspec

from corpus.understanding.authorities import find_authority
from index.analysis import split, stem, terms
from search.engine import Engine
from search.language.function_words import stems_of_function_words
from search.word_lists import read_word_list

MAX_CHARACTERS = 20_000  # of a paragraph that are looked at
UBIQUITOUS_SHARE = 0.1  # a stem that more of all paragraphs have says nothing of one of them
MAX_SHARED_WORDS = 6  # of two texts that are listed
MIN_UBIQUITOUS = 20  # paragraphs; in a small collection no stem is ubiquitous

Weights: TypeAlias = Mapping[str, float]
"""Stem -> weight; the squares of the weights of one paragraph sum to 1."""


class WeightedText(msgspec.Struct, frozen=True, gc=False):
    """The `words` of a text as the index holds them, and their `edges` (`index.analysis.split`).

    Texts of the same words have the same `key`. `weights` are those of its stems; `telling` are the
    stems that are not ubiquitous.
    """

    key: str
    words: Sequence[str]
    edges: Sequence[int]
    weights: Weights
    telling: frozenset[str]

    def spell(self, stems: Iterable[str]) -> tuple[str, ...]:
        """Return each of some stems as the text first spells it."""
        spelling = {stem(word): word for word in reversed(self.words)}
        return tuple(spelling[one] for one in stems)


class WordWeigher:
    """Weighs the words of texts by how rare they are among the paragraphs of an engine.

    The weight of a stem is (1 + ln tf) * idf, with the idf of BM25 (Robertson and Zaragoza 2009);
    function words, numbers, words that judge and the `names` of places have none: two paragraphs
    are not on one matter because both praise, or are of one town.
    """

    def __init__(self, engine: Engine, names: Iterable[str | None] = ()) -> None:
        self._engine = engine
        self._paragraphs = engine.state.paragraphs
        self._left_out = stems_of_function_words() | evaluative_stems() | stems_of_names(names)
        self._weighed: dict[str, tuple[float, bool]] = {}

    def weigh(self, text: str) -> WeightedText:
        """Return the weighted words of a text."""
        words, edges = split(text[:MAX_CHARACTERS])
        counts = Counter(map(stem, words))
        weights, telling = dict[str, float](), list[str]()
        for one, count in counts.items():
            idf, is_telling = self._weighed.get(one) or self._weigh_stem(one)
            if idf:
                weights[one] = (1 + log(count)) * idf
            if is_telling:
                telling.append(one)
        length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        return WeightedText(
            " ".join(words) if len(text) <= MAX_CHARACTERS else text,
            words,
            edges,
            {one: weight / length for one, weight in weights.items()},
            frozenset(telling),
        )

    def _weigh_stem(self, one: str) -> tuple[float, bool]:
        """Return the idf of a stem, 0 where it has no weight, and whether it tells something."""
        idf, is_telling = 0.0, False
        if one not in self._left_out and not one.isdigit():
            count, frequency = self._paragraphs, self._engine.frequency(one)
            idf = log(1 + (count - frequency + 0.5) / (frequency + 0.5))
            is_telling = frequency <= max(MIN_UBIQUITOUS, UBIQUITOUS_SHARE * count)
        self._weighed[one] = idf, is_telling
        return idf, is_telling


def stems_of_names(names: Iterable[str | None]) -> frozenset[str]:
    """Return the stems of the names of places, in all their forms."""
    stems = set[str]()
    for name in filter(None, names):
        known = find_authority(name)
        aliases = (known.name, *known.aliases) if known else ()
        stems.update(stem(word) for one in (name, *aliases) for word in terms(one))
    return frozenset(stems)


@lru_cache(maxsize=1)
def evaluative_stems() -> frozenset[str]:
    """Return the stems of the words that judge, and so do not say what is judged."""
    return frozenset(map(stem, read_word_list(__package__, "evaluative_words.txt")))


def cosine(weights: Weights, others: Weights) -> float:
    """Return how alike two texts are, from 0 to 1: the cosine of the angle between their weights
    (Salton, Wong and Yang 1975).
    """
    small, large = sorted((weights, others), key=len)
    return sum(weight * large[one] for one, weight in small.items() if one in large)


def shared_words(one: WeightedText, other: WeightedText) -> tuple[str, ...]:
    """Return the words that two texts share and that are not ubiquitous, weightiest first, as the
    other one spells them; MAX_SHARED_WORDS at most.
    """
    shared = one.telling & other.telling
    stems = sorted(shared, key=lambda each: (-one.weights[each] * other.weights[each], each))
    return other.spell(stems[:MAX_SHARED_WORDS])
