"""Phrase matching in one segment: words next to each other, or with gaps, from word positions.

A place is a position in `tokens`, the words of all paragraphs one after another.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from index.segments.arrays import Array
from index.segments.inverted import InvertedIndex, Postings
from index.segments.numeric import count_runs

NO_PLACES = np.zeros(0, np.intp)


def phrase_postings(
    reader: InvertedIndex, field: str, words: Sequence[str], slop: int = 1
) -> Postings:
    """Return the paragraphs with `words` in order, intp rising, and how often they occur in each.

    Each word stands at most `slop` words after the one before it, as in Whoosh's Phrase: 1 means
    right after it. An occurrence is counted by the place of its last word.
    """
    return count_runs(phrase_occurrences(reader, field, words, slop)[1])


def phrase_ends(reader: InvertedIndex, field: str, words: Sequence[str], slop: int = 1) -> Array:
    """Return the place of the last word of each occurrence of a phrase, rising."""
    return phrase_occurrences(reader, field, words, slop)[0]


def phrase_occurrences(
    reader: InvertedIndex, field: str, words: Sequence[str], slop: int
) -> tuple[Array, Array]:
    """Return the last place of each occurrence of a phrase, rising, and its paragraph."""
    rows = [row for word in words if (row := reader.row(field, word)) is not None]
    if not words or len(rows) < len(words):
        return NO_PLACES, NO_PLACES
    if slop == 1:
        return adjacent_occurrences(reader, field, rows)
    return near_occurrences(reader, field, rows, slop)


def adjacent_occurrences(
    reader: InvertedIndex, field: str, rows: Sequence[int]
) -> tuple[Array, Array]:
    """Return the occurrences of the words `rows` standing one right after another.

    The places of the rarest word are the candidates; the next rarest filters them first.
    """
    frequencies = [reader.occurrences(field, row) for row in rows]
    rarest, *others = sorted(range(len(rows)), key=frequencies.__getitem__)
    starts = reader.places(field, rows[rarest]).astype(np.intp) - rarest
    starts = within_bounds(starts, len(reader.tokens) - len(rows))
    for position in others:
        if not len(starts):
            break
        starts = starts[stands_at(reader, field, starts + position, rows[position]).nonzero()[0]]
    ends = starts + (len(rows) - 1)
    docs = reader.docs_of(ends)
    same_paragraph = (reader.token_first[docs] <= starts).nonzero()[0]
    return ends[same_paragraph], docs[same_paragraph]


def within_bounds(starts: Array, last: int) -> Array:
    """Return those of the rising `starts` that are from 0 to `last`."""
    if not len(starts) or (starts[0] >= 0 and starts[-1] <= last):
        return starts
    return starts[(starts >= 0) & (starts <= last)]


def stands_at(reader: InvertedIndex, field: str, places: Array, row: int) -> Array:
    """Return for each of `places` whether the word `row` stands there, bool."""
    tokens = reader.tokens[places]
    matches: Array = (tokens if field == "exact" else reader.arrays["stem.of"][tokens]) == row
    return matches


def near_occurrences(
    reader: InvertedIndex, field: str, rows: Sequence[int], slop: int
) -> tuple[Array, Array]:
    """Return the occurrences of the words `rows`, each at most `slop` after the one before it."""
    ends = reader.places(field, rows[0]).astype(np.int64)
    for row in rows[1:]:
        if not len(ends):
            break
        ends = following_places(reader, ends, reader.places(field, row).astype(np.int64), slop)
    return ends, reader.docs_of(ends)


def following_places(reader: InvertedIndex, before: Array, places: Array, slop: int) -> Array:
    """Return those `places` with one of `before` at most `slop` earlier in the same paragraph."""
    nearest = np.searchsorted(before, places) - 1
    places, nearest = places[nearest >= 0], nearest[nearest >= 0]
    close = places - before[nearest] <= slop
    places, earlier = places[close], before[nearest[close]]
    following: Array = places[reader.docs_of(places) == reader.docs_of(earlier)]
    return following
