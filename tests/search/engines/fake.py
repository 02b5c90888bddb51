"""The fake engine: every promise of `search.engine.Engine`, kept in plain Python.

Slow, short and to be believed: the conformance suite compares all other engines with it. What
only ranks (similarity, priors) is no part of the promise, and not here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timezone
from itertools import starmap

from corpus.model import Paragraph, Report
from corpus.registry import registry
from index.grade_history import GradesOverTime
from index.vectors.acronyms import find_acronyms
from index.vectors.training import PUNCTUATION
from search.language.forms.compounds import Compounds
from search.language.plan import PhrasePlan, Plan
from search.language.understanding.query_cache import QueryCache
from search.language.vocabulary import Vocabulary, vocabulary
from search.model import Request
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
from tests.search.engines import plain_wording
from tests.search.engines.plain_answer import (
    RELAXATIONS,
    FakeAnswer,
    answer_plan,
    evaluate,
    listing_of,
    passes,
    sort_key,
)
from tests.search.engines.plain_evaluate import osa_distance
from tests.search.engines.plain_index import PlainIndex, grade_of

LISTED_PER_GRADE = 20
COMMITTED = datetime(2024, 5, 1, 12, 30, tzinfo=timezone.utc)


class FakeEngine:
    """Answers from a list of reports. A reference is the id of a paragraph."""

    def __init__(self, reports: Iterable[Report], generation: int = 1) -> None:
        reports = tuple(reports)
        self.index = PlainIndex(reports)
        self.texts = PlainIndex(reports, with_leads=False)
        self.generation = generation
        self.query_cache = QueryCache()

    @property
    def state(self) -> State:
        """The commit that answers."""
        return State(self.generation, COMMITTED, len(self.index.reports), len(self.index.pairs))

    # Search.

    @property
    def vocabulary(self) -> Vocabulary:
        """Wordings that mean the same, with the acronyms that the texts define."""
        texts = [paragraph.text for _, paragraph in self.index.pairs]
        written = {word.strip(PUNCTUATION) for text in texts for word in text.split()}
        return vocabulary(find_acronyms(texts, written.__contains__))

    def names(self, field: str) -> tuple[str, ...]:
        """Return the values that a facet, `report` or `under` has in the collection."""
        if field == "report":
            return tuple(report.id for report in self.index.reports)
        if field == "under":
            return tuple({*starmap(grade_of, self.index.pairs)} - {None})
        return tuple(self.index.values(field))

    def answer(self, plan: Plan) -> FakeAnswer:
        """Return the answer to a plan."""
        return answer_plan(self.index, plan)

    def count(self, plan: Plan) -> int:
        """Return the total of the answer to a plan."""
        return self.answer(plan).total

    @property
    def compounds(self) -> Compounds:
        """The forms in which the collection prints one word."""
        return Compounds(self.texts)

    def frequency(self, stem: str) -> int:
        """Return the number of paragraphs that contain a stem."""
        return self.texts.frequency(stem)

    def word_vectors(self, stems: Sequence[str]) -> Mapping[str, Sequence[float]]:
        """Return no vectors, as a small collection may."""
        return {}

    def near_words(self, word: str, edits: int, more_than: int) -> tuple[str, ...]:
        """Return the words within an edit distance of a word, the most frequent first."""
        counts = Counter(word for words in self.texts.words.values() for word in words)
        near = [
            other
            for other, count in counts.items()
            if count > more_than and other != word and other.isascii() and other.isalpha()
            if osa_distance(other, word) <= edits
        ]
        return tuple(sorted(near, key=lambda other: (-counts[other], other)))

    # Reports and paragraphs.

    def paragraph(self, ref: Ref) -> Paragraph:
        """Return a paragraph that this engine listed."""
        return self.index.pair_of[str(ref)][1]

    def report_of(self, ref: Ref) -> Report:
        """Return the report of a paragraph that this engine listed, without its paragraphs."""
        return replace(self.index.pair_of[str(ref)][0], paragraphs=())

    def neighbourhood(self, paragraph_id: str, around: int) -> Neighbourhood | None:
        """Return a paragraph with up to `around` before and after it, None for an unknown id."""
        if paragraph_id not in self.index.pair_of:
            return None
        report, paragraph = self.index.pair_of[paragraph_id]
        place = report.paragraphs.index(paragraph)
        before = report.paragraphs[max(0, place - around) : place]
        after = report.paragraphs[place + 1 : place + 1 + around]
        return Neighbourhood(paragraph, replace(report, paragraphs=()), before, after)

    def report(self, report_id: str) -> Report | None:
        """Return a report with all its paragraphs, None for an unknown id."""
        return next((report for report in self.index.reports if report.id == report_id), None)

    def reports(self) -> tuple[Report, ...]:
        """Return all reports without their paragraphs, newest first."""
        return tuple(replace(report, paragraphs=()) for report in self.index.reports)

    @property
    def grade_history(self) -> GradesOverTime[Report]:
        """The overall grades of authorities over time."""
        return self.index.grade_history

    def authorities(self) -> tuple[AuthorityFacts, ...]:
        """Return the authorities that have reports, by name."""
        names = {report.authority for report in self.index.reports if report.authority}
        return tuple(self.authority(name) for name in sorted(names))

    def authority(self, name: str) -> AuthorityFacts:
        """Return the facts of an authority; its region is that of its newest report."""
        reports = [report for report in self.index.reports if report.authority == name]
        paragraphs = sum(len(report.paragraphs) for report in reports)
        return AuthorityFacts(name, reports[0].region, len(reports), paragraphs)

    # Wording.

    def occurrences(self, plan: PhrasePlan) -> Occurrences:
        """Return the occurrences of a phrase."""
        request = plan.request
        ids = self.passing(request)
        if plan.within is not None:
            node = plan.within.parsed.query(RELAXATIONS[plan.within.request.match][0])
            ids &= set(evaluate(self.texts, plan.within, node))
        boilerplate = ids - plain_wording.own_ids(self.texts)
        repeated = plain_wording.find_occurrences(self.texts, boilerplate, plan)
        counted = ids if plan.boilerplate else ids - boilerplate
        occurrences = plain_wording.find_occurrences(self.texts, counted, plan)
        paragraphs = {occurrence.paragraph_id for occurrence in occurrences}
        return Occurrences(
            len(occurrences),
            len(paragraphs),
            len(self.texts.reports_of(paragraphs)),
            len(repeated),
            tuple(occurrences[request.start : request.start + request.limit]),
        )

    def usage(self, plan: Plan) -> Usage:
        """Return how many reports use the wording of a plan."""
        return plain_wording.count_usage(self.texts, self.result(plan), self.own(plan.request))

    def shared_usage(self, plan: Plan, other: Plan) -> SharedUsage:
        """Return how many reports use the wordings of both plans."""
        one, two = self.result(plan), self.result(other)
        return plain_wording.count_shared_usage(self.texts, one, two)

    def distinctive_phrases(
        self, plan: Plan, least: int, min_ratio: float, limit: int, against: Plan | None = None
    ) -> PhraseUses:
        """Return the phrases that the result of a plan uses more than other paragraphs."""
        inside = self.result(plan)
        others = self.own(Request(withdrawn=plan.request.withdrawn))
        outside = (self.result(against) if against else others) - inside
        return plain_wording.find_distinctive(self.texts, inside, outside, least, min_ratio, limit)

    def similar(self, stems: Sequence[str], plan: Plan, without_report: str | None) -> Similar:
        """Return the paragraphs most similar to a text of `stems`."""
        wanted = plain_wording.weigh_stems(self.texts, stems)
        scores = plain_wording.score_stems(self.texts, wanted, self.own(plan.request))
        names_by_grade: dict[str | None, list[str]] = {
            grade: [] for grade in (*(grade.key for grade in registry().grades), None)
        }
        for name in sorted(scores, key=sort_key(self.texts, scores, "relevance")):
            report, paragraph = self.texts.pair_of[name]
            if report.id != without_report:
                names_by_grade[grade_of(report, paragraph)].append(name)
        by_grade: list[tuple[str | None, Listing]] = []
        for grade, names in names_by_grade.items():
            best = names[:LISTED_PER_GRADE]
            if best:
                by_grade.append((grade, listing_of(self.texts, best, scores, [1] * len(best))))
        return Similar(tuple(wanted), tuple(by_grade))

    def own(self, request: Request) -> set[str]:
        """Return the paragraphs in their reports' own words that pass the filters."""
        return plain_wording.own_ids(self.texts) & self.passing(request)

    def passing(self, request: Request) -> set[str]:
        """Return the paragraphs that pass the filters of a request."""
        return set(self.texts.ids(lambda report, p: passes(self.texts, request, report, p)))

    def result(self, plan: Plan) -> set[str]:
        """Return the paragraphs in own words that a plan finds, with all words where it does not
        say how many. Raise TooLong.
        """
        node = plan.parsed.query(RELAXATIONS[plan.request.match][0])
        return self.own(plan.request) & set(evaluate(self.texts, plan, node))
