"""Reports and their words in plain Python lists: all that the fake engine knows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from math import log1p

from corpus.characters import caseless
from corpus.model import Paragraph, Report
from index.analysis import split, stem, terms
from index.facets import (
    BY_SECTION,
    BY_WORDS,
    EITHER,
    FACET,
    HistoryFacet,
    ParagraphFacet,
    ReportFacet,
    date_number,
)
from index.grade_history import read_grade_history
from index.segments.leads import LEAD_WEIGHT
from search.errors import BadRequest

K1, B = 1.2, 0.75
NO_DATE = 99999999
HYPHENS = ("-", "‐", "‑", "–", "−")

Scores = dict[str, float]
"""Paragraph id -> score."""
Test = Callable[[Report, Paragraph], bool]


class PlainIndex:
    """Reports, newest first and undated ones last, then by id. `pairs` are all paragraphs with
    their reports in this order; `words` are those of each paragraph as written, by its id: before
    its own those that lead into it, unless it is `with_leads` that is false.
    """

    def __init__(self, reports: Iterable[Report], with_leads: bool = True) -> None:
        self.reports = sorted(reports, key=newest_first)
        self.pairs = [(report, p) for report in self.reports for p in report.paragraphs]
        self.grade_history = read_grade_history(self.reports)
        self.pair_of = {paragraph.id: (report, paragraph) for report, paragraph in self.pairs}
        self.with_leads = with_leads
        self.texts = texts = {
            paragraph.id: f"{lead}\n{paragraph.text}"
            if (lead := self.lead_of(paragraph))
            else paragraph.text
            for _, paragraph in self.pairs
        }
        self.words = {name: terms(text) for name, text in texts.items()}
        self.stems = {name: list(map(stem, words)) for name, words in self.words.items()}
        self.signed = {name: signed(text) for name, text in texts.items()}
        self.printed = {name: printed(text) for name, text in texts.items()}
        self.lead_sizes = {
            paragraph.id: len(self.words[paragraph.id]) - len(terms(paragraph.text))
            for _, paragraph in self.pairs
        }
        self.lengths = {name: self.weighted(name, len, words) for name, words in self.words.items()}
        # Scores are of the reports that were not withdrawn.
        self.standing = {p.id for report, p in self.pairs if not report.withdrawn}
        lengths = [self.lengths[name] for name in self.standing]
        self.average = sum(lengths) / max(1, len(lengths)) or 1.0

    def lead_of(self, paragraph: Paragraph) -> str:
        """Return the words that lead into a paragraph and count with its own."""
        return (self.with_leads and paragraph.lead) or ""

    def weighted(self, name: str, count: Callable[[list[str]], int], words: list[str]) -> float:
        """Return what is counted in the words of a paragraph; what is not all in its text, but in
        its lead, counts less.
        """
        own = count(words[self.lead_sizes[name] :])
        return own + LEAD_WEIGHT * (count(words) - own)

    def words_of(self, paragraph_id: str, field: str) -> list[str]:
        """Return the words of a paragraph in order as `exact` or `text` has them."""
        return (self.stems if field == "text" else self.words)[paragraph_id]

    def words_as_asked(self, paragraph_id: str, field: str, words: Sequence[str]) -> list[str]:
        """Return the words of a paragraph, those as printed that are asked for so: with a percent
        sign, or in capitals.
        """
        indexed = self.words_of(paragraph_id, field)
        ways = zip(indexed, self.signed[paragraph_id], self.printed[paragraph_id], strict=True)
        return [
            next((way for way in (with_sign, letters) if is_as_printed(way) and way in words), word)
            for word, with_sign, letters in ways
        ]

    def reports_of(self, ids: Iterable[str]) -> set[str]:
        """Return the ids of the reports of paragraphs."""
        return {self.pair_of[name][0].id for name in ids}

    def values(self, key: str) -> set[str]:
        """Return the values that a facet has."""
        facet = FACET[key]
        if isinstance(facet, ParagraphFacet):
            return {value for pair in self.pairs for value in self.facet_values(*pair, key)}
        return set(filter(None, (self.report_value(facet, report) for report in self.reports)))

    def report_value(self, facet: HistoryFacet | ReportFacet, report: Report) -> str | None:
        """Return the value of a facet that all paragraphs of a report share."""
        if isinstance(facet, HistoryFacet):
            return facet.value(report, self.grade_history)
        return facet.value(report)

    def facet_values(
        self, report: Report, paragraph: Paragraph, key: str, theme_by: str = EITHER
    ) -> set[str]:
        """Return the values of a facet that a paragraph has; of themes those by its words, by its
        section, or either. Raise BadRequest for an unknown facet.
        """
        facet = FACET.get(key)
        if key == "theme" and theme_by != EITHER:
            themes = {BY_WORDS: paragraph.themes, BY_SECTION: paragraph.section_themes}
            return set(themes[theme_by])
        if facet is None:
            known = ", ".join(FACET)
            raise BadRequest(f"the field {key!r} cannot be searched so; choose from {known}")
        if isinstance(facet, ParagraphFacet):
            return set(filter(None, facet.values(paragraph)))
        return set(filter(None, [self.report_value(facet, report)]))

    def has_value(
        self, report: Report, paragraph: Paragraph, key: str, value: str, theme_by: str = EITHER
    ) -> bool:
        """Return whether a paragraph has a value of a facet, or is under a grade, in any case, or
        is of a report id.
        """
        if key == "report":
            return report.id == value
        if key == "under":
            return caseless(value) == caseless(grade_of(report, paragraph) or "")
        folded = {caseless(name) for name in self.facet_values(report, paragraph, key, theme_by)}
        return caseless(value) in folded

    def ids(self, test: Test) -> Iterator[str]:
        """Yield the ids of the paragraphs that pass a test, in the order of `pairs`."""
        return (paragraph.id for report, paragraph in self.pairs if test(report, paragraph))

    def count_words(self, field: str, is_wanted: Callable[[str], bool]) -> dict[str, float]:
        """Return how many words of each paragraph are wanted, by paragraph id."""
        return {
            name: self.weighted(
                name, lambda words: sum(map(is_wanted, words)), self.words_of(name, field)
            )
            for name in self.words
        }

    def count_phrase(self, field: str, words: list[str], slop: int) -> dict[str, float]:
        """Return how often a phrase occurs in each paragraph, by paragraph id: in how many places
        its last word stands, each word at most `slop` after the one before.
        """
        return {
            name: self.weighted(
                name,
                lambda text: len(phrase_ends(text, words, slop)),
                self.words_as_asked(name, field, words),
            )
            for name in self.words
        }

    def frequency(self, stem: str) -> int:
        """Return the number of paragraphs that contain a stem."""
        return sum(stem in stems for stems in self.stems.values())

    def is_printed(self, words: Sequence[str]) -> bool:
        """Return whether a paragraph has words as written, one after another."""
        return any(self.count_phrase("exact", list(words), slop=1).values())

    def hyphenated(self, first: str) -> tuple[tuple[str, ...], ...]:
        """Return the words that hyphens join to `first` in compounds of two to four, sorted."""
        compounds = {words for _, p in self.pairs for words in hyphenated(p.text)}
        return tuple(sorted(words[1:] for words in compounds if words[0] == first))

    def idf(self, ids: Iterable[str]) -> float:
        """Return the weight of a word that some paragraphs contain."""
        df = len(self.standing.intersection(ids))
        return log1p((len(self.standing) - df + 0.5) / (df + 0.5))

    def bm25(self, counts: dict[str, float], idf: float | None = None) -> Scores:
        """Return the scores of what occurs so often in each paragraph, as one word; its idf is
        that of the number of paragraphs where none is given.
        """
        counts = {name: tf for name, tf in counts.items() if tf}
        weight = self.idf(counts) if idf is None else idf
        scores = {}
        for name, tf in counts.items():
            length = self.lengths[name] / self.average
            scores[name] = weight * tf * (K1 + 1) / (tf + K1 * (1 - B + B * length))
        return scores


def signed(text: str) -> list[str]:
    """Return the words of a text, each number with the percent sign after it, if any."""
    words, edges = split(text)
    after = [text[end:].lstrip()[:1] for end in edges[1::2]]
    return [
        word + "%" if word[0].isdigit() and word[-1].isdigit() and sign in ("%", "％") else word
        for word, sign in zip(words, after, strict=True)
    ]


def printed(text: str) -> list[str]:
    """Return the words of a text as they are printed."""
    _, edges = split(text)
    return [text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=False)]


def is_as_printed(word: str) -> bool:
    """Return whether a word is one that a query asks for as printed."""
    return word.endswith("%") or word.isupper()


def hyphenated(text: str) -> list[tuple[str, ...]]:
    """Return the words of each compound of two to four words that hyphens join."""
    words, edges = split(text)
    runs = [words[:1]]
    for number, word in enumerate(words[1:], 1):
        if text[edges[2 * number - 1] : edges[2 * number]] in HYPHENS:
            runs[-1].append(word)
        else:
            runs.append([word])
    return [tuple(run) for run in runs if 2 <= len(run) <= 4]


def phrase_ends(text: list[str], words: list[str], slop: int = 1) -> list[int]:
    """Return the places in a text, rising, where an occurrence of a phrase ends."""
    if not words:
        return []
    ends = [place for place, word in enumerate(text) if word == words[0]]
    for wanted in words[1:]:
        ends = [
            place
            for place, word in enumerate(text)
            if word == wanted and any(0 < place - end <= slop for end in ends)
        ]
    return ends


def newest_first(report: Report) -> tuple[int, str]:
    """Return what sorts reports newest first, undated ones last, then by id."""
    return -date_number(report.dated), report.id


def oldest_first(report: Report) -> tuple[int, str]:
    """Return what sorts reports oldest first, undated ones last, then by id."""
    return date_number(report.dated) or NO_DATE, report.id


def grade_of(report: Report, paragraph: Paragraph) -> str | None:
    """Return the grade of a paragraph's judgement, else the overall one of its report."""
    grades = (grade for grade in (paragraph.grade, report.overall) if grade)
    return next(grades, None)
