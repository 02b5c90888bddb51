"""Edit distance by optimal string alignment, by which two neighbours swapped are one edit."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from index.segments.arrays import Array


def is_near(word: str, other: str, edits: int) -> bool:
    """Return whether two words are at most so many edits apart: letters added, left out, changed,
    or swapped with the next.
    """
    return OSA.distance(word, other, score_cutoff=edits) <= edits


def are_near(word: str, others: Sequence[str], edits: int) -> Array:
    """Return which of the others are at most so many edits from a word, bool (n)."""
    distances: Array = cdist([word], others, scorer=OSA.distance, score_cutoff=edits)[0]
    return distances <= edits
