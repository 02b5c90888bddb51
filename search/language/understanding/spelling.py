"""Choose corrections of a mistyped word among the near words that an engine offers."""

from __future__ import annotations

from typing import Protocol

from search.language.vocabulary import stems_of

MIN_LETTERS = {1: 4, 2: 6}  # for so many edits: shorter words have too many neighbours
RARE_PARAGRAPHS = 2  # a word in no more paragraphs may be a slip
COMMON_FACTOR = 100  # for a word that occurs so many times as often
MAX_CORRECTIONS = 3


class CollectionSpelling(Protocol):
    """What must be known of a collection to correct a word: an engine knows it."""

    def frequency(self, stem: str) -> int:
        """Return the number of paragraphs that contain a stem."""

    def near_words(self, word: str, edits: int, more_than: int) -> tuple[str, ...]:
        """Return the other words within `edits` edits that occur more than `more_than` times."""


def corrections(collection: CollectionSpelling, typed: str) -> tuple[str, ...]:
    """Return the words that a doubtful word may stand for, the most frequent first; none for a
    word that is not doubtful. Those one edit away, or where there are none, two.
    """
    word = typed.casefold()
    if not (word.isascii() and word.isalpha()):
        return ()
    paragraphs = max((collection.frequency(stem) for stem in stems_of(word)), default=0)
    if paragraphs > RARE_PARAGRAPHS:
        return ()
    for edits, letters in MIN_LETTERS.items():
        # What is two letters away and rare itself is another word: `scri` is not meant by `script`.
        more_than = max(paragraphs * COMMON_FACTOR, RARE_PARAGRAPHS if edits > 1 else 0)
        if len(word) < letters:
            break
        if words := collection.near_words(word, edits, more_than):
            return words[:MAX_CORRECTIONS]
    return ()
