"""Wording counted in plain Python: occurrences, usage, distinctive phrases and similar texts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from math import log, sqrt

from corpus.model import GRADES, Paragraph, Report
from index.analysis import stem, words
from search.language.function_words import function_words
from search.language.plan import PhrasePlan
from search.records import Occurrence, PhraseUse, Usage
from tests.search.engines.plain_index import PlainIndex, Scores, facet_values, phrase_ends

GRADE_KEYS = [grade.key for grade in GRADES]
BOILERPLATE_REPORTS, MIN_BOILERPLATE_WORDS = 3, 8
COMPARED_WORDS = 4
PHRASE_SIZES = range(2, 6)
MAX_EXAMPLES = 5
MAX_STEMS = 30
PRIOR_SHARE = 0.1
SIGNIFICANT = 3.84

Placed = tuple[Occurrence, list[str], list[str]]
"""An occurrence with the words after it, and those before it from the nearest on."""


def own_ids(index: PlainIndex) -> set[str]:
    """Return the paragraphs in their report's own words: not boilerplate."""
    reports_by_text: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for report, paragraph in index.pairs:
        reports_by_text[without_digits(index, paragraph)].add(report.id)
    return {
        paragraph.id
        for _, paragraph in index.pairs
        if len(index.words[paragraph.id]) < MIN_BOILERPLATE_WORDS
        or len(reports_by_text[without_digits(index, paragraph)]) < BOILERPLATE_REPORTS
    }


def without_digits(index: PlainIndex, paragraph: Paragraph) -> tuple[str, ...]:
    """Return the words of a paragraph, all numbers alike."""
    return tuple("0" if word.isdigit() else word for word in index.words[paragraph.id])


def grade_of(report: Report, paragraph: Paragraph) -> str | None:
    """Return the grade of a paragraph's judgement, else the overall one of its report."""
    grades = (grade for grade in (paragraph.grade, report.overall) if grade in GRADE_KEYS)
    return next(grades, None)


def find_occurrences(index: PlainIndex, ids: set[str], plan: PhrasePlan) -> list[Occurrence]:
    """Return the occurrences of a phrase in some paragraphs, in the order of the plan; equal ones
    newest first.
    """
    field = "text" if plan.inflected else "exact"
    placed = [
        place_occurrence(index, report, paragraph, end + 1 - len(plan.words), end + 1)
        for report, paragraph in index.pairs
        if paragraph.id in ids
        for end in phrase_ends(index.words_of(paragraph.id, field), list(plan.words))
    ]
    placed.sort(key=ORDERS[plan.order])
    return [occurrence for occurrence, _, _ in placed]


ORDERS: Mapping[str, Callable[[Placed], list[str]]] = {
    "right": lambda placed: placed[1][:COMPARED_WORDS],
    "left": lambda placed: placed[2][:COMPARED_WORDS],
    "date": lambda placed: [],
}


def place_occurrence(
    index: PlainIndex, report: Report, paragraph: Paragraph, start: int, end: int
) -> Placed:
    """Return the occurrence of the words `start` up to `end` of a paragraph."""
    in_text, in_order = words(paragraph.text), index.words[paragraph.id]
    occurrence = Occurrence(
        paragraph_id=paragraph.id,
        report_id=report.id,
        ordinal=paragraph.ordinal,
        authority=report.authority,
        dated=report.dated,
        section=paragraph.section,
        grade=grade_of(report, paragraph),
        text=paragraph.text,
        start=in_text[start].start,
        end=in_text[end - 1].end,
    )
    return occurrence, in_order[end:], in_order[:start][::-1]


