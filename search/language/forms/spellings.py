"""The spellings by which a wording is looked up in a vocabulary: `prebirth`, `s.47`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain, islice, product

from index.analysis import stem
from search.language.forms.numbers import Parts, find_number, may_begin
from search.language.forms.printed import is_one_number
from search.language.forms.typed import typed_words, words_beside

MAX_SPELLINGS = 64  # of one wording
MAX_WORDS_BESIDE = 3
PLAIN_WORDS = re.compile(r"[A-Za-z']+(?: [A-Za-z']+)*")


def spellings(text: str, keys: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Return what a text is looked up by, one key a word, in each of its spellings, as written
    first: words that hyphens join also as one word, and numbers with what is beside them in all
    forms. `keys` are those of its words as written.
    """
    if PLAIN_WORDS.fullmatch(text) and not any(map(may_begin, text.lower().split())):
        return (tuple(keys),)
    units = list(unit_spellings(text, keys))
    combined = islice(product(*units), MAX_SPELLINGS)
    return tuple(dict.fromkeys(tuple(chain.from_iterable(parts)) for parts in combined))


def unit_spellings(text: str, keys: Sequence[str]) -> list[list[Parts]]:
    """Return the spellings of each word of a text, where several may be one."""
    typed, at = typed_words(text), 0
    units: list[list[Parts]] = []
    while at < len(typed):
        joined, words = words_beside(text, typed, at, MAX_WORDS_BESIDE)
        if number := find_number(words, joined):
            size = number.size
            others = [stems_of_words(form) for form in number.forms]
        else:
            size = joined
            is_one = joined > 1 and not is_one_number(words[0], "".join(words[1:]))
            others = [(stem("".join(words)),)] if is_one else []
        units.append([tuple(keys[at : at + size]), *others])
        at += size
    return units


def stems_of_words(words: Parts) -> Parts:
    """Return the stem of each word."""
    return tuple(map(stem, words))
