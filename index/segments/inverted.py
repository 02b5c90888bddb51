"""Read an inverted index: postings of words and stems, and the places where words stand.

`doc` is a paragraph's number and `row` that of a word within the index. A place is a position in
`tokens`, the words of all paragraphs one after another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

import numpy as np

from corpus.lazy import lazy_property
from index.segments.arrays import Array, Arrays
from index.segments.numeric import concatenate_ranges, count_runs, sum_by_number
from index.segments.strings import Strings

MAX_CACHED_ROWS = 4096  # words per field whose rows are remembered: under a megabyte
BLOCK_BITS = 4  # places are looked up by blocks of 16: most blocks lie within one paragraph

Postings = tuple[Array, Array]
"""The paragraphs of a word, rising, and how often it stands in each."""


class InvertedIndex:
    """Paragraphs as `index.segments.invert` describes them. Safe in any number of threads.

    `size` is the number of paragraphs, `lengths` the number of words of each, int32.
    """

    def __init__(self, arrays: Arrays) -> None:
        self.arrays = arrays
        self.token_first = self.arrays["token.first"]
        self.tokens = self.arrays["tokens"]
        self.size = len(self.token_first) - 1
        self.lengths = np.diff(self.token_first).astype(np.int32)
        self.words = self.strings("words")
        self.stems = self.strings("stems")
        # In C, and a fifth of the time of a cachetools.LRUCache with its lock. Over `find` of the
        # strings, not a method of this object: the two would keep each other in memory.
        self._find: dict[str, Callable[[str], int | None]] = {
            field: lru_cache(MAX_CACHED_ROWS)(self.lexicon(field).find)
            for field in ("text", "exact")
        }

    def strings(self, name: str) -> Strings:
        """Return the strings called `name`."""
        return Strings.from_arrays(self.arrays, name)

    def lexicon(self, field: str) -> Strings:
        """Return the sorted words of the field `text` (stems) or `exact`."""
        return self.stems if field == "text" else self.words

    def row(self, field: str, word: str) -> int | None:
        """Return the row of a word, None if the segment does not have it."""
        return self._find[field](word)

    def rows(self, field: str, words: Iterable[str]) -> list[int]:
        """Return the rows of those of `words` that the segment has."""
        rows = map(self.lexicon(field).find, words)
        return [row for row in rows if row is not None]

    def sizes(self, field: str) -> Array:
        """Return for each row of a field its paragraphs (`text`), or occurrences (`exact`)."""
        return np.diff(self.arrays["stem.first" if field == "text" else "word.first"])

    def postings(self, field: str, row: int) -> Postings:
        """Return the postings of a word."""
        if field == "exact":
            return count_runs(self.docs_of(self.places("exact", row)))
        start, end = self.arrays["stem.first"][row : row + 2].tolist()
        return self.arrays["docs"][start:end], self.arrays["tf"][start:end]

    def union_postings(self, field: str, rows: Sequence[int]) -> Postings:
        """Return the postings of the words `rows` as if they were one word."""
        if field == "exact":
            places = np.sort(self._slices("places", "word.first", rows))
            return count_runs(self.docs_of(places))
        docs, tf = (self._slices(name, "stem.first", rows) for name in ("docs", "tf"))
        return sum_by_number(docs, tf, self.size)

    def _slices(self, name: str, first: str, rows: Sequence[int]) -> Array:
        """Return the parts of the array `name` that belong to `rows`, by the offsets `first`."""
        starts, array = self.arrays[first], self.arrays[name]
        if isinstance(rows, range) and rows.step == 1 and rows:
            return array[starts[rows[0]] : starts[rows[-1] + 1]]
        at = np.array(rows, np.intp)
        return array[concatenate_ranges(starts[at], starts[at + 1] - starts[at])]

    def places(self, field: str, row: int) -> Array:
        """Return where a word stands, rising."""
        if field == "exact":
            start, end = self.arrays["word.first"][row : row + 2].tolist()
            return self.arrays["places"][start:end]
        places = [self.places("exact", word) for word in self.surfaces(row)]
        return places[0] if len(places) == 1 else np.sort(np.concatenate(places))

    def occurrences(self, field: str, row: int) -> int:
        """Return how often a word stands in the segment."""
        first = self.arrays["word.first"]
        if field == "exact":
            return int(first[row + 1] - first[row])
        return sum(self.occurrences("exact", word) for word in self.surfaces(row))

    def surfaces(self, stem: int) -> list[int]:
        """Return the rows of the words that have a stem."""
        words, first = self._words_by_stem
        surfaces: list[int] = words[first[stem] : first[stem + 1]].tolist()
        return surfaces

    @lazy_property
    def _words_by_stem(self) -> tuple[Array, Array]:
        """The rows of words sorted by stem, and where each stem's begin."""
        stem_of = self.arrays["stem.of"]
        order = np.argsort(stem_of, kind="stable")
        return order, np.searchsorted(stem_of[order], np.arange(len(self.stems) + 1))

    def docs_of(self, places: Array) -> Array:
        """Return the paragraph of each place, intp."""
        places = places.astype(np.intp, copy=False)
        docs: Array = self._doc_of_block[places >> BLOCK_BITS]
        too_early = (self.token_first[docs + 1] <= places).nonzero()[0]
        while len(too_early):
            docs[too_early] += 1
            too_early = too_early[self.token_first[docs[too_early] + 1] <= places[too_early]]
        return docs

    @lazy_property
    def _doc_of_block(self) -> Array:
        """The paragraph in which each block of places begins, intp."""
        # For each paragraph the first block that begins in it or later.
        blocks = -(-self.token_first >> BLOCK_BITS)
        return np.repeat(np.arange(self.size), blocks[1:] - blocks[:-1])

    def hyphenated(self, hyphens: int) -> tuple[Array, Array]:
        """Return the words of each run that just so many hyphens join, as rows of `words`
        (n, hyphens + 1), and the place of its first.
        """
        places = self.arrays["hyphens"].astype(np.intp)
        follows = np.diff(places, prepend=-2) == 1
        starts = np.flatnonzero(~follows)
        sizes = np.diff(starts, append=len(places))
        first = places[starts[sizes == hyphens]]
        return self.tokens[first[:, None] + np.arange(hyphens + 1)], first

    def tokens_of(self, docs: Array) -> Array:
        """Return the words of `docs` one paragraph after another, as rows of `words`."""
        starts, sizes = self.token_first[docs], self.lengths[docs].astype(np.int64)
        tokens: Array = self.tokens.take(concatenate_ranges(starts, sizes))
        return tokens
