"""Expand a prefix, pattern, range or misspelling to the words of a lexicon that it stands for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fnmatch import translate

import numpy as np
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from index.segments.arrays import Array
from index.segments.strings import Strings

AFTER_ALL = b"\xff"  # no UTF-8 has this byte: it sorts behind every continuation of a prefix


def with_prefix(lexicon: Strings, prefix: str) -> range:
    """Return the rows of the words that begin with `prefix`."""
    data = prefix.encode("utf-8", "surrogatepass")
    first = lexicon.first_from(data)
    return range(first, lexicon.first_from(data + AFTER_ALL, first))


def like(lexicon: Strings, pattern: str) -> list[int]:
    """Return the rows of the words that match a pattern of `*`, `?` and `[...]`."""
    literal = re.match(r"[^*?\[]*", pattern)
    matches = re.compile(translate(pattern)).match
    rows = with_prefix(lexicon, literal.group() if literal else "")
    return [row for row in rows if matches(lexicon[row])]


def between(
    lexicon: Strings, start: str | None, end: str | None, startexcl: bool, endexcl: bool
) -> range:
    """Return the rows of the words from `start` to `end`; None is open."""
    low, high = 0, len(lexicon)
    if start is not None:
        data = start.encode("utf-8", "surrogatepass")
        low = lexicon.first_from(data)
        low += startexcl and lexicon.find(start) is not None
    if end is not None:
        high = lexicon.first_from(end.encode("utf-8", "surrogatepass"))
        high += not endexcl and lexicon.find(end) is not None
    return range(low, max(low, high))


def near(lexicon: Strings, word: str, edits: int, prefix: int) -> list[int]:
    """Return the rows of the words within `edits` edits of `word` whose first `prefix` letters are
    the same. The sizes of the words in bytes rule most of them out first.
    """
    rows = with_prefix(lexicon, word[:prefix])
    sizes = np.diff(lexicon.ends[rows.start : rows.stop + 1])
    longest = len((word + "\U0010ffff" * edits).encode("utf-8", "surrogatepass"))
    similar = np.flatnonzero((sizes >= len(word) - edits) & (sizes <= longest)) + rows.start
    is_near = are_near(word, lexicon.get_many(similar.tolist()), edits)
    return similar[is_near].tolist()  # type: ignore[no-any-return]  # numpy's stubs say Any


def are_near(word: str, others: Sequence[str], edits: int) -> Array:
    """Return which of the others are within `edits` edits of a word (optimal string alignment, as
    `search.language.edit_distance`), bool (n).
    """
    distances: Array = cdist([word], others, scorer=OSA.distance, score_cutoff=edits)[0]
    return distances <= edits
