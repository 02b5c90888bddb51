"""Find the phrases of two to six words that are frequent in a result, and all places that use them.

A phrase is looked for only where its beginning and its end, one word shorter, are frequent enough
too, so that each length looks at fewer places than the one before (a-priori pruning: Agrawal and
Srikant 1994).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from index.segments.arrays import Array
from index.segments.numeric import concatenate_ranges, run_bounds
from search.local.wording.corpus import WordingCorpus
from search.local.wording.keys import extend_keys
from search.local.wording.phrases import PhraseList, UsePlaces, join_phrases

MAX_WORDS = 6
SLOT_BITS = 20  # of a key, by which most places elsewhere are seen to hold none of our phrases
SLOT_SHIFT = np.uint64(64 - SLOT_BITS)
GATHERED_SHARE = 0.2  # of all paragraphs: the places of so few are gathered, not sifted from all
ROW_BITS = 32  # of a sort key, for the row of a place; those above are for the group of its phrase


def find_phrases(corpus: WordingCorpus, inside: Array, outside: Array, least: int) -> PhraseList:
    """Return the phrases that at least `least` reports use in the paragraphs marked `inside`, bool
    (size), with their places there and in those marked `outside`.
    """
    inner = bigram_places(corpus, inside)
    outer = inner
    parts = []
    for size in range(2, MAX_WORDS + 1):
        inner = inner.extend(corpus, size) if size > 2 else inner
        inner, keys, bounds = frequent_phrases(corpus, inner, least)
        table = KeyTable(keys)
        if size > 2:
            outer = outer.extend(corpus, size)
        else:
            outer = bigram_places_in_table(corpus, table, outside)
        rows = table.rows(outer.keys)
        in_table = np.flatnonzero(rows >= 0)
        outer = outer.take(in_table)
        rows_inside = np.repeat(np.arange(len(keys), dtype=np.int32), np.diff(bounds))
        parts.append(
            PhraseList(
                inner.at.take(bounds[:-1]),
                np.full(len(keys), size),
                use_places(corpus, rows_inside, inner.at),
                use_places(corpus, rows.take(in_table), outer.at),
            )
        )
    return join_phrases(parts)


def use_places(corpus: WordingCorpus, rows: Array, at: Array) -> UsePlaces:
    """Return the places where the phrases of some rows begin."""
    return UsePlaces(rows, corpus.doc_of.take(at), at.astype(np.int32))


@dataclass(frozen=True, slots=True)
class PhraseStarts:
    """Where phrases begin in the corpus's tokens, rising, and the key of each, uint64."""

    at: Array
    keys: Array

    def take(self, rows: Array) -> PhraseStarts:
        """Return those of some rows."""
        return PhraseStarts(self.at.take(rows), self.keys.take(rows))

    def extend(self, corpus: WordingCorpus, size: int) -> PhraseStarts:
        """Return those that can be one word longer, `size` words now: where all but the first of
        their words are one of these phrases too, and so within their paragraph.
        """
        begins_phrase = np.zeros(len(corpus.tokens) + 1, bool)
        begins_phrase[self.at] = True
        fitting = self.take(np.flatnonzero(begins_phrase.take(self.at + 1)))
        last = corpus.tokens.take(fitting.at + (size - 1))
        return PhraseStarts(fitting.at, extend_keys(fitting.keys, last))


class KeyTable:
    """The row of each of sorted keys, looked up by a few bits: most others cost one look."""

    def __init__(self, keys: Array) -> None:
        self.keys = keys
        self._row_of_slot = np.full(1 << SLOT_BITS, -1, np.int32)
        self._row_of_slot[slots(keys)] = np.arange(len(keys), dtype=np.int32)

    def candidates(self, keys: Array) -> Array:
        """Return the places in `keys` of those that may be in the table."""
        return np.flatnonzero((self._row_of_slot >= 0).take(slots(keys)))

    def rows(self, keys: Array) -> Array:
        """Return the row of each key, int32, -1 where it is not in the table."""
        rows: Array = self._row_of_slot.take(slots(keys))
        taken = np.flatnonzero(rows >= 0)
        collided = taken[self.keys.take(rows.take(taken)) != keys.take(taken)]
        at = np.minimum(np.searchsorted(self.keys, keys[collided]), len(self.keys) - 1)
        rows[collided] = np.where(self.keys[at] == keys[collided], at, -1) if len(collided) else -1
        return rows


def slots(keys: Array) -> Array:
    """Return the few bits by which a KeyTable looks up each key, int64 (numpy's fastest index)."""
    slot: Array = (keys >> SLOT_SHIFT).view(np.int64)
    return slot


def bigram_places(corpus: WordingCorpus, inside: Array) -> PhraseStarts:
    """Return every place in the paragraphs marked `inside` where two words begin."""
    docs = np.flatnonzero(inside)
    at = concatenate_ranges(corpus.first[docs], corpus.first[docs + 1] - corpus.first[docs])
    at = at[corpus.words_left.take(at) >= 2]
    return PhraseStarts(at, corpus.bigram_keys.take(at))


def bigram_places_in_table(corpus: WordingCorpus, table: KeyTable, outside: Array) -> PhraseStarts:
    """Return the places in the paragraphs marked `outside` that may hold two words of a table."""
    if np.count_nonzero(outside) <= GATHERED_SHARE * len(outside):
        starts = bigram_places(corpus, outside)
        return starts.take(table.candidates(starts.keys))
    at = table.candidates(corpus.bigram_keys)
    at = at[outside.take(corpus.doc_of.take(at))]
    return PhraseStarts(at, corpus.bigram_keys.take(at))


def frequent_phrases(
    corpus: WordingCorpus, starts: PhraseStarts, least: int
) -> tuple[PhraseStarts, Array, Array]:
    """Return the places of the phrases that at least `least` reports use, in the order of their
    keys, those of one key rising; with each key once, and the bounds of its places (keys + 1).
    """
    ordered = starts.take(sort_by_key(starts.keys))
    key, report = ordered.keys, corpus.report_of.take(corpus.doc_of.take(ordered.at))
    bounds = run_bounds(key)
    first, sizes = bounds[:-1], np.diff(bounds)
    new_report = np.append(True, report[1:] != report[:-1])[: len(key)]
    new_report[first] = True
    using = np.add.reduceat(new_report, first, dtype=np.int64) if len(first) else first
    is_frequent = using >= least
    rows = np.flatnonzero(np.repeat(is_frequent, sizes))
    bounds = np.append(0, np.cumsum(sizes[is_frequent]))
    return ordered.take(rows), key[first][is_frequent], bounds


def sort_by_key(keys: Array) -> Array:
    """Return the rows of `keys` sorted by key, those of one key rising.

    By two unstable sorts: numpy has vector instructions for those, and a stable one takes three
    times as long.
    """
    order = np.argsort(keys)
    ordered = keys.take(order)
    group = np.cumsum(ordered[1:] != ordered[:-1])
    order[1:] |= group << ROW_BITS
    order.sort()
    order &= (1 << ROW_BITS) - 1
    return order
