"""Where words stand one after another: phrases, exact or with gaps, in one segment."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from index.arrays import Array
from index.leaf import Leaf, Postings, counted

NONE = np.zeros(0, np.int32)


def phrase(leaf: Leaf, field: str, words: Sequence[str], slop: int = 1) -> Postings:
    """Returns the paragraphs with `words` in order, int32 rising, and how often in each.

    Each word stands at most `slop` words after the one before it, as in Whoosh's Phrase: 1 is
    right after. An occurrence is counted by the place of its last word.
    """
    return counted(leaf.docs_of(ends(leaf, field, words, slop)))


def ends(leaf: Leaf, field: str, words: Sequence[str], slop: int = 1) -> Array:
    """Returns the places of the last word of each occurrence of a phrase, rising."""
    rows = [leaf.row(field, word) for word in words]
    if not rows or None in rows:
        return NONE
    known = [row for row in rows if row is not None]
    return adjacent(leaf, field, known) if slop == 1 else near(leaf, field, known, slop)


def adjacent(leaf: Leaf, field: str, rows: Sequence[int]) -> Array:
    """Returns the last places of the words `rows` standing one right after another.

    Only the rarest word's places are read; the others are looked for beside them.
    """
    rarest, *others = sorted(range(len(rows)), key=lambda at: leaf.times(field, rows[at]))
    starts = leaf.places(field, rows[rarest]).astype(np.int64) - rarest
    starts = starts[(starts >= 0) & (starts + len(rows) <= len(leaf.tokens))]
    for at in others:
        starts = starts[standing(leaf, field, starts + at, rows[at])]
    last = starts + len(rows) - 1
    whole: Array = last[leaf.docs_of(starts) == leaf.docs_of(last)]
    return whole


def standing(leaf: Leaf, field: str, places: Array, row: int) -> Array:
    """Returns which of `places` hold the word `row`, bool."""
    tokens = leaf.tokens[places]
    return (tokens if field == "exact" else leaf.arrays["stem.of"][tokens]) == row  # type: ignore[no-any-return]


def near(leaf: Leaf, field: str, rows: Sequence[int], slop: int) -> Array:
    """Returns the last places of the words `rows`, each within `slop` of the one before."""
    found = leaf.places(field, rows[0]).astype(np.int64)
    for row in rows[1:]:
        found = followers(leaf, found, leaf.places(field, row).astype(np.int64), slop)
    return found


def followers(leaf: Leaf, before: Array, places: Array, slop: int) -> Array:
    """Returns those `places` that have one of `before` at most `slop` earlier, same paragraph."""
    at = np.searchsorted(before, places) - 1
    places, at = places[at >= 0], at[at >= 0]
    close = places - before[at] <= slop
    places, earlier = places[close], before[at[close]]
    together: Array = places[leaf.docs_of(places) == leaf.docs_of(earlier)]
    return together
