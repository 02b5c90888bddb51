"""Find numbers with a percent sign, which is no word: numbers by the index, signs in the texts."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

import numpy as np

from index.analysis import split, stem
from index.segments.arrays import Array
from index.snapshot import Snapshot
from search.language.forms.percent_signs import (
    PRINTED_SIGNS,
    is_signed,
    sign_end,
    signed_digit,
    with_signs,
    without_sign,
)
from search.local.query_context import QueryContext
from search.local.texts.counting import counted_postings


def signed_postings(
    context: QueryContext, field: str, words: Sequence[str], slop: int = 1
) -> tuple[Array, Array]:
    """Return the paragraphs with words in order, of which some are numbers with a percent sign,
    intp rising, and how often they occur in each. Raise TooLong.
    """
    bare = list(map(without_sign, words))
    snapshot = context.snapshot
    if len(bare) == 1:
        docs, _ = snapshot.postings(field, bare[0])
    else:
        docs, _ = snapshot.phrase(field, bare, slop)
    return counted_postings(context, docs, lambda text: count_signed(text, field, words, slop))


def count_signed(text: str, field: str, words: Sequence[str], slop: int) -> int:
    """Return how often words occur in a text in order, each at most `slop` places after the one
    before; counted by the place of the last.
    """
    if not all(signed_digit(word).search(text) for word in words if is_signed(word)):
        return 0
    printed, edges = split(text)
    signed = with_signs(text, printed, edges[1::2])
    bare = list(map(stem, printed)) if field == "text" else printed
    ends: list[int] = []
    for number, word in enumerate(words):
        source = signed if is_signed(word) else bare
        places = [place for place, other in enumerate(source) if other == word]
        ends = [place for place in places if is_near(ends, place, slop)] if number else places
    return len(ends)


def has_signs_at(snapshot: Snapshot, docs: Array, firsts: Array, words: Sequence[str]) -> Array:
    """Return of each of some occurrences of `words` whether the text has their percent signs, bool:
    in the paragraph `docs`, from its word number `firsts` on.
    """
    has_signs = np.zeros(len(docs), bool)
    signed = [number for number, word in enumerate(words) if is_signed(word)]
    for row, (doc, first) in enumerate(zip(docs.tolist(), firsts.tolist(), strict=True)):
        text = snapshot.text(doc)
        if PRINTED_SIGNS.search(text):
            printed, edges = split(text)
            ends = edges[1::2]
            has_signs[row] = all(
                sign_end(text, printed[first + number], ends[first + number]) > ends[first + number]
                for number in signed
            )
    return has_signs


def is_near(ends: Sequence[int], place: int, slop: int) -> bool:
    """Return whether any of some rising places is before a place, at most `slop` from it."""
    before = bisect_right(ends, place - 1)
    return before > 0 and place - ends[before - 1] <= slop
