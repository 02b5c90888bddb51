"""Lists of phrases with every place that uses them, and how often each source does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from index.segments.arrays import Array

MAX_CELLS = 8_000_000  # of a table of phrases by sources: 64 MB; a larger one is counted in parts


@dataclass(frozen=True, slots=True)
class Uses:
    """How often each phrase of a list is used, int64: `total` times, by so many `sources`, and
    `squares` is the sum of the squared uses of each source.
    """

    total: Array
    squares: Array
    sources: Array


@dataclass(frozen=True, slots=True)
class UsePlaces:
    """Places that use phrases, as parallel arrays of int32: the row of the phrase in its list, the
    paragraph, and the place of the first word in the corpus. Those of one phrase rise.
    """

    rows: Array
    docs: Array
    at: Array

    def choose(self, new_rows: Array) -> UsePlaces:
        """Return the places of some phrases under new rows; `new_rows` has that of each row, -1 for
        those that are left out.
        """
        rows = new_rows.take(self.rows)
        kept = np.flatnonzero(rows >= 0)
        return UsePlaces(rows.take(kept), self.docs.take(kept), self.at.take(kept))

    def within(self, marked: Array) -> UsePlaces:
        """Return the places in the paragraphs that are `marked`, bool."""
        kept = np.flatnonzero(marked.take(self.docs))
        return UsePlaces(self.rows.take(kept), self.docs.take(kept), self.at.take(kept))

    def totals(self, size: int) -> Array:
        """Return how often each of `size` phrases is used, int64."""
        return np.bincount(self.rows, minlength=size)

    def count(self, source_of: Array, size: int) -> Uses:
        """Return how often each of `size` phrases is used; `source_of` is the number of the source
        of each paragraph.
        """
        sources = source_of.take(self.docs)
        squares, using = np.zeros(size, np.int64), np.zeros(size, np.int64)
        source_count = int(sources.max(initial=-1)) + 1
        width = max(1, MAX_CELLS // max(size, 1))
        for first in range(0, source_count, width):
            table = self._count_cells(sources - first, min(width, source_count - first), size)
            squares += np.einsum("ij,ij->i", table, table)
            using += np.count_nonzero(table, axis=1)
        return Uses(self.totals(size), squares, using)

    def _count_cells(self, sources: Array, columns: int, size: int) -> Array:
        """Return how often each source below `columns` uses each phrase, int64 (size, columns)."""
        kept = np.flatnonzero((sources >= 0) & (sources < columns))
        cells = self.rows.take(kept) * np.intp(columns) + sources.take(kept)
        return np.bincount(cells, minlength=size * columns).reshape(size, columns)

    def example_docs(self, size: int, most: int) -> list[list[int]]:
        """Return for each of `size` phrases the paragraphs of up to `most` of its places, from the
        first to the last at equal steps.
        """
        docs = self.docs.take(np.argsort(self.rows, kind="stable"))
        totals = self.totals(size)
        counts = np.minimum(totals, most)
        starts, firsts = np.cumsum(totals) - totals, np.cumsum(counts) - counts
        steps = np.arange(counts.sum()) - np.repeat(firsts, counts)
        places = np.repeat(starts, counts) + steps * np.repeat(totals, counts) // np.repeat(
            counts, counts
        )
        examples = docs.take(places).tolist()
        return [
            examples[first : first + count]
            for first, count in zip(firsts.tolist(), counts.tolist(), strict=True)
        ]


@dataclass(frozen=True, slots=True)
class PhraseList:
    """Phrases by row. `examples` is the place of a phrase's first word, somewhere inside a result,
    and `sizes` its number of words; they are used at the places `inside` it and `outside`.
    """

    examples: Array
    sizes: Array
    inside: UsePlaces
    outside: UsePlaces

    def __len__(self) -> int:
        return len(self.sizes)

    def take(self, rows: Array) -> PhraseList:
        """Return the phrases of some rows, in their order."""
        new_rows = np.full(len(self), -1, np.int32)
        new_rows[rows] = np.arange(len(rows))
        return PhraseList(
            self.examples.take(rows),
            self.sizes.take(rows),
            self.inside.choose(new_rows),
            self.outside.choose(new_rows),
        )

    def texts(self, tokens: Array, words: Sequence[str]) -> list[str]:
        """Return the words of each phrase: `tokens` are places in `words`."""
        spans = zip(self.examples.tolist(), self.sizes.tolist(), strict=True)
        return [
            " ".join([words[token] for token in tokens[start : start + size].tolist()])
            for start, size in spans
        ]


def join_phrases(parts: Sequence[PhraseList]) -> PhraseList:
    """Return several lists of phrases as one."""
    before = np.cumsum([0, *map(len, parts[:-1])]).tolist()
    return PhraseList(
        np.concatenate([part.examples for part in parts]),
        np.concatenate([part.sizes for part in parts]),
        join_places([part.inside for part in parts], before),
        join_places([part.outside for part in parts], before),
    )


def join_places(parts: Sequence[UsePlaces], before: Sequence[int]) -> UsePlaces:
    """Return the places of several lists as one; so many phrases are `before` each list."""
    rows = [part.rows + np.int32(count) for part, count in zip(parts, before, strict=True)]
    return UsePlaces(
        np.concatenate(rows),
        np.concatenate([part.docs for part in parts]),
        np.concatenate([part.at for part in parts]),
    )
