"""Dehyphenation: join printed lines to one text, and their line-end hyphens as a reader would."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.lazy import lazy_property

SOFT_HYPHEN = "\u00ad"
HYPHENS = f"-\u2010{SOFT_HYPHEN}\u2011"
HYPHENATED_TAIL = re.compile(rf"([^\W\d_]+(?:['’][^\W\d_]+)?)[{HYPHENS}]$")
LEADING_LETTERS = re.compile(r"[^\W\d_]+")
HYPHENATED_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
AFTER_SUSPENDED_HYPHEN = {"and", "or", "to", "as", "but"}
"""Words before which a hyphen stands for the rest of its word: `16- and 17-year-olds`."""

PREFIX_LIST = """
all anti bi co cross ex full half high inter intra long low mid multi near new non one out over part
post pre pro quasi re self semi short single sub three two ultra under up well young
"""
HYPHENATING_PREFIXES = frozenset(PREFIX_LIST.split())
"""First parts that keep their hyphen where the document itself does not show it."""


@dataclass(frozen=True)
class DocumentWords:
    """The words of a document's lines: they show how to join a word that a line end cuts."""

    texts: tuple[str, ...]

    @lazy_property
    def vocabulary(self) -> frozenset[str]:
        """Every word within a line, lower-case; hyphenated ones whole and in parts."""
        words = {word for text in self.texts for word in HYPHENATED_WORD.findall(text.casefold())}
        return frozenset(
            words | {part for word in words if "-" in word for part in word.split("-")}
        )

    def keeps_hyphen(self, first: str, second: str, is_soft: bool = False) -> bool:
        """Return whether `first` and `second` keep their hyphen when they come together.

        A soft hyphen is one that a typesetter put in: only the document's own words keep it.
        """
        first, second = first.casefold(), second.casefold()
        if f"{first}-{second}" in self.vocabulary:
            return True
        if is_soft or first + second in self.vocabulary:
            return False
        both_are_words = first in self.vocabulary and second in self.vocabulary
        return first in HYPHENATING_PREFIXES or both_are_words


def join_lines(texts: Iterable[str], words: DocumentWords) -> str:
    """Return the text of lines that follow one another, in time linear in their length."""
    parts: list[str] = []
    last = ""
    for below in texts:
        joined = join_pair(last, below, words)
        parts.append(joined[: len(joined) - len(below)])
        last = below
    return "".join([*parts, last])


def join_pair(above: str, below: str, words: DocumentWords) -> str:
    """Return the text of two lines that follow one another, as a reader would read it."""
    if not above or not below:
        return above + below
    if above[-1] in HYPHENS:
        return join_at_hyphen(above, below, words)
    if above[-1] == "/" or (above[-1] in "–—" and above[-2:-1].isalnum() and below[0].isalnum()):
        return above + below
    return f"{above} {below}"


def join_at_hyphen(above: str, below: str, words: DocumentWords) -> str:
    """Return `above`, which ends in a hyphen, joined with the line below it."""
    tail, head = HYPHENATED_TAIL.search(above), LEADING_LETTERS.match(below)
    if above[-2:-1].isspace() or (head and head.group() in AFTER_SUSPENDED_HYPHEN):
        return f"{above} {below}"
    is_soft = above[-1] == SOFT_HYPHEN
    if tail and head and not words.keeps_hyphen(tail[1], head.group(), is_soft):
        return above[:-1] + below
    return f"{above[:-1]}-{below}" if is_soft else above + below