def count_usage(index: PlainIndex, using: set[str], among: set[str]) -> Usage:
    """Return how many of the reports of `among` have a paragraph in `using`."""
    values: Mapping[str, Callable[[Report, Paragraph], Iterable[str | None]]] = {
        "grade": lambda report, paragraph: [grade_of(report, paragraph)],
        "year": lambda report, paragraph: facet_values(report, paragraph, "year"),
        "area": lambda report, paragraph: facet_values(report, paragraph, "area"),
    }
    by: dict[str, dict[str, tuple[int, int]]] = {}
    for key, values_of in values.items():
        reports_by_value: dict[str, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
        for name in among:
            report, paragraph = index.pair_of[name]
            for value in filter(None, values_of(report, paragraph)):
                reports_by_value[value][1].add(report.id)
                reports_by_value[value][0].update([report.id] if name in using else [])
        by[key] = {value: (len(u), len(of)) for value, (u, of) in reports_by_value.items()}
    return Usage(len(using), len(index.reports_of(using)), len(index.reports_of(among)), by)


def find_distinctive(
    index: PlainIndex, inside: set[str], outside: set[str], least: int, limit: int
) -> list[PhraseUse]:
    """Return those of the `limit` phrases with the highest weighted log-odds, of all that at least
    `least` reports use inside, that these use more than those outside; the highest first.
    """
    here, elsewhere = (phrase_users(index, ids) for ids in (inside, outside))
    reports = len(index.reports_of(inside)), len(index.reports_of(outside))
    phrases = []
    for phrase, ids in here.items():
        counts = len(index.reports_of(ids)), len(index.reports_of(elsewhere.get(phrase, ())))
        if counts[0] >= least:
            odds, likelihood = log_odds(*counts, *reports), log_likelihood(*counts, *reports)
            texts = tuple(index.pair_of[name][1].text for name in ids[:MAX_EXAMPLES])
            phrases.append(PhraseUse(phrase, *counts, odds, likelihood, texts))
    return [
        phrase
        for phrase in sorted(phrases, key=lambda phrase: -phrase.log_odds)[:limit]
        if phrase.log_odds > 0 and phrase.log_likelihood >= SIGNIFICANT
    ]


def phrase_users(index: PlainIndex, ids: set[str]) -> Mapping[str, list[str]]:
    """Return the phrases of some paragraphs with the ids of the paragraphs that use them."""
    users: dict[str, list[str]] = defaultdict(list)
    for name in index.words:
        text = index.words[name] if name in ids else []
        for phrase in {
            " ".join(text[start : start + size])
            for size in PHRASE_SIZES
            for start in range(len(text) - size + 1)
        }:
            users[phrase].append(name)
    return users


def log_odds(here: int, elsewhere: int, reports_here: int, reports_elsewhere: int) -> float:
    """Return the log-odds of a phrase with an informative prior, over its standard deviation
    (Monroe, Colaresi and Quinn 2008, equation 22).
    """
    prior = PRIOR_SHARE * (here + elsewhere)
    other = PRIOR_SHARE * (reports_here + reports_elsewhere) - prior
    odds_here = (here + prior) / (reports_here - here + other + 1)
    odds_elsewhere = (elsewhere + prior) / (reports_elsewhere - elsewhere + other + 1)
    return log(odds_here / odds_elsewhere) / sqrt(1 / (here + prior) + 1 / (elsewhere + prior))


def log_likelihood(here: int, elsewhere: int, reports_here: int, reports_elsewhere: int) -> float:
    """Return G2 of the table of reports with and without a phrase (Dunning 1993)."""
    table = [[here, elsewhere], [reports_here - here, reports_elsewhere - elsewhere]]
    total, columns = reports_here + reports_elsewhere, (reports_here, reports_elsewhere)
    return 2 * sum(
        count * log(count * total / (sum(row) * column))
        for row in table
        for count, column in zip(row, columns, strict=True)
        if count
    )


def weigh_stems(index: PlainIndex, stems: Sequence[str]) -> list[str]:
    """Return the stems that any paragraph has, without function words: those with the highest
    (1 + ln tf) * idf, falling.
    """
    left_out = set(map(stem, function_words()))
    weights = {}
    for word, count in Counter(stems).items():
        df = sum(word in of_paragraph for of_paragraph in index.stems.values())
        if df and word not in left_out:
            weights[word] = (1 + log(count)) * index.idf(df)
    return sorted(weights, key=lambda word: (-weights[word], word))[:MAX_STEMS]


def score_stems(index: PlainIndex, stems: Iterable[str], ids: set[str]) -> Scores:
    """Return those of some paragraphs with any of the stems, with the sum of their BM25."""
    scores: Scores = defaultdict(float)
    for word in stems:
        for name, score in index.bm25(index.count_words("text", word.__eq__)).items():
            scores[name] += score
    return {name: score for name, score in scores.items() if name in ids}
