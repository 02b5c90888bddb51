"""The protocol of an engine: every question that `search` and `web` ask of an index.

`search.local` answers from a snapshot on this machine's disk; another engine, such as a cluster,
keeps the same promises and joins the conformance suite in `tests/search/engines`. An engine stands
for one commit: all its answers agree with each other, however long it is held. It is safe in any
number of threads.

A node asks for a number with the percent sign after it as the word `10%`, and for letters that are
also a word in capitals, see `search.language.forms.as_printed`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from corpus.model import Paragraph, Report
from index.grade_history import GradedReport, GradesOverTime
from search.language.forms.compounds import Compounds
from search.language.nodes import Query
from search.language.plan import PhrasePlan, Plan
from search.language.understanding.query_cache import QueryCache
from search.language.vocabulary import Vocabulary
from search.model import Diagnostic, Facet
from search.records import (
    AuthorityFacts,
    Listing,
    Neighbourhood,
    Occurrences,
    PhraseUses,
    Ref,
    SharedUsage,
    Similar,
    State,
    Usage,
)


class Answer(Protocol):
    """The answer to a plan. Its parts may be computed when they are first read."""

    @property
    def total(self) -> int:
        """The number of paragraphs that match."""

    @property
    def reports(self) -> int:
        """The number of reports that these paragraphs belong to."""

    @property
    def total_as_typed(self) -> int:
        """The number of these paragraphs that have all the words, without the wordings that the
        vocabulary adds, and each negator before the word that it negates: the total of the
        plan for the same request without `widen`, matching all.
        """

    @property
    def reports_as_typed(self) -> int:
        """The number of reports that the paragraphs that match as typed belong to."""

    def is_as_typed(self, ref: Ref) -> bool:
        """Return whether a paragraph that matches is among those as typed."""

    @property
    def total_together(self) -> int:
        """The number of paragraphs as typed that have all the words as one phrase, see
        `search.language.phrases.whole_phrase`; 0 where a query is no such phrase.
        """

    @property
    def reports_together(self) -> int:
        """The number of reports that these paragraphs belong to."""

    @property
    def matched(self) -> str:
        """How the words were required: all, most or any.

        It is what the request asks for. For `auto` it is all where there are fewer than two words;
        else all where so at least 10 paragraphs match and pass the filters, else most where so at
        least 50 do, else any.
        """

    @property
    def node(self) -> Query:
        """The query node that was evaluated: what `matched` made of the plan's query."""

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What the person should know of the evaluation.

        Its kinds are `stopped`, where it took longer than the budget, and `cut`, where a prefix,
        pattern or misspelling stands for more words than the engine looks for.
        """

    @property
    def listing(self) -> Listing:
        """The page that the plan asks for; pages that follow each other repeat and skip none.

        By relevance, scores fall; how they are computed is up to the engine, but that paragraphs
        with all the words as one phrase (`search.language.phrases.whole_phrase`) come first. Where
        one wording is asked for, or MIN_TOGETHER paragraphs have that phrase, or not all words are
        required, those that match as typed come before the others. Equal scores, and the
        other orders, are decided by the date of the report (newest first, or oldest first where
        that is asked; undated last), then its id, then the place in the report. Where each report
        is listed once, it is with the first of its paragraphs in this order.
        """

    @property
    def facets(self) -> tuple[Facet, ...]:
        """The facets that the plan asks for, each counted under all filters but its own.

        Values come in the order of their facet; those without a match are left out unless they
        are selected. A filter selects a value in any case; one that the collection does not have
        is listed as it was given.
        """


class Engine(Protocol):
    """What is asked of any index. Only living reports and their paragraphs are in any answer."""

    @property
    def state(self) -> State:
        """The commit that answers."""

    @property
    def vocabulary(self) -> Vocabulary:
        """Wordings that mean the same, with the acronyms that the collection's texts define.

        Acronyms may be those of an earlier commit, as long as most of its texts are still there.
        """

    @property
    def compounds(self) -> Compounds:
        """The forms in which the collection prints one word: joined, with hyphens, apart."""

    @property
    def query_cache(self) -> QueryCache:
        """The queries that were last understood for the collection, always the same object."""

    def names(self, field: str) -> tuple[str, ...]:
        """Return the values that a facet, `report` or `under` has in the collection, each once and
        in no set order. What a paragraph is `under` is the grade of its judgement, else the
        overall grade of its report.
        """

    def answer(self, plan: Plan) -> Answer:
        """Return the answer to a plan.

        A query that takes longer than its budget is stopped: the answer is then empty and a
        diagnostic of kind `stopped` says so. Raise BadRequest for a node that cannot be evaluated:
        of another type than those of `search.language.nodes`, for a field that it cannot search,
        or with a limit of a year or date that is not a number.
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

    @property
    def grade_history(self) -> GradesOverTime[GradedReport]:
        """The overall grades of authorities over time, as `index.grade_history` reads them from
        all reports.
        """

    def authorities(self) -> tuple[AuthorityFacts, ...]:
        """Return the authorities that have reports, by name."""

    def frequency(self, stem: str) -> int:
        """Return the number of paragraphs that contain a stem."""

    def word_vectors(self, stems: Sequence[str]) -> Mapping[str, Sequence[float]]:
        """Return the vectors of those stems that have one: of length 1, the nearer in direction the
        more alike the texts are that the stems occur in.

        They may be those of an earlier commit; a collection that is small may have none.
        """

    def near_words(self, word: str, edits: int, more_than: int) -> tuple[str, ...]:
        """Return the other words of ASCII letters within `edits` edits (optimal string alignment)
        of `word`, itself ASCII letters in lower case, that occur more than `more_than` times, the
        most frequent first, then by letter.
        """

    # Wording is asked of paragraphs in their reports' own words. Boilerplate is left out: texts of
    # eight words or more that three reports or more share word for word, numbers in digits aside,
    # none of them withdrawn.
    # The grade of a paragraph is that of its judgement, else the overall grade of its report. The
    # result of a plan is what matches with all words, unless the request says most or any.

    def occurrences(self, plan: PhrasePlan) -> Occurrences:
        """Return the occurrences of a phrase in any of its forms, which may overlap; of those that
        begin at one word the longest. Only those in paragraphs that the plan `within` finds count,
        where there is one, and those in boilerplate where the plan takes them in. Raise TooLong
        where `within` takes longer than its budget.

        They come by the four words after them (`right`) or before them, the nearest first
        (`left`), as written, where the end of the paragraph is before any word; equal ones in an
        order that stays. Or newest report first, undated ones last, then by its id and in its
        order (`date`).
        """

    def usage(self, plan: Plan) -> Usage:
        """Return how many reports use the wording of a plan, by grade, year, area and scale, and
        its paragraphs by polarity. Raise TooLong where that takes longer than its budget.
        """

    def shared_usage(self, plan: Plan, other: Plan) -> SharedUsage:
        """Return how many reports have a paragraph in the result of each of two plans, by grade
        too. Raise TooLong where one of them takes longer than its budget.
        """

    def distinctive_phrases(
        self, plan: Plan, least: int, min_ratio: float, limit: int, against: Plan | None = None
    ) -> PhraseUses:
        """Return the phrases of two to six words that at least `least` sources use in the
        paragraphs of the result, and that these use, per word, surely `min_ratio` times as often as
        the others: the `limit` with the highest log-odds, highest first. The others are those of
        the result of `against` which are not in the first one; without it, all other paragraphs.
        Withdrawn reports are among the others only where the request of their plan takes them in.

        A source is an authority (or a report on none that is known), or a report where the result
        has fewer than `least` of these. `search/local/wording/keyness.py` has the formulas. Raise
        TooLong where a result takes longer than its budget.
        """

    def similar(self, stems: Sequence[str], plan: Plan, without_report: str | None) -> Similar:
        """Return the paragraphs most similar to a text of `stems`, under the filters of a plan,
        none of them in the report of the id `without_report`.

        Of the text's stems those of function words and those that no paragraph has are left out,
        and at most 30 are looked for: those with the highest (1 + ln tf) * idf, by their `tf` in
        the text. Each grade has at most 20 matches, which have at least one of the stems; their
        scores fall.
        """
