"""The records that an engine answers with: listings, occurrences, counts of wording."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import TypeAlias

import msgspec

from corpus.model import Paragraph, Report

Ref: TypeAlias = int | str
"""A paragraph as the engine that gave it out knows it; it means nothing to any other."""


class State(msgspec.Struct, frozen=True):
    """The commit that answers: its `generation`, which grows from commit to commit, the time when
    it was made (UTC), and how many reports and paragraphs it has.
    """

    generation: int
    committed: datetime
    reports: int
    paragraphs: int


class Listing(msgspec.Struct, frozen=True):
    """The paragraphs of one page in order, as parallel sequences.

    `scores` are at least 0. `matches` is 1 for each paragraph, but where every report is listed
    once it is the number of matching paragraphs of its report.
    """

    refs: Sequence[Ref]
    texts: Sequence[str]
    scores: Sequence[float]
    matches: Sequence[int]


class Neighbourhood(msgspec.Struct, frozen=True):
    """A paragraph with those right `before` and `after` it, and its report without paragraphs."""

    paragraph: Paragraph
    report: Report
    before: tuple[Paragraph, ...]
    after: tuple[Paragraph, ...]


class AuthorityFacts(msgspec.Struct, frozen=True):
    """An authority with the number of its reports and paragraphs. Its `region` is that of its
    newest report.
    """

    name: str
    region: str | None
    reports: int
    paragraphs: int


class Occurrence(msgspec.Struct, frozen=True):
    """One occurrence of a phrase: the characters `start` up to `end` of a paragraph's `text`.

    `ordinal` is the paragraph's place in its report, from 1. `grade` is that of the paragraph's
    judgement, else the overall grade of its report. `boilerplate`: the paragraph is such.
    """

    paragraph_id: str
    report_id: str
    ordinal: int
    authority: str | None
    dated: date | None
    section: str | None
    grade: str | None
    text: str
    start: int
    end: int
    boilerplate: bool


class Occurrences(msgspec.Struct, frozen=True):
    """How many occurrences of a phrase there are, in how many paragraphs and reports, and those
    of one page in order. `in_boilerplate` counts those in boilerplate, which the others take in
    only where the plan says so.
    """

    total: int
    paragraphs: int
    reports: int
    in_boilerplate: int
    page: tuple[Occurrence, ...]


class Usage(msgspec.Struct, frozen=True):
    """How many reports use a wording, in how many `paragraphs`: `using` of the `of` reports that
    have a paragraph under the filters.

    `by` gives for `grade`, `year`, `area` and `scale` the same two numbers for each value, counting
    the paragraphs that have it; values that no paragraph has are left out. `polarities` counts the
    paragraphs that use it by their polarity, those without one left out.
    """

    paragraphs: int
    using: int
    of: int
    by: Mapping[str, Mapping[str, tuple[int, int]]]
    polarities: Mapping[str, int]


class SharedUsage(msgspec.Struct, frozen=True):
    """How many `reports` use each of two wordings, in one paragraph or in several.

    `by_grade` counts for each grade the reports that use both under it; a grade that none does is
    left out.
    """

    reports: int
    by_grade: Mapping[str, int]


class PhraseUse(msgspec.Struct, frozen=True):
    """A phrase that `here` reports use within a result, `uses` times, and that is used
    `uses_elsewhere` times in all other paragraphs; `elsewhere` reports that have no paragraph in
    the result use it.

    `ratio` says how many times as often it is used, per word, within the result as in all other
    paragraphs (infinite where these never do), `at_least` what the ratio is at least with 95 %
    confidence, and `log_odds` are the weighted log-odds in standard deviations. `examples` are
    texts of one to twenty paragraphs of the result that use the phrase, from all over it.
    """

    text: str
    here: int
    elsewhere: int
    uses: int
    uses_elsewhere: int
    ratio: float
    at_least: float
    log_odds: float
    examples: tuple[str, ...]


class PhraseUses(msgspec.Struct, frozen=True):
    """Phrases of a result, with the number of reports that have a paragraph in the result
    (`here`), and of those that have none (`elsewhere`); with the words of the paragraphs in the
    result, and those of all others.
    """

    here: int
    elsewhere: int
    words: int
    words_elsewhere: int
    phrases: tuple[PhraseUse, ...]


class Similar(msgspec.Struct, frozen=True):
    """Paragraphs similar to a text.

    `stems` are those of its stems that were looked for, weightiest first; `by_grade` lists the best
    matches of each grade that has any, from outstanding down, those without a grade (None) last.
    """

    stems: tuple[str, ...]
    by_grade: tuple[tuple[str | None, Listing], ...]
