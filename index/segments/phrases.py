"""Where words stand one after another: phrases, exact or with gaps, in one segment."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from index.segments.arrays import Array
from index.segments.reader import Postings, SegmentReader, counted

NONE = np.zeros(0, np.intp)


def phrase(reader: SegmentReader, field: str, words: Sequence[str], slop: int = 1) -> Postings:
    """Returns the paragraphs with `words` in order, intp rising, and how often in each.

    Each word stands at most `slop` words after the one before it, as in Whoosh's Phrase: 1 is
    right after. An occurrence is counted by the place of its last word.
    """
    return counted(occurrences(reader, field, words, slop)[1])


def ends(reader: SegmentReader, field: str, words: Sequence[str], slop: int = 1) -> Array:
    """Returns the places of the last word of each occurrence of a phrase, rising."""
    return occurrences(reader, field, words, slop)[0]


def occurrences(
    reader: SegmentReader, field: str, words: Sequence[str], slop: int
) -> tuple[Array, Array]:
    """Returns the last place of each occurrence of a phrase, rising, and its paragraph."""
    rows = [reader.row(field, word) for word in words]
    known = [row for row in rows if row is not None]
    if not words or len(known) < len(rows):
        return NONE, NONE
    return adjacent(reader, field, known) if slop == 1 else near(reader, field, known, slop)


def adjacent(reader: SegmentReader, field: str, rows: Sequence[int]) -> tuple[Array, Array]:
    """Returns the last places of the words `rows` standing one right after another, and their
    paragraphs.

    The places of the rarest word lead; beside them, rare words are looked for first.
    """
    sizes = [reader.occurrences(field, row) for row in rows]
    rarest, *others = sorted(range(len(rows)), key=sizes.__getitem__)
    starts = reader.places(field, rows[rarest]).astype(np.intp) - rarest
    starts = inside(starts, len(reader.tokens) - len(rows))
    for at in others:
        starts = starts[standing(reader, field, starts + at, rows[at]).nonzero()[0]]
    last = starts + (len(rows) - 1)
    docs = reader.docs_of(last)
    whole = (reader.token_first[docs] <= starts).nonzero()[0]
    return last[whole], docs[whole]


def inside(starts: Array, last: int) -> Array:
    """Returns those of rising `starts` that are from 0 to `last`."""
    if not len(starts) or (starts[0] >= 0 and starts[-1] <= last):
        return starts
    return starts[(starts >= 0) & (starts <= last)]


def standing(reader: SegmentReader, field: str, places: Array, row: int) -> Array:
    """Returns which of `places` hold the word `row`, bool."""
    tokens = reader.tokens[places]
    return (tokens if field == "exact" else reader.arrays["stem.of"][tokens]) == row  # type: ignore[no-any-return]


def near(reader: SegmentReader, field: str, rows: Sequence[int], slop: int) -> tuple[Array, Array]:
    """Returns the last places of the words `rows`, each within `slop` of the one before, and
    their paragraphs.
    """
    found = reader.places(field, rows[0]).astype(np.int64)
    for row in rows[1:]:
        found = followers(reader, found, reader.places(field, row).astype(np.int64), slop)
    return found, reader.docs_of(found)


def followers(reader: SegmentReader, before: Array, places: Array, slop: int) -> Array:
    """Returns those `places` that have one of `before` at most `slop` earlier, same paragraph."""
    at = np.searchsorted(before, places) - 1
    places, at = places[at >= 0], at[at >= 0]
    close = places - before[at] <= slop
    places, earlier = places[close], before[at[close]]
    together: Array = places[reader.docs_of(places) == reader.docs_of(earlier)]
    return together
