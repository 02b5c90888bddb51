"""Distinctive phrases as pages show them: of a grade, a theme or any result.

The engine ranks phrases by keyness; here names, fragments and parts of other phrases are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpus.characters import EN_DASH, HYPHENS, INVISIBLE
from index.analysis import split
from search.budget import QUERY_BUDGET, Budget
from search.engine import Engine
from search.language.plan import plan_wording
from search.model import Request
from search.records import PhraseUse
from search.word_lists import read_word_list

MIN_REPORTS = 5
CANDIDATES_PER_PHRASE = 6  # for each phrase wanted, so many are looked at
UNPARTING = re.compile(rf"[\s{HYPHENS}{EN_DASH}{INVISIBLE}-]*")
SAME_USE = 0.7  # of a phrase's reports: one within or around it with so many says the same
INCOMPLETE_ENDS = frozenset(
    {"not", "very", "too", "more", "most", "many", "do", "does", "did", "between", "often"}
)
"""Words that may begin a phrase worth quoting, but after which something must come."""


@dataclass(frozen=True, slots=True)
class DistinctivePhrase:
    """A phrase that `reports` of `of` reports use here, and `elsewhere` of `of_elsewhere` there.

    `log_odds` is the weighted log-odds in standard deviations, `log_likelihood` is G2: above 3.84
    a difference is hardly chance. `request` is the request of its concordance.
    """

    text: str
    reports: int
    of: int
    elsewhere: int
    of_elsewhere: int
    log_odds: float
    log_likelihood: float
    request: Request


def distinctive(
    engine: Engine, request: Request, limit: int = 50, budget: Budget = QUERY_BUDGET
) -> tuple[DistinctivePhrase, ...]:
    """Return the distinctive phrases of what a request finds, the most distinctive first.

    They have two to five words and at least MIN_REPORTS reports here; none is a name or only a part
    of another. Raise TooLong where the query takes longer than its budget.
    """
    uses = engine.distinctive_phrases(
        plan_wording(request, engine, budget), MIN_REPORTS, limit * CANDIDATES_PER_PHRASE
    )
    phrases = sorted(worth_quoting(uses.phrases), key=lambda phrase: -phrase.log_odds)
    return tuple(
        DistinctivePhrase(
            phrase.text,
            phrase.here,
            uses.here,
            phrase.elsewhere,
            uses.elsewhere,
            phrase.log_odds,
            phrase.log_likelihood,
            Request(f'"{phrase.text}"', filters=request.filters),
        )
        for phrase in phrases[:limit]
    )


def worth_quoting(candidates: Iterable[PhraseUse]) -> list[PhraseUse]:
    """Return the phrases that are neither names nor parts of another, each once.

    Of a phrase and a longer one around it that nearly the same reports use, the longer stays.
    """
    phrases: list[PhraseUse] = []
    for candidate in candidates:
        if not is_complete(candidate.text) or reads_as_name(candidate):
            continue
        longer = [phrase for phrase in phrases if is_within(candidate.text, phrase.text)]
        shorter = [
            place for place, phrase in enumerate(phrases) if is_within(phrase.text, candidate.text)
        ]
        if any(phrase.here >= SAME_USE * candidate.here for phrase in longer):
            continue
        if shorter and candidate.here >= SAME_USE * phrases[shorter[0]].here:
            phrases[shorter[0]] = candidate
            replaced = shorter[1:]
            phrases = [phrase for place, phrase in enumerate(phrases) if place not in replaced]
        elif not shorter:
            phrases.append(candidate)
    return phrases


def is_within(text: str, other: str) -> bool:
    """Return whether the words of a text stand in another one, in order."""
    return f" {text} " in f" {other} "


def is_complete(text: str) -> bool:
    """Return whether a phrase begins and ends with a word that can, and has no number."""
    words = text.split()
    edges = edge_words()
    return (
        words[0] not in edges
        and words[-1] not in edges | INCOMPLETE_ENDS
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
