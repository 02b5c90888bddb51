"""Find words as printed: by the index in lower case and without signs, then in the texts."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from index.analysis import split, stem
from index.segments.arrays import Array
from index.snapshot import Snapshot
from search.language.forms.as_printed import as_indexed, is_in_capitals
from search.language.forms.percent_signs import is_signed, sign_end, signed_digit, with_signs
from search.local.query_context import QueryContext
from search.local.texts.counting import counted_postings


def printed_postings(
    context: QueryContext, field: str, words: Sequence[str], slop: int = 1
) -> tuple[Array, Array]:
    """Return the paragraphs with words in order, of which some are as printed, intp rising, and how
    often they occur in each. Raise TooLong.
    """
    indexed = [as_indexed(word, field) for word in words]
    snapshot = context.snapshot
    if len(indexed) == 1:
        docs, _ = snapshot.postings(field, indexed[0])
    else:
        docs, _ = snapshot.phrase(field, indexed, slop)
    return counted_postings(context, docs, lambda text: count_printed(text, field, words, slop))


def count_printed(text: str, field: str, words: Sequence[str], slop: int) -> int:
    """Return how often words occur in a text in order, each at most `slop` places after the one
    before; counted by the place of the last.
    """
    if not all(may_have(text, word) for word in words):
        return 0
    if len(words) == 1 and is_in_capitals(words[0]):
        alone = len(standing_alone(words[0]).findall(text))
        if alone == text.count(words[0]):  # as nearly always: no need to part the text into words
            return alone
    printed, edges = split(text)
    ends: list[int] = []
    for number, word in enumerate(words):
        source = words_like(word, field, text, printed, edges)
        places = [place for place, other in enumerate(source) if other == word]
        ends = [place for place in places if is_near(ends, place, slop)] if number else places
    return len(ends)


@lru_cache(maxsize=256)
def standing_alone(letters: str) -> re.Pattern[str]:
    """Return the pattern of letters in capitals with nothing beside them that could be of their
    word: spaces, brackets, hyphens, the end of a sentence.
    """
    return re.compile(rf"(?<![^\s(/-]){letters}(?!\.\S|[^\s)/,;:.-])")


def may_have(text: str, word: str) -> bool:
    """Return whether a text may have a word as printed: most have its letters in lower case, or its
    number without a sign, and need not be parted into words.
    """
    if is_in_capitals(word):
        return word in text
    return not is_signed(word) or bool(signed_digit(word).search(text))


def words_like(
    word: str, field: str, text: str, printed: Sequence[str], edges: Sequence[int]
) -> Sequence[str]:
    """Return the words of a text as a query has one such as `word`: with their percent signs, in
    capitals as they stand between their `edges`, or as a field has the `printed` words.
    """
    if is_in_capitals(word):
        return [text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=False)]
    if is_signed(word):
        return with_signs(text, printed, edges[1::2])
    return list(map(stem, printed)) if field == "text" else printed


def is_printed_at(snapshot: Snapshot, docs: Array, firsts: Array, words: Sequence[str]) -> Array:
    """Return of each of some occurrences of `words` whether the text has those as printed that are
    asked for so, bool: in the paragraph `docs`, from its word number `firsts` on.
    """
    is_printed = np.zeros(len(docs), bool)
    for row, (doc, first) in enumerate(zip(docs.tolist(), firsts.tolist(), strict=True)):
        text = snapshot.text(doc)
        if all(may_have(text, word) for word in words):
            printed, edges = split(text)
            is_printed[row] = all(
                has_printed(text, printed[place], edges[2 * place], edges[2 * place + 1], word)
                for place, word in enumerate(words, first)
            )
    return is_printed


def has_printed(text: str, printed: str, start: int, end: int, word: str) -> bool:
    """Return whether the word of a text from `start` to `end` is printed as a word of a query."""
    if is_in_capitals(word):
        return text[start:end] == word
    return not is_signed(word) or sign_end(text, printed, end) > end


def is_near(ends: Sequence[int], place: int, slop: int) -> bool:
    """Return whether any of some rising places is before a place, at most `slop` from it."""
    before = bisect_right(ends, place - 1)
    return before > 0 and place - ends[before - 1] <= slop
