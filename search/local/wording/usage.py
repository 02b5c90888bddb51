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
        },
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
    pairs = np.intersect1d(in_one, in_other, assume_unique=True)
    return np.bincount(pairs % size, minlength=size)


def by_facet(corpus: WordingCorpus, key: str, docs: Array, among: Array) -> ValueCounts:
    """Return (reports in `docs`, reports in `among`) of each value of a facet."""
    names, codes = corpus.snapshot.codes(key)
    return by_value(corpus, codes, names, docs, among)


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
    return np.bincount(report_codes(corpus, codes, docs, size) % size, minlength=size)


def report_codes(corpus: WordingCorpus, codes: Array, docs: Array, size: int) -> Array:
    """Return each pair of report and code that `docs` have, once, as one number, int64; there are
    `size` codes.
    """
    pairs: Array = np.unique(corpus.report_of[docs].astype(np.int64) * size + codes[docs])
    return pairs
