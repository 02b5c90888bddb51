"""Text analysis: text to words and stems, the same way for indexing, queries and highlighting.

A word is a run of letters and digits in lower case, with the apostrophes inside it: `children's`
and `children’s` are the same word. Hyphens separate words, so that `multi-agency` and `multi
agency` are both the words multi, agency. No stop words are dropped: `not`, `yet` and `too` carry
the judgement.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from nltk.stem.snowball import SnowballStemmer

WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
WORD_SPLITTER = re.compile(f"({WORD.pattern})")
# The same for folded text that is ASCII, as most is, in two thirds of the time.
ASCII_WORD = re.compile(r"[a-z0-9]+(?:'[a-z0-9]+)*")
ASCII_WORD_SPLITTER = re.compile(f"({ASCII_WORD.pattern})")
MAX_CACHED_STEMS = 1 << 15  # more than the words of most collections: 5 MB
# Snowball stems `timely` and `likely` as inflections of `time` and `like`.
OWN_STEMS = {"timely": "timeli", "untimely": "untimeli", "likely": "likeli", "unlikely": "unlikeli"}
# Snowball knows no irregular inflections: those that reports use, by the word they belong to.
IRREGULAR_FORMS = {
    "analysis": "analyses",
    "bring": "brought",
    "begin": "began begun",
    "build": "built",
    "child": "children children's",
    "choose": "chose chosen",
    "crisis": "crises",
    "diagnose": "diagnosis diagnoses",
    "draw": "drew drawn",
    "fall": "fell fallen",
    "feel": "felt",
    "find": "found",
    "give": "gave given",
    "grow": "grew grown",
    "hear": "heard",
    "hold": "held",
    "keep": "kept",
    "know": "knew known",
    "lead": "led",
    "leave": "left",
    "lose": "lost",
    "make": "made",
    "man": "men",
    "meet": "met",
    "run": "ran",
    "see": "saw seen",
    "seek": "sought",
    "send": "sent",
    "speak": "spoke spoken",
    "take": "took taken",
    "teach": "taught",
    "tell": "told",
    "understand": "understood",
    "woman": "women",
    "write": "wrote written",
}

_snowball = SnowballStemmer("english").stem
_own_stems = OWN_STEMS | {
    form: _snowball(word) for word, forms in IRREGULAR_FORMS.items() for form in forms.split()
}


class WordSpan(NamedTuple):
    """A word as the index holds it, and the characters that it came from, `start` up to `end`."""

    text: str
    start: int
    end: int


def fold(text: str) -> str:
    """Return `text` in lower case with straight apostrophes, of the same length."""
    if text.isascii():
        return text.lower()
    plain = text.replace("’", "'").replace("‘", "'").replace("ʼ", "'")
    lower = plain.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := char.lower()) == 1 else char for char in plain)


def terms(text: str) -> list[str]:
    """Return the words of `text` in order, as the field `exact` holds them."""
    folded = fold(text)
    return (ASCII_WORD if folded.isascii() else WORD).findall(folded)


def words(text: str) -> list[WordSpan]:
    """Return the words of `text` in order, each with its place in `text`."""
    texts, edges = split(text)
    return list(map(WordSpan._make, zip(texts, edges[::2], edges[1::2], strict=False)))


def split(text: str) -> tuple[list[str], list[int]]:
    """Return the words of `text` in order, and their edges: word k is the characters from
    `edges[2 * k]` up to `edges[2 * k + 1]`; one more edge is the end of the text.
    """
    folded = fold(text)
    # What is between words, and words, in turn.
    parts = (ASCII_WORD_SPLITTER if folded.isascii() else WORD_SPLITTER).split(folded)
    return parts[1::2], list(accumulate(map(len, parts)))


@lru_cache(maxsize=MAX_CACHED_STEMS)
def stem(word: str) -> str:
    """Return the stem of a lower-case word, as the field `text` holds it (Snowball English)."""
    return _own_stems.get(word) or _snowball(word) or word
