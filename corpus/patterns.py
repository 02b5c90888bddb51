"""Patterns over a report's words, and the plain form of a text that they are matched against."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import cast

from corpus.characters import plain

FOOTNOTE_MARKS = "⁰¹²³⁴⁵⁶⁷⁸⁹ *"


def anyof(*alternatives: str) -> re.Pattern[str]:
    """Return a pattern, blind to case, that matches wherever one of the alternatives does."""
    return re.compile(joined(alternatives), re.IGNORECASE)


def anyof_when_used(find_alternatives: Callable[[], Iterable[str]]) -> re.Pattern[str]:
    """Return the same pattern, whose alternatives are asked for when it is first searched for."""
    # It has the methods of a pattern that patterns of frameworks are used by.
    return cast("re.Pattern[str]", LazyPattern(lambda: joined(find_alternatives())))


def joined(alternatives: Iterable[str]) -> str:
    """Return the expression that matches wherever one of the alternatives does."""
    return "|".join(f"(?:{words})" for words in alternatives)


class LazyPattern:
    """A pattern, blind to case, that is compiled when it is first used: there are hundreds, which a
    search needs none of. `write` returns its expression.
    """

    def __init__(self, write: Callable[[], str]) -> None:
        self._write = write
        self._compiled: re.Pattern[str] | None = None

    @property
    def pattern(self) -> str:
        """The expression."""
        return self.compiled.pattern

    @property
    def compiled(self) -> re.Pattern[str]:
        """The pattern of the library."""
        if self._compiled is None:
            self._compiled = re.compile(self._write(), re.IGNORECASE)
        return self._compiled

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first match in a text."""
        return self.compiled.search(text)

    def match(self, text: str) -> re.Match[str] | None:
        """Return the match at the beginning of a text."""
        return self.compiled.match(text)


@lru_cache(maxsize=2048)
def straighten(text: str) -> str:
    """Return the plain form of `text` with single spaces, as patterns expect it.

    Every step of reading asks for the same few hundred texts of one report.
    """
    return " ".join(plain(text).split())


def strip_footnote_marks(heading: str) -> str:
    """Return a heading without the marks of footnotes at its end."""
    return heading.rstrip(FOOTNOTE_MARKS)
