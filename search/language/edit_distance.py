"""Edit distance by optimal string alignment, by which two neighbours swapped are one edit."""

from __future__ import annotations

from rapidfuzz.distance import OSA


def is_near(word: str, other: str, edits: int) -> bool:
    """Return whether two words are at most so many edits apart: letters added, left out, changed,
    or swapped with the next.
    """
    return OSA.distance(word, other, score_cutoff=edits) <= edits
