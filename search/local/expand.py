"""Which words of the collection a prefix, a pattern, a range or a misspelling stands for."""

from __future__ import annotations

import re
from fnmatch import translate

import numpy as np

from index.segments.strings import Strings
from search.language.edit_distance import are_near

LAST = b"\xff"  # no UTF-8 has this byte: it is after every word that begins the same


def with_prefix(lexicon: Strings, prefix: str) -> range:
    """Return the rows of the words that begin with `prefix`."""
    data = prefix.encode("utf-8", "surrogatepass")
    first = lexicon.first_from(data)
    return range(first, lexicon.first_from(data + LAST, first))


def like(lexicon: Strings, pattern: str) -> list[int]:
    """Return the rows of the words that match a pattern of `*`, `?` and `[...]`."""
    fixed = re.match(r"[^*?\[]*", pattern)
    fits = re.compile(translate(pattern)).match
    rows = with_prefix(lexicon, fixed.group() if fixed else "")
    return [row for row in rows if fits(lexicon[row])]


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


def near(lexicon: Strings, word: str, distance: int, prefix: int) -> list[int]:
    """Return the rows of the words at most `distance` edits from `word`, whose first `prefix`
    letters are the same.
    """
    rows = with_prefix(lexicon, word[:prefix])
    sizes = np.diff(lexicon.ends[rows.start : rows.stop + 1])
    longest = len((word + "\U0010ffff" * distance).encode("utf-8", "surrogatepass"))
    alike = np.flatnonzero((sizes >= len(word) - distance) & (sizes <= longest)) + rows.start
    fits = are_near(word, lexicon.get_many(alike.tolist()), distance)
    return alike[fits].tolist()  # type: ignore[no-any-return]
