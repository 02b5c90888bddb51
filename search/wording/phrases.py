"""Phrases of two to five words and the reports that use them, in and out of a set of paragraphs.

A phrase is counted only where its beginning, one word shorter, is frequent enough too, so that
each length looks at fewer places than the one before (Agrawal and Srikant 1994).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from index.arrays import Array
from search.wording.ground import Ground

LONGEST = 5
BITS = 22  # of a key, by which most places elsewhere are told to hold no phrase of ours
MIX = np.uint64(0x9E3779B97F4A7C15)  # the golden ratio in 64 bits, odd: multiplying mixes keys


@dataclass(frozen=True, slots=True)
class Counts:
    """Phrases by row: reports `here` and `there` that use each; `example` is the place of its
    first word somewhere here, `sizes` its words.
    """

    floor: Ground
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


def counted(floor: Ground, here: Array, least: int) -> Counts:
    """Return the phrases that at least `least` reports use in the paragraphs marked `here`."""
    inside = np.flatnonzero(here[floor.doc_of])
    outside = np.flatnonzero((floor.own & ~here)[floor.doc_of])
    mine, theirs = Places(inside, keys(floor, inside)), Places(outside, keys(floor, outside))
    parts = []
    for size in range(2, LONGEST + 1):
        mine, theirs = mine.longer(floor, size), theirs.longer(floor, size)
        known, using, mine = frequent(floor, mine, least)
        theirs = theirs.among(known)
        parts.append((size, known, mine, using, reports(floor, known, theirs)))
    return joined(floor, parts)


@dataclass(frozen=True, slots=True)
class Places:
    """Where phrases begin, and the key of each, uint64."""

    at: Array
    keys: Array

    def longer(self, floor: Ground, size: int) -> Places:
        """Return those that can be one word longer within their paragraph, `size` words now."""
        last = self.at + size - 1
        fits = last < len(floor.tokens)
        fits[fits] = floor.doc_of[last[fits]] == floor.doc_of[self.at[fits]]
        at = self.at[fits]
        return Places(at, mixed(self.keys[fits], floor.tokens[at + size - 1]))

    def among(self, known: Array) -> Places:
        """Return those with a key of sorted `known`; most others are told by a few bits."""
        table = np.zeros(1 << BITS, bool)
        shift = np.uint64(64 - BITS)
        table[known >> shift] = True
        maybe = np.flatnonzero(table[self.keys >> shift])
        near = self.keys[maybe]
        row = np.searchsorted(known, near)
        found = maybe[known[np.minimum(row, len(known) - 1)] == near] if len(known) else maybe[:0]
        return Places(self.at[found], self.keys[found])


def keys(floor: Ground, places: Array) -> Array:
    """Return the keys of single words."""
    return mixed(np.zeros(len(places), np.uint64), floor.tokens[places])


def mixed(before: Array, tokens: Array) -> Array:
    """Return the keys of phrases with one more word, uint64; they wrap around."""
    found: Array = (before ^ (tokens.astype(np.uint64) + np.uint64(1))) * MIX
    found ^= found >> np.uint64(29)
    return found


def frequent(floor: Ground, places: Places, least: int) -> tuple[Array, Array, Places]:
    """Return the sorted keys that at least `least` reports have, how many do, and their places."""
    order = np.lexsort((places.at, places.keys))
    at, key = places.at[order], places.keys[order]
    report = floor.report_of[floor.doc_of[at]]
    new_key = np.append(True, key[1:] != key[:-1])[: len(key)]
    new = new_key | np.append(True, report[1:] != report[:-1])[: len(key)]
    starts = np.flatnonzero(new_key)
    using = np.add.reduceat(new, starts, dtype=np.int64) if len(starts) else starts
    enough = using >= least
    kept = np.repeat(enough, np.diff(starts, append=len(key)))
    return key[starts][enough], using[enough], Places(at[kept], key[kept])


def reports(floor: Ground, known: Array, places: Places) -> Array:
    """Return how many reports have each of the sorted keys `known`, int64."""
    used = np.zeros((len(known), floor.reports), bool)
    used[np.searchsorted(known, places.keys), floor.report_of[floor.doc_of[places.at]]] = True
    found: Array = used.sum(axis=1)
    return found


def joined(floor: Ground, parts: list[tuple[int, Array, Places, Array, Array]]) -> Counts:
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
