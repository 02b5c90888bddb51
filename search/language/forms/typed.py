"""Which words of a query are typed as one, by the signs between them."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.characters import EN_DASH, HYPHENS, INVISIBLES

JOINING_SIGNS = frozenset(["-", EN_DASH, *HYPHENS, ".", "&", ""])  # "" stands before `16+`'s plus
JOINING_DIGITS = frozenset("/:")  # 24/7

TypedWord = tuple[str, str, int, int]
"""A word's letters, its stem, and where it starts and ends in the query."""


def joined_size(text: str, typed: Sequence[TypedWord], at: int) -> int:
    """Return how many typed words from a place on are joined by hyphens and the like."""
    end = at + 1
    while end < len(typed) and is_join(text, typed[end - 1], typed[end]):
        end += 1
    return end - at


def is_join(text: str, before: TypedWord, after: TypedWord) -> bool:
    """Return whether the sign between two typed words makes them one."""
    sign = INVISIBLES.sub("", text[before[3] : after[2]])
    if sign in JOINING_DIGITS:
        return before[0].isdigit() and after[0].isdigit()
    return sign in JOINING_SIGNS


def gap_after(text: str, typed: Sequence[TypedWord], at: int) -> str:
    """Return what stands between the typed word at a place and the next, without spaces; a comma
    where there is no next word.
    """
    return text[typed[at][3] : typed[at + 1][2]].strip() if at + 1 < len(typed) else ","
