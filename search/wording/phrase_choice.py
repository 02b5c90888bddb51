"""Which phrases of a result are worth quoting: whole ones, no names and no parts of others."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from corpus.characters import HYPHENS
from search.records import PhraseUse, PhraseUses
from search.word_lists import read_word_list
from search.wording.phrase_edges import Place, find_edges, find_place
from search.wording.profile import FEW_REPORTS

MIN_RATIO = 1.5  # surely used so many times as often as elsewhere
MIN_REPORTS_RATIO = 1.25  # and by so many times as large a share of the reports
MAX_WORDS = 5  # longer phrases only tell which of these are parts of a formula
MOST_USES = 0.5  # of a phrase's uses: with so many in one longer phrase, it is a part of that
NEARLY_ALL = 0.95  # of its uses with the same word on either side: it is a part of a formula
QUANTIFIERS = frozenset(
    {"few", "large", "majority", "many", "minority", "most", "number", "numbers", "only", "small"}
    | {"proportion", "several", "one", "two", "three", "four", "five", "six", "seven", "eight"}
    | {"nine", "ten", "twelve"}
)
"""Words that, where they begin a phrase, only count what it is about: `many cases`."""
INCOMPLETE_STARTS = frozenset(
    {"after", "can", "cannot", "could", "each", "every", "may", "might", "must", "other", "should"}
    | {"would"}
)
"""Words that may end a phrase worth quoting, but before which something must stand: `children
looked after`.
"""
JOINED_BEFORE = re.compile(rf"\w[{HYPHENS}-]\Z")
JOINED_AFTER = re.compile(rf"[{HYPHENS}-]\w")
INCOMPLETE_ENDS = frozenset(
    {"against", "being", "between", "can", "cannot", "could", "did", "do", "does", "having"}
    | {"large", "majority", "many", "may", "might", "more", "most", "must", "new", "not", "number"}
    | {"often", "other", "out", "own", "proportion", "range", "should", "small", "too", "very"}
    | {"within", "without", "would", "yet"}
)
"""Words that may begin a phrase worth quoting, but after which something must come."""


def worth_quoting(uses: PhraseUses, min_ratio: float = MIN_RATIO) -> Iterator[PhraseUse]:
    """Yield the phrases of a result that stand out and say something of their own, in their order.

    They are surely used `min_ratio` times as often as elsewhere. They are whole, no names, and not
    longer than what stands out: a phrase around one that stands out stays only where its own ratio
    is surely higher.
    """
    candidates = Candidates(uses, min_ratio)
    for phrase in candidates.by_text.values():
        within = [candidates.by_text.get(part) for part in parts(phrase.text)]
        if candidates.stands_out(phrase) and not any(
            part and part.ratio >= phrase.at_least and candidates.stands_out(part)
            for part in within
        ):
            yield phrase


class Candidates:
    """Phrases that may be worth quoting, and which of them are fragments of which.

    Its examples are searched only where it matters: for what is whole, and reads as a name.
    """

    def __init__(self, uses: PhraseUses, min_ratio: float) -> None:
        self._min_ratio = min_ratio
        self.by_text = {use.text: use for use in uses.phrases if is_complete(use.text)}
        self._of, self._of_elsewhere = uses.here, uses.elsewhere
        self._around: dict[str, list[PhraseUse]] = defaultdict(list)
        for longer in self.by_text.values():
            for part in parts(longer.text):
                if part in self.by_text and longer.uses >= MOST_USES * self.by_text[part].uses:
                    self._around[part].append(longer)
        self._in_formula = find_parts_of_formulas(uses.phrases)
        self._names: dict[str, bool] = {}
        self._places: dict[str, list[Place]] = {}

    def stands_out(self, phrase: PhraseUse) -> bool:
        """Return whether a phrase stands out, and is neither a fragment nor a name."""
        words = phrase.text.split()
        return (
            phrase.at_least >= self._min_ratio
            and self.is_used_by_more(phrase)
            and len(words) <= MAX_WORDS
            and words[0] not in QUANTIFIERS
            and phrase.text not in self._in_formula
            and self.is_whole(phrase)
            and all(self.is_name(longer) for longer in self._around.get(phrase.text, ()))
            and not self.is_name(phrase)
        )

    def is_used_by_more(self, phrase: PhraseUse) -> bool:
        """Return whether a larger share of the reports in the result uses a phrase than of the
        others; of few others it cannot be told.
        """
        if self._of_elsewhere < FEW_REPORTS:
            return True
        share, others = phrase.here / self._of, phrase.elsewhere / self._of_elsewhere
        return share >= MIN_REPORTS_RATIO * others

    def is_whole(self, phrase: PhraseUse) -> bool:
        """Return whether a phrase begins and ends where it stands."""
        return find_edges(self.places(phrase)).are_whole

    def is_name(self, phrase: PhraseUse) -> bool:
        """Return whether a phrase reads as a name."""
        if phrase.text not in self._names:
            self._names[phrase.text] = reads_as_name(phrase, self.places(phrase))
        return self._names[phrase.text]

    def places(self, phrase: PhraseUse) -> list[Place]:
        """Return where the examples of a phrase have it."""
        if phrase.text not in self._places:
            self._places[phrase.text] = find_places(phrase)
        return self._places[phrase.text]


def find_parts_of_formulas(phrases: Sequence[PhraseUse]) -> frozenset[str]:
    """Return the phrases that have one word before them, and one after them, in NEARLY_ALL of their
    uses: parts of a sentence that a letter always has.
    """
    uses = {phrase.text: phrase.uses for phrase in phrases}
    preceded: set[str] = set()
    followed: set[str] = set()
    for longer in phrases:
        for part, fixed in (
            (longer.text.partition(" ")[2], preceded),
            (longer.text.rpartition(" ")[0], followed),
        ):
            if longer.uses >= NEARLY_ALL * uses.get(part, math.inf):
                fixed.add(part)
    return frozenset(preceded & followed)


def parts(text: str) -> Iterator[str]:
    """Yield every run of two or more words of a phrase but the whole."""
    words = text.split()
    for size in range(2, len(words)):
        for start in range(len(words) - size + 1):
            yield " ".join(words[start : start + size])


def is_complete(text: str) -> bool:
    """Return whether a phrase begins and ends with a word that can, and has no number."""
    words = text.split()
    edges = edge_words()
    return (
        words[0] not in edges | INCOMPLETE_STARTS
        and words[-1] not in edges | INCOMPLETE_ENDS
        and not words[-1].endswith(("'s", "s'"))
        and not any(char.isdigit() for char in text)
        and any(len(word) > 3 for word in words)
    )


@lru_cache(maxsize=1)
def edge_words() -> frozenset[str]:
    """Return the words that a phrase worth quoting neither begins nor ends with."""
    return read_word_list("search.wording", "edge_words.txt")


def find_places(phrase: PhraseUse) -> list[Place]:
    """Return where the examples of a phrase have it in one piece."""
    places = (find_place(text, phrase.text) for text in phrase.examples)
    return [place for place in places if place]


def reads_as_name(phrase: PhraseUse, places: Sequence[Place]) -> bool:
    """Return whether a phrase is mostly written as a name, across a sign that parts it, or cut out
    of a word with hyphens: `emotional well` of `emotional well-being`.

    Judged by its `places` in the examples. A capital that begins a sentence tells nothing, nor does
    an acronym.
    """
    plain = [
        text
        for text, start, end in places
        if not cuts_word(text, start, end)
        and not has_capital(text[start:end], begins_sentence(text, start))
    ]
    return 2 * len(plain) < len(phrase.examples)


def cuts_word(text: str, start: int, end: int) -> bool:
    """Return whether a hyphen joins a word of a part of a text to one outside it."""
    return bool(JOINED_BEFORE.search(text, 0, start) or JOINED_AFTER.match(text, end))


def begins_sentence(text: str, place: int) -> bool:
    """Return whether a sentence begins at a place in a text."""
    before = text[:place].rstrip()
    return not before or before[-1] in ".!?:;"


def has_capital(text: str, at_start: bool) -> bool:
    """Return whether a word begins with a capital and is not an acronym; the first word is left
    out where it stands `at_start` of a sentence.
    """
    words = text.split()[1 if at_start else 0 :]
    return any(word[0].isupper() and not word.isupper() for word in words)
