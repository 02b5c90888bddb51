"""The letters that a wording begins with in each of its spellings, by which it is found."""

from __future__ import annotations

import re
from functools import lru_cache

from index.analysis import IRREGULAR_FORMS
from search.language.forms.numbers import may_begin

FIRST_LETTERS = re.compile(r"([A-Za-z]+)(?![A-Za-z0-9])")
SHORT_BEGINNING, LONG_BEGINNING = 1, 3  # letters
# A stem begins with the first three letters of its word, unless it is that of an irregular word, or
# an ending leaves fewer of them: one of these, of a word of so many letters at most.
CUT_WORDS = {
    **{"y": 3, "s": 6, "ly": 4, "li": 4, "ed": 6, "ing": 7, "edly": 8, "ingly": 9},
    **{"ful": 6, "fully": 8, "ness": 7},
}
IRREGULAR_WORDS = frozenset(" ".join(IRREGULAR_FORMS.values()).split())
ANY_BEGINNING = ""
MAX_CACHED_WORDS = 1 << 11


def beginning_of(text: str) -> str:
    """Return the letters, in lower case, that the first key of a wording begins with in each of its
    spellings: three, or the one that is sure. ANY_BEGINNING where the spellings begin differently,
    as `two` and `2`.
    """
    return beginning_of_word(text.split(" ", 1)[0])


@lru_cache(maxsize=MAX_CACHED_WORDS)
def beginning_of_word(typed: str) -> str:
    """Return the same of a first word with what is joined to it."""
    match = FIRST_LETTERS.match(typed)
    word = match[1].lower() if match else ""
    if not word or not typed.isascii() or may_begin(word):
        return ANY_BEGINNING
    is_short = len(word) < min(LONG_BEGINNING, len(typed))  # e-safety, which is also esafety
    is_cut = any(word.endswith(end) and len(word) <= size for end, size in CUT_WORDS.items())
    is_sure = not (is_short or is_cut or word in IRREGULAR_WORDS)
    return word[: LONG_BEGINNING if is_sure else SHORT_BEGINNING]


def beginnings_of_key(key: str) -> tuple[str, str]:
    """Return the beginnings that the wordings may have which begin with a key."""
    return key[:SHORT_BEGINNING].lower(), key[:LONG_BEGINNING].lower()
