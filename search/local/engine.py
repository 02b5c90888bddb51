"""The local engine: `search.engine.Engine` over one snapshot of an index on this machine's disk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from corpus.lazy import lazy_property
from corpus.model import Paragraph, Report
from index.collection import Collection, open_snapshot
from index.facets import REPORT_FILTER, UNDER
from index.grade_history import GradedReport, GradesOverTime
from index.snapshot import Snapshot
from search.language.forms.compounds import Compounds
from search.language.plan import PhrasePlan, Plan
from search.language.understanding.query_cache import QueryCache
from search.language.vocabulary import Vocabulary, vocabulary
from search.local.answer import LocalAnswer, answer_plan, count_matches
from search.local.near_words import near_words
from search.local.paragraph_grades import paragraph_grades
from search.local.prepared import PreparedSnapshot
from search.local.wording.distinctive_phrases import find_distinctive
from search.local.wording.occurrences import find_occurrences
from search.local.wording.similar import find_similar
from search.local.wording.usage import count_shared_usage, count_usage
from search.records import (
    AuthorityFacts,
    Neighbourhood,
    Occurrences,
    PhraseUses,
    Ref,
    SharedUsage,
    Similar,
    State,
    Usage,
)


class LocalEngine(PreparedSnapshot):
    """Answers from a snapshot; a reference is the number of a paragraph in it."""

    @property
    def state(self) -> State:
        """The commit that answers."""
        snapshot = self.snapshot
        return State(
            snapshot.generation,
            snapshot.committed,
            snapshot.report_count,
            snapshot.paragraphs,
        )

    @lazy_property
    def vocabulary(self) -> Vocabulary:
        """Wordings that mean the same, with the acronyms that the collection defines."""
        return vocabulary(self.snapshot.model.acronyms)

    @lazy_property
    def compounds(self) -> Compounds:
        """The forms in which the collection prints one word."""
        return Compounds(self.printed)

    @lazy_property
    def query_cache(self) -> QueryCache:
        """The queries that were last understood for the collection."""
        return QueryCache()

    # Search.

    def names(self, field: str) -> tuple[str, ...]:
        """Return the values that a facet, `report` or `under` has in the collection."""
        if field == UNDER:
            return paragraph_grades(self.snapshot).living
        return self._names[field]

    @lazy_property
    def _names(self) -> Mapping[str, tuple[str, ...]]:
        facets = {
            key: tuple(values.names[code] for code in values.codes)
            for key, values in self.facet_values.items()
        }
        return {**facets, REPORT_FILTER.key: tuple(self.columns.rows)}

    def answer(self, plan: Plan) -> LocalAnswer:
        """Return the answer to a plan."""
        return answer_plan(self, plan)

    def count(self, plan: Plan) -> int:
        """Return how many paragraphs a plan finds, 0 where it takes longer than its budget."""
        return count_matches(self, plan)

    def frequency(self, stem: str) -> int:
        """Return the number of paragraphs that contain a stem."""
        return self.printed.frequency(stem)

    def word_vectors(self, stems: Sequence[str]) -> Mapping[str, Sequence[float]]:
        """Return the vectors of those stems that have one, float32 (d)."""
        model = self.snapshot.model
        return {one: model.vectors[model.row[one]] for one in stems if one in model.row}

    def near_words(self, word: str, edits: int, more_than: int) -> tuple[str, ...]:
        """Return the words within an edit distance of a word, the most frequent first."""
        return near_words(self.snapshot, word, edits, more_than)

    # Reports and paragraphs.

    def paragraph(self, ref: Ref) -> Paragraph:
        """Return a paragraph that this engine listed."""
        return self.snapshot.paragraph(int(ref))

    def report_of(self, ref: Ref) -> Report:
        """Return the report of a paragraph that this engine listed, without its paragraphs."""
        return self.snapshot.report_at(int(ref))

    def neighbourhood(self, paragraph_id: str, around: int) -> Neighbourhood | None:
        """Return a paragraph with up to `around` before and after it, None for an unknown id."""
        snapshot, doc = self.snapshot, self.snapshot.find(paragraph_id)
        if doc is None:
            return None
        docs = self.columns.docs(int(self.columns.report_of[doc]))
        before = range(max(docs.start, doc - around), doc)
        after = range(doc + 1, min(docs.stop, doc + around + 1))
        return Neighbourhood(
            snapshot.paragraph(doc),
            snapshot.report_at(doc),
            tuple(map(snapshot.paragraph, before)),
            tuple(map(snapshot.paragraph, after)),
        )

    def report(self, report_id: str) -> Report | None:
        """Return a report with all its paragraphs, None for an unknown id."""
        return self.snapshot.report(report_id)

    def reports(self) -> tuple[Report, ...]:
        """Return all reports without their paragraphs, newest first."""
        return self.snapshot.reports()

    @property
    def grade_history(self) -> GradesOverTime[GradedReport]:
        """The overall grades of authorities over time."""
        return self.snapshot.grade_history

    def authorities(self) -> tuple[AuthorityFacts, ...]:
        """Return the authorities that have reports, by name.

        The region of an authority is that of its newest report.
        """
        columns = self.columns
        sizes = np.diff(columns.first)
        names, regions = columns.names["authority"], columns.names["region"]
        authorities: dict[str, AuthorityFacts] = {}
        for row in columns.newest.tolist():
            name = names[columns.report_codes["authority"][row]]
            if name is None:
                continue
            region = regions[columns.report_codes["region"][row]]
            facts = authorities.get(name, AuthorityFacts(name, region, 0, 0))
            authorities[name] = AuthorityFacts(
                name, facts.region, facts.reports + 1, facts.paragraphs + int(sizes[row])
            )
        return tuple(authorities[name] for name in sorted(authorities))

    # Wording.

    def occurrences(self, plan: PhrasePlan) -> Occurrences:
        """Return the occurrences of a phrase."""
        return find_occurrences(self.wording_corpus, self.wording_bm25, plan)

    def usage(self, plan: Plan) -> Usage:
        """Return how many reports use the wording of a plan."""
        return count_usage(self.wording_corpus, self.wording_bm25, plan)

    def shared_usage(self, plan: Plan, other: Plan) -> SharedUsage:
        """Return how many reports use the wordings of both plans."""
        return count_shared_usage(self.wording_corpus, self.wording_bm25, plan, other)

    def distinctive_phrases(
        self, plan: Plan, least: int, min_ratio: float, limit: int, against: Plan | None = None
    ) -> PhraseUses:
        """Return the phrases that the result of a plan uses more than other paragraphs."""
        return find_distinctive(
            self.wording_corpus, self.wording_bm25, plan, least, min_ratio, limit, against
        )

    def similar(self, stems: Sequence[str], plan: Plan, without_report: str | None) -> Similar:
        """Return the paragraphs most similar to a text of `stems`."""
        return find_similar(self.wording_corpus, self.wording_bm25, stems, plan, without_report)


def local_engine(snapshot: Snapshot) -> LocalEngine:
    """Return the engine of a snapshot, the same for all threads until the snapshot is retired."""
    engine: LocalEngine = snapshot.compute_once("engine", LocalEngine)
    return engine


def open_engine(data: Path) -> LocalEngine:
    """Return an engine over the newest commit at `data`. Raise IndexingError."""
    return local_engine(open_snapshot(data))


class LocalEngines:
    """Hands out the engine of the newest commit at `data`, one for all threads of a process."""

    def __init__(self, data: Path) -> None:
        self._collection = Collection(data)

    def newest(self) -> LocalEngine:
        """Return the engine of the newest commit. Raise IndexingError where there is none."""
        return local_engine(self._collection.snapshot())

    def follow(self) -> None:
        """Open each commit from now on, asked or not, so that the files of older ones can go."""
        self._collection.follow()
