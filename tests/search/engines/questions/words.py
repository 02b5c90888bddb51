"""Questions of single words and of how they are joined."""

from __future__ import annotations

from itertools import pairwise
from math import hypot, isclose

from search.engine import Engine
from tests.search.engines.questions.sample import Sample
from tests.search.strategies import COMPOUND_WORDS


def ask_vocabulary(engine: Engine, sample: Sample) -> object:
    return [sample.word in engine.vocabulary, "LAC" in engine.vocabulary]


def ask_frequency(engine: Engine, sample: Sample) -> object:
    return {stem: engine.frequency(stem) for stem in sample.stems}


def ask_word_vectors(engine: Engine, sample: Sample) -> object:
    vectors = engine.word_vectors(sample.stems)
    assert vectors.keys() <= set(sample.stems)
    assert all(isclose(hypot(*vector), 1, abs_tol=1e-4) for vector in vectors.values())
    return len({len(vector) for vector in vectors.values()}) <= 1


def ask_near_words(engine: Engine, sample: Sample) -> object:
    return engine.near_words(sample.word, sample.edits, sample.more_than)


def ask_compounds(engine: Engine, sample: Sample) -> object:
    words = [sample.word, *sample.phrase_plan.phrase.split(), *COMPOUND_WORDS]
    compounds = engine.compounds
    return (
        [compounds.phrases(text) for text in (*words, *map(" ".join, pairwise(words)))],
        [compounds.prefixes(word[:5]) for word in words],
    )
