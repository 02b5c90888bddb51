"""Joining printed lines to one text, with line-end hyphens as a reader would join them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from corpus.lazy import lazy_property

HYPHENS = "-\u2010\u00ad\u2011"
TAIL = re.compile(rf"([^\W\d_]+(?:['’][^\W\d_]+)?)[{HYPHENS}]$")
HEAD = re.compile(r"[^\W\d_]+")
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
AFTER_SUSPENDED = {"and", "or", "to", "as", "but"}
"""Words before which a hyphen stands for the rest of its word: `16- and 17-year-olds`."""

KEPT = """
all anti bi co cross ex full half high inter intra long low mid multi near new non one out over part
post pre pro quasi re self semi short single sub three two ultra under up well young
"""
PREFIXES = frozenset(KEPT.split())
"""First parts that keep their hyphen where the document itself does not say."""


class Words:
    """The words of a document: they tell which way to join a word that a line end cuts."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.texts = tuple(texts)

    @lazy_property
    def known(self) -> frozenset[str]:
        """Every word that stands within a line, lower-case; hyphenated ones whole and in parts."""
        found = {word for text in self.texts for word in WORD.findall(text.casefold())}
        return frozenset(
            found | {part for word in found if "-" in word for part in word.split("-")}
        )

    def hyphenated(self, first: str, second: str, soft: bool = False) -> bool:
        """Whether `first` and `second` keep their hyphen when they come together.

        A `soft` hyphen is one that a typesetter put in: only the document itself keeps it.
        """
        first, second = first.casefold(), second.casefold()
        if f"{first}-{second}" in self.known:
            return True
        if soft or first + second in self.known:
            return False
        return first in PREFIXES or (first in self.known and second in self.known)


def join_all(texts: Iterable[str], words: Words) -> str:
    """Returns the text of lines that follow one another, in time that grows with their length."""
    parts: list[str] = []
    last = ""
    for below in texts:
        joined = join(last, below, words)
        parts.append(joined[: len(joined) - len(below)])
        last = below
    return "".join([*parts, last])


def join(above: str, below: str, words: Words) -> str:
    """Returns the text of two lines that follow one another, as a reader would read it."""
    if not above or not below:
        return above + below
    if above[-1] in HYPHENS:
        return join_hyphen(above, below, words)
    if above[-1] == "/" or (above[-1] in "–—" and above[-2:-1].isalnum() and below[0].isalnum()):
        return above + below
    return f"{above} {below}"


def join_hyphen(above: str, below: str, words: Words) -> str:
    """Returns `above`, which ends in a hyphen, with the line below it."""
    tail, head = TAIL.search(above), HEAD.match(below)
    if above[-2:-1].isspace() or (head and head.group() in AFTER_SUSPENDED):
        return f"{above} {below}"
    soft = above[-1] == "\u00ad"
    if tail and head and not words.hyphenated(tail[1], head.group(), soft):
        return above[:-1] + below
    return f"{above[:-1]}-{below}" if soft else above + below
