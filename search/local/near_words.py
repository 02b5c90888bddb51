"""Look up the words of the collection that are spelt nearly like one."""

from __future__ import annotations

import numpy as np

from index.segments.arrays import Array
from index.segments.strings import Strings
from index.snapshot import Snapshot
from search.language.edit_distance import is_near

LETTER_BITS = np.full(256, 1 << 26, np.uint32)
"""One bit per letter, and one more for any other byte."""
LETTER_BITS[ord("a") : ord("z") + 1] = 1 << np.arange(26)


def near_words(snapshot: Snapshot, word: str, edits: int, more_than: int) -> tuple[str, ...]:
    """Return the other words within `edits` edits of a word of ASCII letters that occur more than
    `more_than` times, the most frequent first.
    """
    frequencies = snapshot.words("exact", lambda words: similar_rows(words, word, edits).tolist())
    near = {
        other: frequency
        for other, frequency in frequencies.items()
        if frequency > more_than and other != word and is_near(word, other, edits)
    }
    if snapshot.alive is not None:  # the frequencies count deleted paragraphs too
        near = {other: living_frequency(snapshot, other) for other in near}
        near = {other: frequency for other, frequency in near.items() if frequency > more_than}
    return tuple(sorted(near, key=lambda other: (-near[other], other)))


def living_frequency(snapshot: Snapshot, word: str) -> int:
    """Return how often a word occurs in the living paragraphs."""
    return int(snapshot.postings("exact", word)[1].sum())


def similar_rows(words: Strings, word: str, edits: int) -> Array:
    """Return the rows of the words of letters alone that may be within `edits` edits, by their
    length and letters: an edit adds one letter at most and removes one at most.
    """
    rows: Array = np.flatnonzero(np.abs(np.diff(words.ends) - len(word)) <= edits)
    if not len(rows):  # as for a word that is longer than all
        return rows
    letters = np.bitwise_or.reduceat(LETTER_BITS[words.blob], words.ends[:-1])[rows]
    own_letters = np.bitwise_or.reduce(LETTER_BITS[np.frombuffer(word.encode(), np.uint8)])
    differing = np.unpackbits((letters ^ own_letters).view(np.uint8)).reshape(-1, 32).sum(axis=1)
    near: Array = rows[(differing <= 2 * edits) & (letters < 1 << 26)]
    return near
