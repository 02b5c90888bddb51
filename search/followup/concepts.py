"""What a text is about: its words as concepts, so that wordings which mean the same are one.

A concept is a stem, a group of the search vocabulary (`#` and its first wording), or an aspect or
group of children of `aspects.toml` (`@timeliness`, `%care-leavers`).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from corpus.datafile import read_data_file
from index.analysis import stem, terms
from search.engine import Engine
from search.language.function_words import function_words
from search.language.vocabulary import stems_of
from search.language.wordings.groups import groups_of_the_file

ASPECTS_PATH = Path(__file__).with_name("aspects.toml")

SAME, ASPECT, GROUP = "#", "@", "%"
"""What the concepts begin with that are no stems."""

RAREST = 10.0

Stems = tuple[str, ...]


@lru_cache(maxsize=1)
def concept_wordings() -> Mapping[str, tuple[tuple[Stems, tuple[str, ...]], ...]]:
    """Return all wordings that have a concept, with these: by their first stem, longest first.

    Raise DataError where a file holds a mistake.
    """
    concepts: dict[Stems, list[str]] = {}
    for name, texts in list_concepts():
        for text in texts:
            concepts.setdefault(stems_of(text), []).append(name)
    by_first: dict[str, list[tuple[Stems, tuple[str, ...]]]] = {}
    for stems in sorted(concepts, key=len, reverse=True):
        by_first.setdefault(stems[0], []).append((stems, tuple(dict.fromkeys(concepts[stems]))))
    return {first: tuple(wordings) for first, wordings in by_first.items()}


def list_concepts() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the concepts that have wordings, each with these. Raise DataError.

    A wording of an aspect or a group stands for its group of the search vocabulary as well.
    """
    groups = groups_of_the_file()
    synonyms: dict[Stems, tuple[str, ...]] = {}
    for group in groups:
        yield f"{SAME}{group.same[0]}", (*group.same, *group.narrower)
        for text in group.same:
            synonyms[stems_of(text)] = group.same
    data = read_data_file(ASPECTS_PATH, ASPECTS_PATH.name)
    data.check_keys("", ("aspects", "groups"))
    for table, sign in (("aspects", ASPECT), ("groups", GROUP)):
        for name in data.table(table):
            texts = data.texts(table, name)
            others = (other for text in texts for other in synonyms.get(stems_of(text), ()))
            yield f"{sign}{name}", tuple(dict.fromkeys((*texts, *others)))


def find_concepts(text: str) -> list[str]:
    """Return the concepts of a text in order; one that occurs twice stands twice."""
    wordings, small = concept_wordings(), function_words()
    words = terms(text)
    stems = tuple(map(stem, words))
    listed: list[str] = []
    end = 0
    for place, one in enumerate(stems):
        if words[place] not in small and one not in small:
            listed.append(one)
        if place < end:
            continue
        for wording, concepts in wordings.get(one, ()):
            if stems[place : place + len(wording)] == wording:
                listed += concepts
                end = place + len(wording)
                break
    return listed


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
        """Return the weight of a concept, at least 0."""
        weight = self._weights.get(concept)
        if weight is None:
            weight = self._weights[concept] = self._idf(concept)
        return weight

    def _idf(self, concept: str) -> float:
        wordings = stems_by_concept().get(concept, ((concept,),))
        frequency = max(min(map(self._engine.frequency, stems)) for stems in wordings)
        share = math.log(frequency + 1) / math.log(self._paragraphs + 2)
        return RAREST * max(0.0, 1.0 - share)


@lru_cache(maxsize=1)
def stems_by_concept() -> Mapping[str, tuple[Stems, ...]]:
    """Return the stems of the wordings of each concept that has wordings."""
    return {name: tuple(map(stems_of, texts)) for name, texts in list_concepts()}


def of_kind(concepts: Iterable[str], sign: str) -> frozenset[str]:
    """Return the concepts that begin with a sign: those of one kind."""
    return frozenset(one for one in concepts if one[0] == sign)
