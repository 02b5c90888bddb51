"""The words of texts as columns: every word once, and all texts one after another as rows of them.

words         strings, sorted: every word as written
tokens        the words of all texts in order, as rows of `words`
token.first   int64 (texts + 1): a text's first token
hyphens       the tokens that a hyphen joins to the next one, rising
"""

from __future__ import annotations

from array import array

import numpy as np

from index.analysis import matches, word_of
from index.segments.arrays import Array
from index.segments.numeric import to_narrowest
from index.segments.strings import Strings


class MatchRows(dict[str, int]):
    """Matches to rows, assigned on first use."""

    def __missing__(self, match: str) -> int:
        self[match] = row = len(self)
        return row


class WordColumns:
    """Collects texts and returns the columns of their words. A word occurrence costs four bytes."""

    def __init__(self) -> None:
        self._rows = MatchRows()
        self._matches, self._first = array("I"), array("q")

    def add(self, text: str) -> None:
        """Add the words of a text."""
        self._first.append(len(self._matches))
        self._matches.extend(map(self._rows.__getitem__, matches(text)))

    def columns(self) -> dict[str, Array]:
        """Return the columns of all texts that were added."""
        words = [
            match if match.isascii() and match.isalnum() else word_of(match) for match in self._rows
        ]
        in_order = sorted(set(words))
        row_of = {word: row for row, word in enumerate(in_order)}
        rows = np.array([row_of[word] for word in words], np.uint32)
        is_joined = np.array([match[-1] == "-" for match in self._rows], bool)
        matched = np.array(self._matches, np.uint32)
        return {
            **Strings.of(in_order).to_arrays("words"),
            "tokens": to_narrowest(rows[matched], len(in_order)),
            "token.first": np.append(np.array(self._first, np.int64), len(matched)),
            "hyphens": to_narrowest(np.flatnonzero(is_joined[matched]), len(matched)),
        }
