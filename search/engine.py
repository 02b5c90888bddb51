"""The protocol of an engine: every question that `search` and `web` ask of an index.

`search.local` answers from a snapshot on this machine's disk; another engine, such as a cluster,
keeps the same promises and joins the conformance suite in `tests/search/engines`. An engine stands
for one commit: all its answers agree with each other, however long it is held. It is safe in any
number of threads.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Protocol, TypeAlias

import msgspec

from corpus.model import Paragraph, Report
from search.language.nodes import Query
from search.language.plan import PhrasePlan, Plan
from search.language.vocabulary import Vocabulary
from search.model import Diagnostic, Facet

Ref: TypeAlias = int | str
"""A paragraph as the engine that gave it out knows it; it means nothing to any other."""


class State(msgspec.Struct, frozen=True):
    """The commit that answers: its `generation`, and how much it holds."""

    generation: int
    reports: int
    paragraphs: int


class Listing(msgspec.Struct, frozen=True):
    """The paragraphs of one page in order, as parallel sequences.

    `matches` counts the matching paragraphs of each one's report where a report is listed once,
    and is 1 elsewhere.
    """

    refs: Sequence[Ref]
    texts: Sequence[str]
    scores: Sequence[float]
    matches: Sequence[int]


class Answer(Protocol):
    """The answer to a plan. Its parts may be computed when they are first read."""

    @property
    def total(self) -> int:
        """The number of paragraphs that match."""

    @property
    def reports(self) -> int:
        """The number of reports that these paragraphs belong to."""

    @property
    def matched(self) -> str:
        """How the words were required: all, most or any."""

    @property
    def node(self) -> Query:
        """The query node that was evaluated: what `matched` made of the plan's query."""

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What the person should know of the evaluation, such as that it was stopped."""

    @property
    def listing(self) -> Listing:
        """The page that the plan asks for.

        By relevance, scores fall; equal scores, and the other orders, are decided by the date of
        the report (newest first, or oldest first where that is asked; undated last), then its id,
        then the place in the report.
        """

    @property
    def facets(self) -> tuple[Facet, ...]:
        """The facets that the plan asks for, each counted under all filters but its own.

        Values come in the order of their facet; those without a match are left out unless they
        are selected.
        """


class Neighbourhood(msgspec.Struct, frozen=True):
    """A paragraph in its report, with those right `before` and `after` it."""

    paragraph: Paragraph
    report: Report
    before: tuple[Paragraph, ...]
    after: tuple[Paragraph, ...]


class AuthorityFacts(msgspec.Struct, frozen=True):
    """An authority with the number of its reports and paragraphs."""

    name: str
    region: str | None
    reports: int
    paragraphs: int


class Occurrence(msgspec.Struct, frozen=True):
    """One occurrence of a phrase: the characters `start` up to `end` of a paragraph's text."""

    paragraph_id: str
    report_id: str
    authority: str | None
    dated: date | None
    section: str | None
    grade: str | None
    text: str
    start: int
    end: int


class Occurrences(msgspec.Struct, frozen=True):
    """All occurrences of a phrase counted, and those of one page in order."""

    total: int
    paragraphs: int
    reports: int
    page: tuple[Occurrence, ...]


class Usage(msgspec.Struct, frozen=True):
    """How many reports use a wording: `using` of `of` under the filters, and by value.

    `by` gives for grade, year and area each value's (using, of); values that no report has are
    left out.
    """

    paragraphs: int
    using: int
    of: int
    by: Mapping[str, Mapping[str, tuple[int, int]]]


class PhraseUse(msgspec.Struct, frozen=True):
    """A phrase that `here` reports use within a result, and `elsewhere` reports outside it.

    `examples` are texts of a few paragraphs of the result that use it.
    """

    text: str
    here: int
    elsewhere: int
    log_odds: float
    log_likelihood: float
    examples: tuple[str, ...]


class PhraseUses(msgspec.Struct, frozen=True):
    """Phrases of a result, of how many reports it is (`here`), and how many are `elsewhere`."""

    here: int
    elsewhere: int
    phrases: tuple[PhraseUse, ...]


class Similar(msgspec.Struct, frozen=True):
    """Paragraphs similar to a text.

    `stems` are those of its stems that were looked for, weightiest first; `by_grade` lists the best
    matches of each grade from outstanding down, those without a grade (None) last.
    """

    stems: tuple[str, ...]
    by_grade: tuple[tuple[str | None, Listing], ...]


class Engine(Protocol):
    """What is asked of any index."""

    @property
    def state(self) -> State:
        """The commit that answers."""

    @property
    def vocabulary(self) -> Vocabulary:
        """Wordings that mean the same, with the acronyms that the collection's texts define."""

    def names(self, field: str) -> tuple[str, ...]:
        """Return the values that a facet, or `report`, has in the collection, in no set order."""

    def answer(self, plan: Plan) -> Answer:
        """Return the answer to a plan.

        A query that takes longer than its budget is stopped: the answer is then empty and a
        diagnostic of kind `stopped` says so. Raise BadRequest for a node that cannot be evaluated.
        """

    def count(self, plan: Plan) -> int:
        """Return the total of the answer to a plan; 0 where it takes longer than its budget."""

    def paragraph(self, ref: Ref) -> Paragraph:
        """Return a paragraph that this engine listed."""

    def report_of(self, ref: Ref) -> Report:
        """Return the report of a paragraph that this engine listed, without its paragraphs."""

    def neighbourhood(self, paragraph_id: str, around: int) -> Neighbourhood | None:
        """Return a paragraph with up to `around` before and after it; None for an unknown id."""

    def report(self, report_id: str) -> Report | None:
        """Return a report with all its paragraphs; None for an unknown id."""

    def reports(self) -> tuple[Report, ...]:
        """Return all reports without their paragraphs: newest first, undated last, then by id."""

    def authorities(self) -> tuple[AuthorityFacts, ...]:
        """Return the authorities that have reports, by name."""

    def frequency(self, stem: str) -> int:
        """Return the number of paragraphs that contain a stem."""

    def near_words(self, word: str, edits: int, more_than: int) -> tuple[str, ...]:
        """Return the other words of ASCII letters within `edits` edits (optimal string alignment)
        of `word` that occur more than `more_than` times, the most frequent first, then by letter.
        """

    # Wording is asked of paragraphs in their reports' own words: those that three reports or more
    # share word for word, digits aside, are boilerplate and left out. The grade of a paragraph is
    # that of its judgement, else the overall grade of its report.

    def occurrences(self, plan: PhrasePlan) -> Occurrences:
        """Return the occurrences of a phrase."""

    def usage(self, plan: Plan) -> Usage:
        """Return how many reports use the wording of a plan, by grade, year and area."""

    def distinctive_phrases(self, plan: Plan, least: int, limit: int) -> PhraseUses:
        """Return the phrases of two to five words that at least `least` reports of the result use,
        and that its reports use more than the others (G2 at least 3.84): the `limit` with the
        highest weighted log-odds, highest first.
        """

    def similar(self, stems: Sequence[str], plan: Plan, without_report: str | None) -> Similar:
        """Return the paragraphs most similar to a text of `stems`, under the filters of a plan,
        none of them in the report of the id `without_report`.
        """
