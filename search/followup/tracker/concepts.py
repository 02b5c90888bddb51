"""What a text is about: its words as concepts, so that wordings which mean the same are one.

A concept is a stem, or one that has wordings (`search.followup.tracker.topics`).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from index.analysis import stem, terms
from search.engine import Engine
from search.followup.tracker.topics import Stems, concept_wordings, stems_by_concept
from search.language.function_words import function_words

RAREST = 10.0
MAX_KNOWN_WORDS = 1 << 14


class Concept(NamedTuple):
    """A concept of a text. A stem `is_covered` where a wording that it is part of has concepts."""

    name: str
    is_covered: bool = False


def find_concepts(text: str) -> list[Concept]:
    """Return the concepts of a text in order; one that occurs twice stands twice."""
    words = list(map(look_up, terms(text)))
    stems = (*(word.stem for word in words), "")
    concepts: list[Concept] = []
    end = 0
    for place, word in enumerate(words):
        if word.alone is not None and place >= end:
            longest = word.longer.get(stems[place + 1], ())
            for wording, names in (*longest, ((word.stem,), word.alone)):
                if stems[place : place + len(wording)] == wording:
                    concepts += names
                    end = place + len(wording) if names else end
                    break
        if word.concepts:
            concepts.append(word.concepts[place < end])
    return concepts


Names = tuple[Concept, ...]


class KnownWord(NamedTuple):
    """A word: its stem, and its concept, alone and where a wording covers it; none for a function
    word.

    `alone` are the concepts of the wording that it is, None where no wording begins with it;
    `longer` are the wordings that begin with it, longest first, by their second stem.
    """

    stem: str
    concepts: Names
    alone: Names | None
    longer: Mapping[str, Sequence[tuple[Stems, Names]]]


@lru_cache(maxsize=MAX_KNOWN_WORDS)
def look_up(word: str) -> KnownWord:
    """Return what is known of a word. Raise DataError where a file of wordings holds a mistake."""
    one, small = stem(word), function_words()
    concepts = () if word in small or one in small else (Concept(one), Concept(one, True))
    if one not in concept_wordings():
        return KnownWord(one, concepts, None, {})
    alone: Names = ()
    longer: dict[str, list[tuple[Stems, Names]]] = {}
    for stems, names in concept_wordings()[one]:
        if len(stems) == 1:
            alone = tuple(map(Concept, names))
        else:
            longer.setdefault(stems[1], []).append((stems, tuple(map(Concept, names))))
    return KnownWord(one, concepts, alone, longer)


class ConceptWeights:
    """How much each concept tells: its inverse document frequency in the collection of an engine.

    That of a concept in no paragraph is RAREST, whatever the size of the collection. A group of
    wordings is as frequent as its most frequent one, which is taken to be as frequent as the rarest
    of its stems.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._paragraphs = engine.state.paragraphs
        self._weights: dict[str, float] = {}

    def of(self, concept: str) -> float:
        """Return the weight of a concept, from 0 to RAREST."""
        weight = self._weights.get(concept)
        if weight is None:
            weight = self._weights[concept] = self._idf(concept)
        return weight

    def _idf(self, concept: str) -> float:
        wordings = stems_by_concept().get(concept, ((concept,),))
        frequency = max(min(map(self._engine.frequency, stems)) for stems in wordings)
        share = math.log(frequency + 1) / math.log(self._paragraphs + 2)
        return RAREST * max(0.0, 1.0 - share)
