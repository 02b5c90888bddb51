"""Phrases of two to five words and the reports that use them, in and out of a set of paragraphs.

A phrase is counted only where its beginning and its end, one word shorter, are frequent enough too,
so that each length looks at fewer places than the one before (Agrawal and Srikant 1994).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from index.segments.arrays import Array
from index.segments.numeric import concatenate_ranges
from search.local.wording_corpus import WordingCorpus

LONGEST = 5
BITS = 20  # of a key, by which most places elsewhere are told to hold no phrase of ours
SHIFT = np.uint64(64 - BITS)
ROWS = 32  # bits for the row of a place; those above are for the group of its key
NONE = np.uint64(2**64 - 1)
MIX = np.uint64(0x9E3779B97F4A7C15)  # the golden ratio in 64 bits, odd: multiplying mixes keys


@dataclass(frozen=True, slots=True)
class Counts:
    """Phrases by row: reports `here` and `there` that use each; `example` is the place of its
    first word somewhere here, `sizes` its words.
    """

    floor: WordingCorpus
    here: Array
    there: Array
    example: Array
    sizes: Array
    places: Array
    starts: Array

    def words(self, row: int) -> list[int]:
        """Return the words of a phrase as rows of the vocabulary."""
        start = int(self.example[row])
        return self.floor.tokens[start : start + int(self.sizes[row])].tolist()  # type: ignore[no-any-return]

    def docs(self, row: int) -> Array:
        """Return the paragraphs here that use a phrase, one for each occurrence."""
        return self.floor.doc_of[self.places[self.starts[row] : self.starts[row + 1]]]


def counted(floor: WordingCorpus, here: Array, least: int) -> Counts:
    """Return the phrases that at least `least` reports use in the paragraphs marked `here`."""
    there = floor.own & ~here
    mine = begun(floor, here)
    theirs = mine
    parts = []
    for size in range(2, LONGEST + 1):
        mine = mine.longer(floor, size) if size > 2 else mine
        known, using, mine = frequent(floor, mine, least)
        table = Table(known)
        theirs = theirs.longer(floor, size) if size > 2 else begun_with(floor, table, there)
        rows = table.rows(theirs.keys)
        held = np.flatnonzero(rows >= 0)
        theirs, rows = theirs.take(held), rows.take(held)
        parts.append((size, known, mine, using, reports(floor, theirs, rows, len(known))))
    return joined(floor, parts)


@dataclass(frozen=True, slots=True)
class Places:
    """Where phrases begin, rising, and the key of each, uint64."""

    at: Array
    keys: Array

    def take(self, rows: Array) -> Places:
        """Return those of some rows."""
        return Places(self.at.take(rows), self.keys.take(rows))

    def longer(self, floor: WordingCorpus, size: int) -> Places:
        """Return those that can be one word longer, `size` words now: where all but the first of
        their words are one of these phrases too, and so within their paragraph.
        """
        held = np.zeros(len(floor.tokens) + 1, bool)
        held[self.at] = True
        fits = self.take(np.flatnonzero(held.take(self.at + 1)))
        return Places(fits.at, mixed(fits.keys, floor.tokens.take(fits.at + (size - 1))))


class Table:
    """The row of each of sorted keys: found by a few bits, so that most others cost one look."""

    def __init__(self, known: Array) -> None:
        self.known = known
        self._row = np.full(1 << BITS, -1, np.int32)
        self._row[slots(known)] = np.arange(len(known), dtype=np.int32)

    def maybe(self, keys: Array) -> Array:
        """Return the places in `keys` of those that may be known."""
        return np.flatnonzero((self._row >= 0).take(slots(keys)))

    def rows(self, keys: Array) -> Array:
        """Return the row of each key, int32, -1 where it is none of those known."""
        rows: Array = self._row.take(slots(keys))
        maybe = np.flatnonzero(rows >= 0)
        wrong = maybe[self.known.take(rows.take(maybe)) != keys.take(maybe)]
        at = np.minimum(np.searchsorted(self.known, keys[wrong]), len(self.known) - 1)
        rows[wrong] = np.where(self.known[at] == keys[wrong], at, -1) if len(wrong) else -1
        return rows


def slots(keys: Array) -> Array:
    """Return the few bits by which a Table finds each key, as numpy looks things up fastest."""
    found: Array = (keys >> SHIFT).view(np.int64)
    return found


def begun(floor: WordingCorpus, here: Array) -> Places:
    """Return every place in the paragraphs marked `here` where two words can stand."""
    docs = np.flatnonzero(here)
    at = concatenate_ranges(floor.first[docs], floor.first[docs + 1] - floor.first[docs])
    at = at[floor.left.take(at) >= 2]
    return Places(at, pairs(floor).take(at))


def begun_with(floor: WordingCorpus, table: Table, there: Array) -> Places:
    """Return the places in the paragraphs marked `there` that may hold two words of a table."""
    keys = pairs(floor)
    at = table.maybe(keys)
    at = at[there.take(floor.doc_of.take(at))]
    return Places(at, keys.take(at))


def pairs(floor: WordingCorpus) -> Array:
    """Return the key of the two words at each place, uint64, made once a snapshot.

    At the last word of a paragraph it is one that no phrase has.
    """
    return floor.remembered("pairs", lambda: two_words(floor.tokens, floor.left))


def two_words(tokens: Array, left: Array) -> Array:
    """Return the key of each word and the one after it, where any is `left`."""
    first = mixed(np.zeros(len(tokens), np.uint64), tokens)
    keys = mixed(first, np.append(tokens[1:], 0)[: len(tokens)])
    keys[left < 2] = NONE
    return keys


def mixed(before: Array, tokens: Array) -> Array:
    """Return the keys of phrases with one more word, uint64; they wrap around."""
    found: Array = (before ^ (tokens.astype(np.uint64) + np.uint64(1))) * MIX
    found ^= found >> np.uint64(29)
    return found


def frequent(floor: WordingCorpus, places: Places, least: int) -> tuple[Array, Array, Places]:
    """Return the sorted keys that at least `least` reports have, how many do, and their places.

    Places come back in the order of their keys, those of one key rising.
    """
    ordered = places.take(by_key(places.keys))
    key, report = ordered.keys, floor.report_of[floor.doc_of[ordered.at]]
    new_key = np.append(True, key[1:] != key[:-1])[: len(key)]
    new = new_key | np.append(True, report[1:] != report[:-1])[: len(key)]
    starts = np.flatnonzero(new_key)
    using = np.add.reduceat(new, starts, dtype=np.int64) if len(starts) else starts
    enough = using >= least
    kept = np.repeat(enough, np.diff(starts, append=len(key)))
    return key[starts][enough], using[enough], ordered.take(np.flatnonzero(kept))


def by_key(keys: Array) -> Array:
    """Return the rows of `keys` sorted by key, those of one key rising.

    Two unstable sorts: numpy has vector instructions for those, and a stable one takes thrice as
    long.
    """
    order = np.argsort(keys)
    ordered = keys.take(order)
    group = np.cumsum(ordered[1:] != ordered[:-1])
    order[1:] |= group << ROWS
    order.sort()
    order &= (1 << ROWS) - 1
    return order


def reports(floor: WordingCorpus, places: Places, rows: Array, size: int) -> Array:
    """Return how many reports have a place of each of `size` rows, int64."""
    used = np.zeros(size * floor.reports, np.uint8)
    report = floor.report_of.take(floor.doc_of.take(places.at))
    used[rows.astype(np.intp) * floor.reports + report] = 1
    found: Array = np.add.reduce(used.reshape(size, floor.reports), axis=1, dtype=np.uint32)
    return found.astype(np.int64)


def joined(floor: WordingCorpus, parts: list[tuple[int, Array, Places, Array, Array]]) -> Counts:
    """Return the phrases of all lengths as one."""
    places = np.concatenate([mine.at for _, _, mine, _, _ in parts])
    starts, example, before = [], [], 0
    for _, known, mine, _, _ in parts:
        first = np.searchsorted(mine.keys, known)
        starts.append(first + before)
        example.append(mine.at[first])
        before += len(mine.at)
    return Counts(
        floor,
        np.concatenate([here for _, _, _, here, _ in parts]),
        np.concatenate([there for _, _, _, _, there in parts]),
        np.concatenate(example),
        np.concatenate([np.full(len(known), size) for size, known, _, _, _ in parts]),
        places,
        np.append(np.concatenate(starts), before),
    )
