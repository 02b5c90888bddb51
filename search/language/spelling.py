"""Which words of a collection a mistyped word may stand for."""

from __future__ import annotations

import numpy as np
from nltk.metrics.distance import edit_distance

from index.segments.arrays import Array
from index.segments.strings import Strings
from index.snapshot import Snapshot
from search.language.vocabulary import stems_of

FARTHEST = 2  # letters added, dropped, changed, or swapped with the next
SHORTEST = 4  # letters; shorter words have too many neighbours
RARE, COMMON = 2, 100  # a word in so few paragraphs may be a slip for one in so many more
MOST = 3

LETTERS = np.full(256, 1 << 26, np.uint32)  # a bit for each letter, one more for any other byte
LETTERS[ord("a") : ord("z") + 1] = 1 << np.arange(26)


def corrections(snapshot: Snapshot, typed: str) -> tuple[str, ...]:
    """Return the words that a doubtful word may stand for, the most frequent first; none for a
    word that is not doubtful. Those one letter away, or where there are none, two.
    """
    typed = typed.casefold()
    if len(typed) < SHORTEST or not (typed.isascii() and typed.isalpha()):
        return ()
    held = max((snapshot.frequency("text", one) for one in stems_of(typed)), default=0)
    if held > RARE:
        return ()
    for farthest in range(1, FARTHEST + 1):
        if near := neighbours(snapshot, typed, farthest, held * COMMON):
            return near[:MOST]
    return ()


def neighbours(snapshot: Snapshot, typed: str, farthest: int, least: int) -> tuple[str, ...]:
    """Return the other words so many letters away that stand more than `least` times, the most
    frequent first.
    """
    alike = snapshot.words("exact", lambda lexicon: shaped(lexicon, typed, farthest).tolist())
    near = [
        word
        for word, times in alike.items()
        if times > least
        and word != typed
        and edit_distance(typed, word, transpositions=True) <= farthest
    ]
    return tuple(sorted(near, key=lambda word: (-alike[word], word)))


def shaped(words: Strings, typed: str, farthest: int) -> Array:
    """Return the rows of the words of letters alone that may be so few letters away, told by
    their length and by which letters they have: a change adds one and takes one.
    """
    letters = np.bitwise_or.reduceat(LETTERS[words.blob], words.ends[:-1])
    mine = np.bitwise_or.reduce(LETTERS[np.frombuffer(typed.encode(), np.uint8)])
    different = np.unpackbits((letters ^ mine).view(np.uint8)).reshape(-1, 32).sum(axis=1)
    lengths = np.abs(np.diff(words.ends) - len(typed))
    fits = (lengths <= farthest) & (different <= 2 * farthest) & (letters < 1 << 26)
    return np.flatnonzero(fits)
