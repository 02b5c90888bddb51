"""Text to words, one way for indexing, querying and highlighting."""

from __future__ import annotations

import re
from functools import lru_cache

from nltk.stem.snowball import SnowballStemmer

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_STEMMER = SnowballStemmer("english")


def words(text: str) -> list[tuple[str, int, int]]:
    """Return each word of the text in lower case, with the span of its characters."""
    return [(found[0].lower().replace("’", "'"), *found.span()) for found in _WORD.finditer(text)]


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return the stem that the inflections of a word share."""
    return str(_STEMMER.stem(word))
