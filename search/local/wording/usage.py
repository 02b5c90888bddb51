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
from search.records import Usage

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
    pairs = np.unique(corpus.report_of[docs].astype(np.int64) * size + codes[docs])
    return np.bincount(pairs % size, minlength=size)
