"""Wording counted in plain Python: occurrences, usage, distinctive phrases and similar texts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from math import inf, log, sqrt
from typing import NamedTuple

from corpus.model import Paragraph, Report
from index.analysis import stem, words
from search.language.function_words import function_words
from search.language.plan import PhrasePlan
from search.records import Occurrence, PhraseUse, PhraseUses, SharedUsage, Usage
from tests.search.engines.plain_index import PlainIndex, Scores, grade_of, phrase_ends

BOILERPLATE_REPORTS, MIN_BOILERPLATE_WORDS = 3, 8
COMPARED_WORDS = 4
PHRASE_SIZES = range(2, 7)
MAX_EXAMPLES = 20
MAX_STEMS = 30

Placed = tuple[Occurrence, list[str], list[str]]
"""An occurrence with the words after it, and those before it from the nearest on."""


def own_ids(index: PlainIndex) -> set[str]:
    """Return the paragraphs in their report's own words: not boilerplate."""
    reports_by_text: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for report, paragraph in index.pairs:
        if not report.withdrawn:
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


def find_occurrences(index: PlainIndex, ids: set[str], plan: PhrasePlan) -> list[Occurrence]:
    """Return the occurrences of a phrase in some paragraphs, in the order of the plan; equal ones
    newest first.
    """
    own = own_ids(index)
    placed = [
        place_occurrence(index, report, paragraph, start, end, paragraph.id not in own)
        for report, paragraph in index.pairs
        if paragraph.id in ids
        for start, end in sorted(spans(index, paragraph, plan).items())
    ]
    placed.sort(key=ORDERS[plan.order])
    return [occurrence for occurrence, _, _ in placed]


def spans(index: PlainIndex, paragraph: Paragraph, plan: PhrasePlan) -> dict[int, int]:
    """Return where the forms of a phrase begin in a paragraph -> where the longest of them ends."""
    ends: dict[int, int] = {}
    for form in plan.forms:
        in_order = index.words_as_asked(paragraph.id, form.field, form.words)
        for last in phrase_ends(in_order, list(form.words)):
            start, end = last + 1 - len(form.words), last + 1
            ends[start] = max(end, ends.get(start, 0))
    return ends


ORDERS: Mapping[str, Callable[[Placed], list[str]]] = {
    "right": lambda placed: placed[1][:COMPARED_WORDS],
    "left": lambda placed: placed[2][:COMPARED_WORDS],
    "date": lambda placed: [],
}


def place_occurrence(
    index: PlainIndex,
    report: Report,
    paragraph: Paragraph,
    start: int,
    end: int,
    is_boilerplate: bool,
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
        boilerplate=is_boilerplate,
    )
    return occurrence, in_order[end:], in_order[:start][::-1]


