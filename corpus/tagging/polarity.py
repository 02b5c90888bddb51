"""Classify paragraphs as praise or criticism, from the tone of their sentences.

A sentence praises, and a sentence finds fault, to a degree from 0 to 1 that its words decide: a
logistic model for each of the two tones. A paragraph's features are computed from the degrees
of its sentences: the averages of both weighted by words, the lesser of the two, the highest of
each in a sentence, both in the first sentence, and the fault found in the last. A linear model
for each polarity weighs the features and some words; the highest score decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from corpus.tagging.lexicon import PolarityModel
from corpus.tagging.phrases import PhraseMatches

Floats: TypeAlias = NDArray[np.float64]


def apply_logistic(scores: Floats) -> Floats:
    """Return the degrees, from 0 to 1, of scores (sentences, tones); the same shape."""
    odds: Floats = np.exp(scores.clip(-30, 30))
    return odds / (1 + odds)


def compute_features(degrees: Floats, matches: PhraseMatches) -> Floats:
    """Return the POLARITY_FEATURES (texts, 8) of texts from degrees (sentences, tones)."""
    first = matches.first_sentences
    last = np.append(first[1:], len(degrees)) - 1
    words = matches.sentence_lengths[:, None].clip(1)
    average = np.add.reduceat(degrees * words, first) / np.add.reduceat(words, first)
    return np.hstack(
        (
            average,
            average.min(axis=1, keepdims=True),
            np.maximum.reduceat(degrees, first),
            degrees[first],
            degrees[last, 1:],
        )
    )


def classify(
    word_scores: Floats,
    features: Floats,
    kinds: Sequence[str | None],
    models: Sequence[PolarityModel],
) -> list[str]:
    """Return the polarity of each text.

    `word_scores` (texts, polarities) are those of its words, `features` (texts, 8) its
    POLARITY_FEATURES. Context is neutral whatever its words; what a recommendation adds to each
    score is in the models.
    """
    is_recommendation = np.array([kind == "recommendation" for kind in kinds])
    scores = word_scores + features @ np.array([model.feature_weights for model in models]).T
    scores += np.outer(is_recommendation, [model.recommendation_weight for model in models])
    best = scores.argmax(axis=1).tolist()
    return [
        "neutral" if kind == "context" else models[place].words.name
        for kind, place in zip(kinds, best, strict=True)
    ]
