"""How many reports use a wording: of each grade, year and area."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from index.segments.arrays import Array
from search.language.plan import Plan
from search.local.filters import request_masks
from search.local.ranking.bm25 import Bm25
from search.local.wording.corpus import WordingCorpus
from search.local.wording.result import result_docs
from search.records import SharedUsage, Usage

ValueCounts = Mapping[str, tuple[int, int]]


def count_usage(corpus: WordingCorpus, bm25: Bm25, plan: Plan) -> Usage:
    """Return how many of the reports that the filters let through use the wording of a plan."""
    docs = result_docs(corpus, bm25, plan)
    own = np.flatnonzero(corpus.is_own)
    among = own[corpus.passing(own, request_masks(plan.request, bm25))]
    return Usage(
        len(docs),
        corpus.count_reports(docs),
        corpus.count_reports(among),
        {
            "grade": by_value(corpus, corpus.grades, corpus.grade_names, docs, among),
            "year": by_facet(corpus, "year", docs, among),
            "area": by_facet(corpus, "area", docs, among),
            "scale": by_facet(corpus, "scale", docs, among),
        },
        count_values(corpus, "polarity", docs),
    )


def count_shared_usage(corpus: WordingCorpus, bm25: Bm25, plan: Plan, other: Plan) -> SharedUsage:
    """Return how many reports use the wordings of both plans, by grade too."""
    one, two = (result_docs(corpus, bm25, each) for each in (plan, other))
    by_grade = reports_in_both(corpus, corpus.grades, one, two)
    return SharedUsage(
        int(reports_in_both(corpus, np.zeros_like(corpus.grades), one, two).sum()),
        {
            grade: int(count)
            for grade, count in zip(corpus.grade_names, by_grade, strict=False)
            if grade and count
        },
    )


def reports_in_both(corpus: WordingCorpus, codes: Array, one: Array, other: Array) -> Array:
    """Return how many reports have a paragraph of each code in `one` and in `other`, int64."""
    size = int(codes.max(initial=0)) + 1
    in_one, in_other = (report_codes(corpus, codes, docs, size) for docs in (one, other))
    both: Array = np.count_nonzero(in_one & in_other, axis=0)
    return both


def by_facet(corpus: WordingCorpus, key: str, docs: Array, among: Array) -> ValueCounts:
    """Return (reports in `docs`, reports in `among`) of each value of a facet."""
    names, codes = corpus.snapshot.codes(key)
    return by_value(corpus, codes, names, docs, among)


def count_values(corpus: WordingCorpus, key: str, docs: Array) -> Mapping[str, int]:
    """Return how many of `docs` have each value of a facet, those that none has left out."""
    names, codes = corpus.snapshot.codes(key)
    counts = np.bincount(codes[docs], minlength=len(names)).tolist()
    return {name: count for name, count in zip(names, counts, strict=True) if name and count}


def by_value(
    corpus: WordingCorpus,
    codes: Array,
    names: Sequence[str | None],
    docs: Array,
    among: Array,
) -> ValueCounts:
    """Return (reports in `docs`, reports in `among`) of each name, for those in any of `among`.

    `codes` (size) gives each paragraph's place in `names`.
    """
    using, of = (reports_by_code(corpus, codes, some) for some in (docs, among))
    return {
        name: (int(using[code]), int(of[code]))
        for code, name in enumerate(names)
        if name and code < len(of) and of[code]
    }


def reports_by_code(corpus: WordingCorpus, codes: Array, docs: Array) -> Array:
    """Return how many reports have a paragraph of each code among `docs`, int64."""
    size = int(codes.max(initial=0)) + 1
    reports: Array = np.count_nonzero(report_codes(corpus, codes, docs, size), axis=0)
    return reports


def report_codes(corpus: WordingCorpus, codes: Array, docs: Array, size: int) -> Array:
    """Return which reports have a paragraph of which of `size` codes among `docs`, bool (reports,
    size).
    """
    has_code = np.zeros((corpus.report_count, size), bool)
    has_code[corpus.report_of[docs], codes[docs]] = True
    return has_code