def count_usage(index: PlainIndex, using: set[str], among: set[str]) -> Usage:
    """Return how many of the reports of `among` have a paragraph in `using`."""
    values: Mapping[str, Callable[[Report, Paragraph], Iterable[str | None]]] = {
        "grade": lambda report, paragraph: [grade_of(report, paragraph)],
        "year": lambda report, paragraph: index.facet_values(report, paragraph, "year"),
        "area": lambda report, paragraph: index.facet_values(report, paragraph, "area"),
        "scale": lambda report, paragraph: index.facet_values(report, paragraph, "scale"),
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
    polarities = Counter(index.pair_of[name][1].polarity for name in using)
    return Usage(
        len(using),
        len(index.reports_of(using)),
        len(index.reports_of(among)),
        by,
        {polarity: count for polarity, count in polarities.items() if polarity},
    )


def count_shared_usage(index: PlainIndex, one: set[str], other: set[str]) -> SharedUsage:
    """Return how many reports have a paragraph in each of two sets, also under each grade."""
    graded = [
        {
            (report.id, grade_of(report, paragraph))
            for report, paragraph in map(index.pair_of.__getitem__, ids)
        }
        for ids in (one, other)
    ]
    by_grade = Counter(grade for _, grade in graded[0] & graded[1] if grade)
    return SharedUsage(len(index.reports_of(one) & index.reports_of(other)), dict(by_grade))


def find_distinctive(
    index: PlainIndex,
    inside: set[str],
    outside: set[str],
    least: int,
    min_ratio: float,
    limit: int,
) -> PhraseUses:
    """Return the `limit` phrases with the highest log-odds, of all that at least `least` sources
    use inside, and surely `min_ratio` times as often as outside; the highest first.
    """
    here = index.reports_of(inside)
    others = index.reports_of(outside) - here
    words = count_words(index, inside), count_words(index, outside)
    uses_inside, uses_outside = (phrase_uses(index, ids) for ids in (inside, outside))
    source_of = find_sources(index, inside, least)
    phrases = []
    for phrase, ids in uses_inside.items() if all(words) else ():
        ids_outside = uses_outside.get(phrase, [])
        counts, counts_outside = (
            Counter(source_of[name] for name in names) for names in (ids, ids_outside)
        )
        keyness = compare_rates(counts.values(), counts_outside.values(), *words)
        if len(counts) >= least and keyness.at_least >= min_ratio:
            phrases.append(
                PhraseUse(
                    phrase,
                    len(index.reports_of(ids)),
                    len(index.reports_of(ids_outside) & others),
                    len(ids),
                    len(ids_outside),
                    keyness.ratio,
                    keyness.at_least,
                    keyness.log_odds,
                    tuple(index.pair_of[name][1].text for name in ids[:MAX_EXAMPLES]),
                )
            )
    best = sorted(phrases, key=lambda phrase: -phrase.log_odds)[:limit]
    return PhraseUses(len(here), len(others), *words, tuple(best))


def find_sources(index: PlainIndex, inside: set[str], least: int) -> Mapping[str, str]:
    """Return the authority of each paragraph, or its report: where the authority is not known, and
    of all where those inside are on fewer than `least` sources.
    """
    sources = {
        name: f"authority {report.authority}" if report.authority else report.id
        for name, (report, _) in index.pair_of.items()
    }
    if len({sources[name] for name in inside}) >= least:
        return sources
    return {name: report.id for name, (report, _) in index.pair_of.items()}


def count_words(index: PlainIndex, ids: Iterable[str]) -> int:
    """Return the number of words in some paragraphs."""
    return sum(len(index.words[name]) for name in ids)


def phrase_uses(index: PlainIndex, ids: set[str]) -> Mapping[str, list[str]]:
    """Return the phrases of some paragraphs, each with the paragraph of every use."""
    uses: dict[str, list[str]] = defaultdict(list)
    for name in index.words:
        text = index.words[name] if name in ids else []
        for size in PHRASE_SIZES:
            for start in range(len(text) - size + 1):
                uses[" ".join(text[start : start + size])].append(name)
    return uses


class PlainKeyness(NamedTuple):
    """How much more often a phrase is used here than elsewhere: the ratio of its rates, what that
    is at least, and the log-odds in standard deviations.
    """

    ratio: float
    at_least: float
    log_odds: float


def compare_rates(
    here: Collection[int], elsewhere: Collection[int], words: int, words_elsewhere: int
) -> PlainKeyness:
    """Return the keyness of a phrase, by the uses of each source here and elsewhere.

    Half a use more is shared as the words are. Of the uses those here are the share `p`; it has the
    Wilson interval of a sample of so many that its logit has the variance that sources give it.
    """
    prior = 0.5 * words / (words + words_elsewhere)
    prior_elsewhere = 0.5 - prior
    total, total_elsewhere = sum(here) + prior, sum(elsewhere) + prior_elsewhere
    variance = (sum(count**2 for count in here) + prior) / total**2 + (
        sum(count**2 for count in elsewhere) + prior_elsewhere
    ) / total_elsewhere**2
    smoothed = (total / words) / (total_elsewhere / words_elsewhere)
    p = total / (total + total_elsewhere)
    n = 1 / (p * (1 - p) * variance)
    z = 1.644854
    lowest = (p + z * z / (2 * n) - z * sqrt(p * (1 - p) / n + (z / (2 * n)) ** 2)) / (
        1 + z * z / n
    )
    used_elsewhere = sum(elsewhere)
    ratio = (sum(here) / words) / (used_elsewhere / words_elsewhere) if used_elsewhere else inf
    at_least = (lowest / words) / ((1 - lowest) / words_elsewhere)
    return PlainKeyness(ratio, at_least, log(smoothed) / sqrt(variance))


def weigh_stems(index: PlainIndex, stems: Sequence[str]) -> list[str]:
    """Return the stems that any paragraph has, without function words: those with the highest
    (1 + ln tf) * idf, falling.
    """
    left_out = set(map(stem, function_words()))
    weights = {}
    for word, count in Counter(stems).items():
        using = [name for name, of_paragraph in index.stems.items() if word in of_paragraph]
        if using and word not in left_out:
            weights[word] = (1 + log(count)) * index.idf(using)
    return sorted(weights, key=lambda word: (-weights[word], word))[:MAX_STEMS]


def score_stems(index: PlainIndex, stems: Iterable[str], ids: set[str]) -> Scores:
    """Return those of some paragraphs with any of the stems, with the sum of their BM25."""
    scores: Scores = defaultdict(float)
    for word in stems:
        for name, score in index.bm25(index.count_words("text", word.__eq__)).items():
            scores[name] += score
    return {name: score for name, score in scores.items() if name in ids}
