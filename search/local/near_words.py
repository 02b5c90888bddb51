"""The words of a collection that are few edits from one that may be mistyped."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from index.segments.arrays import Array
from index.segments.strings import Strings
from index.snapshot import Snapshot
from search.language.edit_distance import is_near

LETTERS = np.full(256, 1 << 26, np.uint32)
"""A bit for each letter from a to z, and one more for all other bytes, uint32 (256)."""
LETTERS[ord("a") : ord("z") + 1] = 1 << np.arange(26)


@dataclass(frozen=True, slots=True)
class SnapshotWords:
    """The words of a snapshot, as `search.language.spelling` asks about them."""

    snapshot: Snapshot

    def frequency(self, field: str, word: str) -> int:
        """Return how many living paragraphs have a word of `text` (a stem) or `exact`."""
        return self.snapshot.frequency(field, word)

    def near_words(self, word: str, edits: int, more_than: int) -> tuple[str, ...]:
        """Return the other words at most so many edits away; see `near_words`."""
        return near_words(self.snapshot, word, edits, more_than)


def near_words(snapshot: Snapshot, word: str, edits: int, more_than: int) -> tuple[str, ...]:
    """Return the other words of letters a to z at most so many edits from one, the most frequent
    first, and of equals by letters: those that stand at more than so many places.
    """
    places = snapshot.words("exact", lambda lexicon: similar_rows(lexicon, word, edits).tolist())
    near = [
        other
        for other, count in places.items()
        if count > more_than and other != word and is_near(word, other, edits)
    ]
    return tuple(sorted(near, key=lambda other: (-places[other], other)))


def similar_rows(lexicon: Strings, word: str, edits: int) -> Array:
    """Return the rows of the words of letters a to z that may be so few edits from `word`, intp.

    The others are ruled out by their length and by the set of their letters: an edit adds one
    letter to it and takes one from it, at most.
    """
    letters = np.bitwise_or.reduceat(LETTERS[lexicon.blob], lexicon.ends[:-1])
    of_word = np.bitwise_or.reduce(LETTERS[np.frombuffer(word.encode(), np.uint8)])
    different = np.unpackbits((letters ^ of_word).view(np.uint8)).reshape(-1, 32).sum(axis=1)
    lengths = np.abs(np.diff(lexicon.ends) - len(word))
    return np.flatnonzero((lengths <= edits) & (different <= 2 * edits) & (letters < 1 << 26))
