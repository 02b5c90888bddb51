"""Function words (the, of, have, too ...), which are not required outside quotes."""

from __future__ import annotations

from functools import lru_cache

from index.analysis import stem
from search.word_lists import read_word_list


@lru_cache(maxsize=1)
def function_words() -> frozenset[str]:
    """Return the words of the file `function_words.txt`, in lower case."""
    return read_word_list("search.language", "function_words.txt")


@lru_cache(maxsize=1)
def stems_of_function_words() -> frozenset[str]:
    """Return the stems of the words that carry no meaning of their own."""
    return frozenset(map(stem, function_words()))
