"""The concepts that the texts of an authority use, as arrays: their weights and vectors.

u  the number of a concept
d  a dimension of the word vectors
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from search.engine import Engine
from search.followup.tracker.concepts import ConceptWeights
from search.followup.tracker.topics import ASPECT, GROUP, SAME
from search.followup.tracker.weights import Weights

Floats: TypeAlias = NDArray[np.float32]
Ints: TypeAlias = NDArray[np.int64]


class ConceptTable:
    """The concepts `names`, each once, in order; `number` is their place.

    `totals` (u,) is what each adds to the weight of a text: aspects and groups nothing, as their
    words count already. `vectors` (u, d) are the word vectors of stems, as long as each tells; 0
    for others.
    """

    def __init__(
        self, names: Iterable[str], engine: Engine, idf: ConceptWeights, weights: Weights
    ) -> None:
        self.names = sorted(set(names))
        self.number = {name: u for u, name in enumerate(self.names)}
        totals = [
            0.0 if name[0] in (ASPECT, GROUP) else idf.of(name) * weights.share_of(name)
            for name in self.names
        ]
        self.totals = np.array(totals, np.float32)
        self.vectors = self._make_vectors(engine)

    def _make_vectors(self, engine: Engine) -> Floats:
        """Return the vectors (u, d) of all concepts; d is 0 where the engine has none."""
        stems = [name for name in self.names if name[0] not in (SAME, ASPECT, GROUP)]
        known = engine.word_vectors(stems)
        dimensions = len(next(iter(known.values()), ()))
        vectors = np.zeros((len(self.names), dimensions), np.float32)
        if known:
            rows = [self.number[stem] for stem in known]
            vectors[rows] = np.array(list(known.values()), np.float32)
            vectors *= self.totals[:, None]
        return vectors

    def numbers(self, names: Iterable[str]) -> list[int]:
        """Return the numbers of concepts."""
        return [self.number[name] for name in names]


def scale_to_one(vectors: Floats) -> Floats:
    """Return vectors (n, d) of length 1; those of length 0 stay so."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    scaled: Floats = vectors / np.maximum(lengths, 1e-9)
    return scaled
