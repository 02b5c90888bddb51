"""Whether paragraphs praise or criticise: each sentence's tone, and what sentences add up to.

A sentence praises, and a sentence finds fault, to the degree that its words say so: each from 0
to 1. A paragraph's SIGNS are the averages of both over its words, the lesser of the two, the
highest of each in a sentence, both in the first sentence, and the fault found in the last. Each
polarity weighs the signs and some words, and the one that weighs most is the paragraph's.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from corpus.tagging.lexicon import Verdict
from corpus.tagging.phrases import Found

Floats: TypeAlias = NDArray[np.float64]


def tones(weights: Floats) -> Floats:
    """Returns the degrees, from 0 to 1, of sentences' weights on the tones; the same shape."""
    odds: Floats = np.exp(weights.clip(-30, 30))
    return odds / (1 + odds)


def signs(degrees: Floats, found: Found) -> Floats:
    """Returns the SIGNS (texts, 8) of texts from their sentences' degrees (sentences, 2)."""
    first = found.texts
    last = np.append(first[1:], len(degrees)) - 1
    share = found.lengths[:, None].clip(1)
    average = np.add.reduceat(degrees * share, first) / np.add.reduceat(share, first)
    return np.hstack(
        (
            average,
            average.min(axis=1, keepdims=True),
            np.maximum.reduceat(degrees, first),
            degrees[first],
            degrees[last, 1:],
        )
    )


def judged(
    heard: Floats, signs: Floats, kinds: Sequence[str | None], verdicts: Sequence[Verdict]
) -> list[str]:
    """Returns the polarity of each text.

    `heard` (texts, verdicts) is what its words weigh, `signs` (texts, 8) its signs. Context is
    neutral whatever its words; a recommendation leans as the verdicts say.
    """
    asked = np.array([kind == "recommendation" for kind in kinds])
    weights = heard + signs @ np.array([verdict.signs for verdict in verdicts]).T
    weights += np.outer(asked, [verdict.recommendation for verdict in verdicts])
    best = weights.argmax(axis=1).tolist()
    return [
        "neutral" if kind == "context" else verdicts[place].scale.name
        for kind, place in zip(kinds, best, strict=True)
    ]
