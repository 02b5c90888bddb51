"""How much each of some texts praises and finds fault: the tones behind a paragraph's polarity."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from corpus.tagging.polarity import Floats, apply_logistic
from corpus.tagging.themes import default_tagger


def measure_tones(texts: Sequence[str]) -> Floats:
    """Return (texts, 2): the praise and the fault found in each text, from 0 to 1, as the average
    of its sentences. Raise DataError where themes.toml holds a mistake.
    """
    if not texts:
        return np.zeros((0, 2))
    tagger = default_tagger()
    matches = tagger.finder.find(texts)
    degrees = apply_logistic(tagger.score_sentences(matches))
    first = matches.first_sentences
    sizes = np.diff(first, append=len(degrees))
    averages: Floats = np.add.reduceat(degrees, first) / sizes[:, None]
    return averages
