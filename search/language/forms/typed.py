"""Which words of a query are typed as one, by the signs between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from corpus.characters import EN_DASH, HYPHENS, INVISIBLES
from index.analysis import split, stem
from search.language.forms.as_printed import capital_letters
from search.language.forms.numbers import NAMES_OF
from search.language.forms.percent_signs import PRINTED_SIGNS, SIGN, sign_end

JOINING_SIGNS = frozenset(["-", EN_DASH, *HYPHENS, ".", "&", ""])  # "" stands before `16+`'s plus
SECTION_SIGN = "§"
SECTION_BEFORE = re.compile(rf"{SECTION_SIGN}\s{{0,3}}\Z")
JOINING_DIGITS = frozenset("/:")  # 24/7

MAX_JOINED = 16
"""Words that are typed as one, of more that are joined: each place in a longer run is one's
beginning, and would be followed to its end.
"""

TypedWord = tuple[str, str, int, int]
"""A word's letters, its stem, and where it starts and ends in the query; of a number with its
percent sign, if any. Letters that are also a word, as SEND, are so in capitals, as their stem too.
"""


def typed_words(text: str, start: int = 0, end: int | None = None) -> list[TypedWord]:
    """Return the words of a query from one place up to another, with their places in it."""
    words, edges = split(text[start:end])
    if start:
        edges = [edge + start for edge in edges]
    typed = list(zip(words, map(stem, words), edges[::2], edges[1::2], strict=False))
    if capital_letters().search(text):
        typed = [with_capitals(text, word) for word in typed]
    return [with_sign(text, word) for word in typed] if PRINTED_SIGNS.search(text) else typed


def with_capitals(text: str, typed: TypedWord) -> TypedWord:
    """Return a typed word in capitals, if it is letters that are also a word and typed so."""
    _, _, start, end = typed
    letters = text[start:end]
    return (letters, letters, start, end) if capital_letters().fullmatch(letters) else typed


def with_sign(text: str, typed: TypedWord) -> TypedWord:
    """Return a typed word with the percent sign that follows it, if it is a number."""
    word, _, start, end = typed
    after = sign_end(text, word, end)
    return (word + SIGN, word + SIGN, start, after) if after > end else typed


def with_section_signs(text: str, typed: Sequence[TypedWord]) -> list[TypedWord]:
    """Return typed words with `§47` and `§ 47` as the word `s47`, for which it stands."""
    if SECTION_SIGN not in text:
        return list(typed)
    return [after_section_sign(text, word) for word in typed]


def after_section_sign(text: str, typed: TypedWord) -> TypedWord:
    """Return a typed word as a section's number where the sign of one stands before it."""
    word, _, start, end = typed
    sign = SECTION_BEFORE.search(text, 0, start) if word[0].isdigit() else None
    return (f"s{word}", stem(f"s{word}"), sign.start(), end) if sign else typed


def joined_size(text: str, typed: Sequence[TypedWord], at: int) -> int:
    """Return how many typed words from a place on are joined by hyphens and the like, at most
    MAX_JOINED.
    """
    end, stop = at + 1, min(len(typed), at + MAX_JOINED)
    while end < stop and is_join(text, typed[end - 1], typed[end]):
        end += 1
    return end - at


def is_join(text: str, before: TypedWord, after: TypedWord) -> bool:
    """Return whether the sign between two typed words makes them one."""
    sign = text[before[3] : after[2]]
    if sign == " ":  # as nearly all are
        return False
    sign = INVISIBLES.sub("", sign)
    if sign in JOINING_DIGITS:
        return before[0].isdigit() and after[0].isdigit()
    return sign in JOINING_SIGNS


def every_words_beside(
    text: str, typed: Sequence[TypedWord], most: int
) -> list[tuple[int, tuple[str, ...]]]:
    """Return for each typed word what `words_beside` does."""
    if all(text[before[3] : after[2]] == " " for before, after in pairwise(typed)):
        words = tuple([word for word, *_ in typed])  # with nothing but spaces between, as usual
        return [(1, words[at : at + most]) for at in range(len(words))]
    return [words_beside(text, typed, at, most) for at in range(len(typed))]


def words_on(text: str, typed: Sequence[TypedWord], at: int, most: int) -> tuple[str, ...]:
    """Return the words from a place on, `most` of them, up to a sign that parts them: not a hyphen
    or the like, or spaces.
    """
    end, stop = at + 1, min(len(typed), at + most)
    while end < stop and (
        is_join(text, typed[end - 1], typed[end])
        or not text[typed[end - 1][3] : typed[end][2]].strip()
    ):
        end += 1
    return tuple([word for word, *_ in typed[at:end]])


def words_beside(
    text: str, typed: Sequence[TypedWord], at: int, most: int
) -> tuple[int, tuple[str, ...]]:
    """Return how many words from a place on are typed as one, and these; where it is 1, with the
    words after it, `most` in all, that stand apart with nothing but spaces between.
    """
    joined = joined_size(text, typed, at)
    if joined > 1:
        return joined, tuple([word for word, *_ in typed[at : at + joined]])
    words = [typed[at][0]]
    for place in range(at + 1, min(at + most, len(typed))):
        gap = text[typed[place - 1][3] : typed[place][2]]
        gap = "" if gap == " " else gap.strip()
        is_beside = not gap or (gap == "." and typed[place - 1][0] in NAMES_OF)  # sec. 47
        if not is_beside or joined_size(text, typed, place) > 1:
            break
        words.append(typed[place][0])
    return 1, tuple(words)
