"""Dehyphenation: join printed lines to one text, and their line-end hyphens as a reader would.

A word that a line end cuts is joined as the document spells it elsewhere, else as reports of the
field do. The pieces of words that were cut are no evidence: were `agen-` and `cies` words, they
would never be joined.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from corpus.characters import TranslationTable
from corpus.layout.field_words import field_words
from corpus.lazy import lazy_property

SOFT_HYPHEN = "\u00ad"
HYPHENS = f"-\u2010{SOFT_HYPHEN}\u2011"
LETTERS = r"[^\W\d_]+"
COMPOUND = rf"{LETTERS}(?:-{LETTERS})*"
HYPHENATED_TAIL = re.compile(rf"({COMPOUND}(?:['’]{LETTERS})?)[{HYPHENS}]$")
LEADING_COMPOUND = re.compile(COMPOUND)
HYPHENATED_WORD = re.compile(COMPOUND)
LETTERS_AND_HYPHENS = TranslationTable(re.compile(r"(?!-)[\W\d_]"), " ")
AFTER_SUSPENDED_HYPHEN = {"and", "or", "to", "as", "but"}
"""Words before which a hyphen stands for the rest of its word: `16- and 17-year-olds`."""

PREFIX_LIST = """
all anti bi co cross ex full half high inter intra long low mid multi near new non one out over part
post pre pro quasi re self semi short single sub three two ultra under up well young
"""
KEEPING_PREFIXES = frozenset(PREFIX_LIST.split())
"""First parts that keep their hyphen where no words show how the whole is spelled."""

COMPOUND_MIDDLES = frozenset({"to", "of", "the", "and", "in", "on", "by", "for", "at", "up", "a"})
"""Words that stand in the middle of a compound: `face-to-face`."""

SPACED_HYPHEN = re.compile(rf"({COMPOUND})[-\u2010] ({COMPOUND})")
"""A hyphen with a space behind it, as a line end leaves it in a text that was set anew."""


@dataclass(frozen=True)
class DocumentWords:
    """The words of a document's lines: they show how to join a word that a line end cuts."""

    texts: tuple[str, ...]

    @lazy_property
    def vocabulary(self) -> Counter[str]:
        """How often each word stands within a line, lower-case; hyphenated ones also in parts."""
        words = Counter(chain.from_iterable(whole_words(self.texts)))
        for word, count in list(words.items()):
            if "-" in word:
                words.update(dict.fromkeys(word.split("-"), count))
        return words

    def keeps_hyphen(self, first: str, second: str, is_soft: bool = False) -> bool:
        """Return whether `first` and `second` keep their hyphen when they come together.

        Each may be a compound. A soft hyphen is one that a typesetter put in: only the document's
        own words keep it.
        """
        is_name = second[:1].isupper() and not first.isupper()
        first, second = first.casefold(), second.casefold()
        last, next_word = first.rpartition("-")[2], second.partition("-")[0]
        for above, below in ((first, second), (last, next_word)):
            as_printed = self.is_printed_hyphenated(above, below)
            if as_printed is not None:
                return as_printed
        if is_soft:
            return False
        if is_name or last in KEEPING_PREFIXES or is_middle_of_compound(second):
            return True
        return self.knows(last) or self.knows(next_word)

    def is_printed_hyphenated(self, first: str, second: str) -> bool | None:
        """Return whether two parts are printed with their hyphen, None where no words tell."""
        hyphenated, joined = f"{first}-{second}", first + second
        counts = self.vocabulary[hyphenated], self.vocabulary[joined]
        if not any(counts):
            counts = hyphenated in field_words(), joined in field_words()
        return counts[0] >= counts[1] if any(counts) else None

    def knows(self, word: str) -> bool:
        """Return whether a word stands whole in the document or is one of the field."""
        return word in self.vocabulary or word in field_words()


def is_middle_of_compound(text: str) -> bool:
    """Return whether a text goes on as the middle of a compound does: `to-face`, `of-home`."""
    first, hyphen, _ = text.partition("-")
    return bool(hyphen) and first in COMPOUND_MIDDLES


def whole_words(texts: Iterable[str]) -> Iterator[list[str]]:
    """Yield the words of each line, but for the pieces of a word that its hyphenated end cuts."""
    follows_cut = False
    for text in texts:
        words = list(split_at_others(text.casefold()))
        if follows_cut and LEADING_COMPOUND.match(text):
            del words[:1]
        follows_cut = text[-1:] in HYPHENS and HYPHENATED_TAIL.search(text) is not None
        if follows_cut:
            del words[-1:]
        yield words


def split_at_others(text: str) -> Iterator[str]:
    """Yield the words of a text, hyphenated ones whole; all but letters separates words."""
    for part in text.replace("’", " ").translate(LETTERS_AND_HYPHENS).split():
        if "-" in part:
            yield from HYPHENATED_WORD.findall(part)
        else:
            yield part


def join_lines(texts: Iterable[str], words: DocumentWords) -> str:
    """Return the text of lines that follow one another, in time linear in their length."""
    parts: list[str] = []
    last = ""
    for below in texts:
        joined = join_pair(last, below, words)
        parts.append(joined[: len(joined) - len(below)])
        last = below
    return close_spaced_hyphens("".join([*parts, last]), words)


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
    tail, head = HYPHENATED_TAIL.search(above), LEADING_COMPOUND.match(below)
    if above[-2:-1].isspace() or (head and head.group() in AFTER_SUSPENDED_HYPHEN):
        return f"{above} {below}"
    is_soft = above[-1] == SOFT_HYPHEN
    if tail and head and not words.keeps_hyphen(tail[1], head.group(), is_soft):
        return above[:-1] + below
    return f"{above[:-1]}-{below}" if is_soft else above + below


def close_spaced_hyphens(text: str, words: DocumentWords) -> str:
    """Return a text without the space in `up- to-date`: where the word is known, or goes on so."""
    if "- " not in text and "\u2010 " not in text:  # known at once, and true of most
        return text

    def closed(match: re.Match[str]) -> str:
        first, second = match.groups()
        is_suspended = second in AFTER_SUSPENDED_HYPHEN
        known = f"{first}-{second}".casefold() in words.vocabulary
        is_one_word = not is_suspended and (known or is_middle_of_compound(second))
        return f"{first}-{second}" if is_one_word else match.group()

    return SPACED_HYPHEN.sub(closed, text)
