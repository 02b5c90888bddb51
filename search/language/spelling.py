"""Spelling: which words of a query are doubtful, and which of the collection they may stand for."""

from __future__ import annotations

from typing import Protocol

from search.language.vocabulary import stems_of

MAX_EDITS = 2
MIN_LETTERS = 4  # shorter words have too many neighbours
MAX_DOUBTFUL_FREQUENCY = 2  # paragraphs: a word in more is not doubtful
MIN_RATIO = 100  # a doubtful word may be a slip for one that is so many times as frequent
MAX_CORRECTIONS = 3


class CollectionSpelling(Protocol):
    """What must be known of a collection to correct a word: an engine knows it."""

    def frequency(self, stem: str) -> int:
        """Return the number of paragraphs that contain a stem."""

    def near_words(self, word: str, edits: int, more_than: int) -> tuple[str, ...]:
        """Return the other words within `edits` edits that occur more than `more_than` times, the
        most frequent first.
        """


def corrections(collection: CollectionSpelling, typed: str) -> tuple[str, ...]:
    """Return the words that a doubtful word may stand for, the most frequent first; none for a
    word that is not doubtful. They are one edit away, or where no word is, two.
    """
    word = typed.casefold()
    if len(word) < MIN_LETTERS or not (word.isascii() and word.isalpha()):
        return ()
    frequency = max((collection.frequency(stem) for stem in stems_of(word)), default=0)
    if frequency > MAX_DOUBTFUL_FREQUENCY:
        return ()
    for edits in range(1, MAX_EDITS + 1):
        if near := collection.near_words(word, edits, frequency * MIN_RATIO):
            return near[:MAX_CORRECTIONS]
    return ()
