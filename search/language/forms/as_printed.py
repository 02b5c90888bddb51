"""Words that a query asks for as printed: letters in capitals (SEND), numbers with a percent sign.

An index holds words in lower case and without signs. A query has such a word as it is printed,
`SEND` or `10%`, alone or in a phrase, and an engine looks for it in the texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from index.analysis import stem
from search.language.forms.percent_signs import is_signed, without_sign
from search.word_lists import read_word_list


@lru_cache(maxsize=1)
def capital_letters() -> re.Pattern[str]:
    """Return the pattern of the letters in `capitals.txt`, as words: SEND, which is also a word."""
    letters = sorted(read_word_list("search.language.forms", "capitals.txt"))
    return re.compile(rf"(?<!\w)(?:{'|'.join(letters)})(?!\w)")


def is_in_capitals(word: str) -> bool:
    """Return whether a word of a query is letters in capitals: no word of an index has any."""
    return word.isupper() and word.isascii()


def is_as_printed(word: str) -> bool:
    """Return whether a word of a query is one that the index does not tell from others."""
    return is_signed(word) or is_in_capitals(word)


def any_as_printed(words: Iterable[str]) -> bool:
    """Return whether any word of a query is one that the index does not tell from others."""
    return any(map(is_as_printed, words))


def as_indexed(word: str, field: str) -> str:
    """Return a word of a query as a field of the index holds it: `send` for SEND."""
    if is_in_capitals(word):
        return stem(word.lower()) if field == "text" else word.lower()
    return without_sign(word)


def stem_of(word: str) -> str:
    """Return what a word of a query is looked up by in the field `text`: its stem, but letters in
    capitals as they are.
    """
    return word if is_in_capitals(word) else stem(word)
