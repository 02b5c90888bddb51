"""Patterns over a report's words, and the plain form of a text that they are matched against."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.characters import plain

FOOTNOTE_MARKS = "⁰¹²³⁴⁵⁶⁷⁸⁹ *"


def anyof(*alternatives: str) -> re.Pattern[str]:
    """Return a pattern, blind to case, that matches wherever one of the alternatives does."""
    return re.compile("|".join(f"(?:{words})" for words in alternatives), re.IGNORECASE)


@lru_cache(maxsize=2048)
def straighten(text: str) -> str:
    """Return the plain form of `text` with single spaces, as patterns expect it.

    Every step of reading asks for the same few hundred texts of one report.
    """
    return " ".join(plain(text).split())


def strip_footnote_marks(heading: str) -> str:
    """Return a heading without the marks of footnotes at its end."""
    return heading.rstrip(FOOTNOTE_MARKS)
