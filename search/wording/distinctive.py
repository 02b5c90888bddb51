"""Distinctive phrases as pages show them: of a grade, a theme or any result.

The engine ranks phrases by keyness; here names, fragments and parts of other phrases are left out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from corpus.characters import EN_DASH, HYPHENS, INVISIBLE
from index.analysis import split
from search.budget import QUERY_BUDGET, Budget
from search.engine import Engine
from search.language.plan import plan_wording
from search.model import Request
from search.records import PhraseUse
from search.word_lists import read_word_list

MIN_SOURCES = 5
MIN_RATIO = 1.5  # surely used so many times as often as elsewhere
SURELY_MORE = 1.0  # the ratio of what is looked at: longer phrases tell which are fragments
MAX_WORDS = 5  # longer phrases only tell which of these are parts of a formula
CANDIDATES_PER_PHRASE = 20  # for each phrase wanted, so many are looked at
MOST_USES = 0.5  # of a phrase's uses: with so many in one longer phrase, it is a part of that
QUANTIFIERS = frozenset({"few", "many", "most", "number", "one", "several", "three", "two"})
"""Words that, where they begin a phrase, only count what it is about: `many cases`."""
INCOMPLETE_STARTS = frozenset({"after"})
"""Words that may end a phrase worth quoting, but before which something must stand: `children
looked after`.
"""
UNPARTING = re.compile(rf"[\s{HYPHENS}{EN_DASH}{INVISIBLE}-]*")
INCOMPLETE_ENDS = frozenset(
    {"between", "can", "could", "did", "do", "does", "large", "majority", "many", "may", "might"}
    | {"more", "most", "must", "new", "not", "number", "often", "other", "own", "proportion"}
    | {"range", "should", "small", "too", "very", "within", "without", "would"}
)
"""Words that may begin a phrase worth quoting, but after which something must come."""


@dataclass(frozen=True, slots=True)
class DistinctivePhrase:
    """A phrase that `reports` of the `of` reports in a result use there, and `elsewhere` of the
    `of_elsewhere` other reports.

    `ratio` says how many times as often it is used, per word, as in all paragraphs outside the
    result: `uses` times in `words` words here, `uses_elsewhere` times in `words_elsewhere` words
    there. The ratio is `at_least` so high with 95 % confidence. `log_odds`, in standard deviations,
    rank. `request` is the request of its concordance.
    """

    text: str
    reports: int
    of: int
    elsewhere: int
    of_elsewhere: int
    uses: int
    words: int
    uses_elsewhere: int
    words_elsewhere: int
    ratio: float
    at_least: float
    log_odds: float
    request: Request


def distinctive(
    engine: Engine, request: Request, limit: int = 50, budget: Budget = QUERY_BUDGET
) -> tuple[DistinctivePhrase, ...]:
    """Return the distinctive phrases of what a request finds, the most distinctive first.

    They have two to five words, and MIN_SOURCES authorities use them here (or reports, where the
    result is on fewer authorities), surely MIN_RATIO times as often as all other paragraphs; none
    is a name or only a part of another. Raise TooLong where the query takes longer than its budget.
    """
    plan = plan_wording(request, engine, budget)
    uses = engine.distinctive_phrases(plan, MIN_SOURCES, SURELY_MORE, limit * CANDIDATES_PER_PHRASE)
    return tuple(
        DistinctivePhrase(
            phrase.text,
            phrase.here,
            uses.here,
            phrase.elsewhere,
            uses.elsewhere,
            phrase.uses,
            uses.words,
            phrase.uses_elsewhere,
            uses.words_elsewhere,
            phrase.ratio,
            phrase.at_least,
            phrase.log_odds,
            Request(f'"{phrase.text}"', filters=request.filters),
        )
        for phrase in islice(worth_quoting(uses.phrases), limit)
    )


def worth_quoting(phrases: Iterable[PhraseUse]) -> Iterator[PhraseUse]:
    """Yield the phrases that stand out and say something of their own, in their order.

    They are whole, no names, and not longer than what stands out: a phrase around one that stands
    out stays only where its own ratio is surely higher.
    """
    candidates = Candidates([phrase for phrase in phrases if is_complete(phrase.text)])
    for phrase in candidates.by_text.values():
        within = [candidates.by_text.get(part) for part in parts(phrase.text)]
        if candidates.stands_out(phrase) and not any(
            part and part.ratio >= phrase.at_least and candidates.stands_out(part)
            for part in within
        ):
            yield phrase


class Candidates:
    """Phrases that may be worth quoting, and which of them are fragments of which.

    Whether one reads as a name is only looked up where it matters: its examples must be searched.
    """

    def __init__(self, phrases: Iterable[PhraseUse]) -> None:
        self.by_text = {phrase.text: phrase for phrase in phrases}
        self._around: dict[str, list[PhraseUse]] = defaultdict(list)
        for longer in self.by_text.values():
            for part in parts(longer.text):
                if part in self.by_text and longer.uses >= MOST_USES * self.by_text[part].uses:
                    self._around[part].append(longer)
        self._names: dict[str, bool] = {}

    def stands_out(self, phrase: PhraseUse) -> bool:
        """Return whether a phrase stands out, and is neither a fragment nor a name."""
        words = phrase.text.split()
        return (
            phrase.at_least >= MIN_RATIO
            and len(words) <= MAX_WORDS
            and words[0] not in QUANTIFIERS
            and all(self.is_name(longer) for longer in self._around.get(phrase.text, ()))
            and not self.is_name(phrase)
        )

    def is_name(self, phrase: PhraseUse) -> bool:
        """Return whether a phrase reads as a name."""
        if phrase.text not in self._names:
            self._names[phrase.text] = reads_as_name(phrase)
        return self._names[phrase.text]


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


def reads_as_name(phrase: PhraseUse) -> bool:
    """Return whether a phrase is mostly written as a name, or across a sign that parts it.

    Judged by its examples. A capital that begins a sentence tells nothing, nor does an acronym.
    """
    words = phrase.text.split()
    places = [find_unparted(text, words) for text in phrase.examples]
    plain = [
        text
        for text, place in zip(phrase.examples, places, strict=True)
        if place and not has_capital(text[slice(*place)], begins_sentence(text, place[0]))
    ]
    return 2 * len(plain) < len(places)


def find_unparted(text: str, phrase: Sequence[str]) -> tuple[int, int] | None:
    """Return where a phrase first stands in a text with only spaces and hyphens between its words,
    None if it does not.
    """
    words, edges = split(text)
    for at in range(len(words) - len(phrase) + 1):
        if words[at : at + len(phrase)] == phrase:
            gaps = edges[2 * at + 1 : 2 * (at + len(phrase)) - 1]
            if all(
                UNPARTING.fullmatch(text, end, start)
                for end, start in zip(gaps[::2], gaps[1::2], strict=True)
            ):
                return edges[2 * at], edges[2 * (at + len(phrase)) - 1]
    return None


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
