"""Where concepts occur in texts, as arrays: what weights of concepts add up to in each text.

t  an occurrence of a concept in a text, once for each text
n  a text, such as a clause or a passage
u  a concept
r  a row of weights, such as a recommendation
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate, chain

import numpy as np

from search.followup.tracker.concept_table import Floats, Ints


class ConceptOccurrences:
    """The concepts of texts: `numbers` (t,) text after text, and where each begins in `bounds`
    (n + 1,).
    """

    def __init__(self, numbers: Ints, bounds: Ints) -> None:
        self.numbers, self.bounds = numbers, bounds

    @classmethod
    def of(
        cls, texts: Sequence[frozenset[str]], number_of: Callable[[Iterable[str]], list[int]]
    ) -> ConceptOccurrences:
        """Return the occurrences in texts, of which the concepts are named."""
        bounds = np.array([0, *accumulate(map(len, texts))])
        return cls(np.array(number_of(chain.from_iterable(texts)), np.int64), bounds)

    def renumber(self, numbers: Ints) -> ConceptOccurrences:
        """Return the occurrences of those concepts that have another number (u,), by this; -1
        leaves a concept out.
        """
        places = numbers[self.numbers]
        is_kept = places >= 0
        kept_before = np.concatenate(([0], np.cumsum(is_kept)))
        return ConceptOccurrences(places[is_kept], kept_before[self.bounds])

    def add_up(self, weights: Floats) -> Floats:
        """Return (r, n): the sums of the weights (r, u) of the concepts of each text.

        It keeps off the threads of matrix products, of which many at once delay each other.
        """
        starts, ends = self.bounds[:-1], self.bounds[1:]
        filled = np.flatnonzero(ends > starts)
        totals = np.zeros((len(starts), len(weights)), np.float32)
        if len(filled):
            occurring = np.ascontiguousarray(weights.T)[self.numbers]  # (t, r)
            totals[filled] = np.add.reduceat(occurring, starts[filled], axis=0)
        return totals.T
