"""Percent signs: no words themselves, but part of the number that they stand after: `10%`.

A query asks for a number with its sign as the word `10%`, alone or in a phrase. An index holds the
number only, so an engine looks the sign up in the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from corpus.characters import INVISIBLE

SIGN = "%"
FULL_WIDTH_OFFSET = 0xFEE0  # from a digit to the same one as wide as a Chinese character
PRINTED_SIGNS = re.compile("[%％﹪٪]")
# As in `10 %`; the spaces are bounded, as a long run of them would be scanned from each number.
SIGN_AFTER = re.compile(rf"[\s{INVISIBLE}]{{0,3}}{PRINTED_SIGNS.pattern}")


def is_signed(word: str) -> bool:
    """Return whether a word of a query is a number with its percent sign."""
    return word.endswith(SIGN)


def without_sign(word: str) -> str:
    """Return a word as the index holds it."""
    return word.removesuffix(SIGN)


@lru_cache(maxsize=256)
def signed_digit(word: str) -> re.Pattern[str]:
    """Return the pattern of the last digit of a number with a percent sign, full-width or not: most
    texts with the number and a sign have them apart, and need not be parted into words.
    """
    digit = without_sign(word)[-1:]
    wide = chr(ord(digit) + FULL_WIDTH_OFFSET) if digit.isascii() and digit.isdigit() else ""
    return re.compile(f"[{re.escape(digit)}{wide}]{SIGN_AFTER.pattern}")


def sign_end(text: str, word: str, end: int) -> int:
    """Return where the percent sign ends that follows a word of a text, which ends at `end`; `end`
    itself where none does, or the word is no number.
    """
    if not (word[0].isdigit() and word[-1].isdigit()):
        return end
    sign = SIGN_AFTER.match(text, end)
    return sign.end() if sign else end


def with_signs(text: str, words: Sequence[str], ends: Sequence[int]) -> list[str]:
    """Return the words of a text, which end at `ends`, each number with the percent sign that
    follows it.
    """
    if not PRINTED_SIGNS.search(text):
        return list(words)
    return [
        word + SIGN if sign_end(text, word, end) > end else word
        for word, end in zip(words, ends, strict=True)
    ]
