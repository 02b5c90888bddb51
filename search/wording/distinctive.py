"""Phrases that one set of paragraphs uses more than the others: of a grade, a theme, a result.

Both measures are over reports, not occurrences. The log-likelihood ratio G2 (Dunning 1993) says
how sure a difference is; the weighted log-odds with an informative prior (Monroe, Colaresi and
Quinn 2008, "Fightin' Words", equation 22) ranks, because it favours neither rare nor common
phrases.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import numpy as np

from index.segments.arrays import Array
from index.snapshot import Snapshot
from search.local.ngrams import Counts, counted
from search.local.wording_corpus import WordingCorpus, ground
from search.model import Request

LEAST_REPORTS = 5
TRIED = 6  # times the phrases asked for: as many are looked at for names and repetitions
PRIOR = 0.1  # of all reports: the weight of what is known of a phrase before it is compared
SAMPLES = 5
SURE = 3.84  # of G2: below, a difference may well be chance (95 % of a chi-square, one degree)
UNFINISHED = frozenset(
    {"not", "very", "too", "more", "most", "many", "do", "does", "did", "between", "often"}
)
"""Words that may begin a phrase worth quoting, but after which something must come."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase that `reports` of `of` reports use here, and `elsewhere` of `of_elsewhere` there.

    `log_odds` is the weighted log-odds in standard deviations, `log_likelihood` is G2: above 3.84
    a difference is hardly chance. `request` is the Request of its concordance.
    """

    text: str
    reports: int
    of: int
    elsewhere: int
    of_elsewhere: int
    log_odds: float
    log_likelihood: float
    request: Request


def distinctive(snapshot: Snapshot, request: Request, limit: int = 50) -> tuple[Phrase, ...]:
    """Return the phrases of two to five words that stand out in what a Request finds.

    Against all other paragraphs, the most distinctive first; only those of at least LEAST_REPORTS
    reports whose difference is hardly chance, no names, and none that is but a part of a longer
    one.
    """
    floor = ground(snapshot)
    _, docs = floor.asked(request)
    here = np.zeros(snapshot.size, bool)
    here[docs] = True
    sizes = tuple(len(np.unique(floor.report_of[some])) for some in (docs, rest(floor, here)))
    if not all(sizes):
        return ()
    with floor.turn:
        counts = counted(floor, here, LEAST_REPORTS)
    odds, likelihood = log_odds(counts, *sizes), log_likelihood(counts, *sizes)
    order = np.argsort(-odds, kind="stable")[: limit * TRIED]
    chosen = [row for row in order.tolist() if odds[row] > 0 and likelihood[row] >= SURE]
    kept = sorted(worth_saying(floor, counts, chosen), key=lambda one: -odds[one[0]])
    return tuple(
        Phrase(
            text,
            int(counts.here[row]),
            sizes[0],
            int(counts.there[row]),
            sizes[1],
            float(odds[row]),
            float(likelihood[row]),
            Request(f'"{text}"', filters=request.filters),
        )
        for row, text in kept[:limit]
    )


def rest(floor: WordingCorpus, here: Array) -> Array:
    """Return the paragraphs in own words that are not `here`."""
    return np.flatnonzero(floor.own & ~here)


def log_odds(counts: Counts, here: int, there: int) -> Array:
    """Return the weighted log-odds of each phrase in standard deviations, float64."""
    weight = PRIOR * (here + there)
    prior = weight * (counts.here + counts.there) / max(here + there, 1)
    others = weight - prior
    one, two = counts.here + prior, counts.there + prior
    odds = np.log(one / (here + others - counts.here + 1)) - np.log(
        two / (there + others - counts.there + 1)
    )
    found: Array = odds / np.sqrt(1 / one + 1 / two)
    return found


def log_likelihood(counts: Counts, here: int, there: int) -> Array:
    """Return G2 of the two-by-two table of reports with and without each phrase, float64."""
    total = np.zeros(len(counts.here))
    share = (counts.here + counts.there) / max(here + there, 1)
    for using, of in ((counts.here, here), (counts.there, there)):
        for seen, expected in ((using, of * share), (of - using, of * (1 - share))):
            with np.errstate(divide="ignore", invalid="ignore"):
                total += np.where(seen > 0, seen * np.log(seen / expected), 0.0)
    return 2 * total


def worth_saying(floor: WordingCorpus, counts: Counts, rows: list[int]) -> list[tuple[int, str]]:
    """Return the rows and texts of the phrases that are no names and no part of another."""
    words = floor.snapshot.vocabulary()
    texts = {row: " ".join(words[word] for word in counts.words(row)) for row in rows}
    kept: list[tuple[int, str]] = []
    for row in rows:
        text = texts[row]
        if not says_something(text) or reads_as_name(floor, counts, row):
            continue
        inside = [other for other, longer in kept if f" {text} " in f" {longer} "]
        around = [at for at, (_, other) in enumerate(kept) if f" {other} " in f" {text} "]
        if any(counts.here[other] >= 0.7 * counts.here[row] for other in inside):
            continue
        if around and counts.here[row] >= 0.7 * counts.here[kept[around[0]][0]]:
            kept[around[0]] = row, text
            kept = [one for at, one in enumerate(kept) if at not in around[1:]]
        elif not around:
            kept.append((row, text))
    return kept


def says_something(text: str) -> bool:
    """Return whether a phrase begins and ends with a word that can, and holds no number."""
    said = text.split()
    edges = edge_words()
    return (
        said[0] not in edges
        and said[-1] not in edges | UNFINISHED
        and not any(char.isdigit() for char in text)
        and any(len(word) > 3 for word in said)
    )


@lru_cache(maxsize=1)
def edge_words() -> frozenset[str]:
    """Return the words that a phrase worth quoting neither begins nor ends with."""
    lines = files("search.wording").joinpath("edge_words.txt").read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def reads_as_name(floor: WordingCorpus, counts: Counts, row: int) -> bool:
    """Return whether a phrase is mostly written as a name, or across a sign that parts it.

    Looks at a few occurrences. A capital that begins a sentence says nothing, nor an acronym.
    """
    words = floor.snapshot.vocabulary()
    said = [re.escape(words[word]) for word in counts.words(row)]
    pattern = re.compile(r"\b" + r"[\s-]+".join(said) + r"\b", re.IGNORECASE)
    seen = [pattern.search(text) for text in samples(floor, counts, row)]
    plain = [one for one in seen if one and not capitals(one[0], starts_sentence(one))]
    return 2 * len(plain) < len(seen)


def samples(floor: WordingCorpus, counts: Counts, row: int) -> Iterator[str]:
    """Yield the texts of a few paragraphs with a phrase, with straight apostrophes."""
    for doc in counts.docs(row)[:SAMPLES]:
        yield floor.snapshot.text(int(doc)).replace("’", "'")


def starts_sentence(found: re.Match[str]) -> bool:
    """Return whether a match stands at the beginning of a sentence."""
    before = found.string[: found.start()].rstrip()
    return not before or before[-1] in ".!?:;"


def capitals(said: str, begins: bool) -> bool:
    """Return whether a word of `said` begins with a capital, the first aside where it begins."""
    words = said.split()[1 if begins else 0 :]
    return any(word[0].isupper() and not word.isupper() for word in words)
