"""Paragraphs similar to a text: the best matches of its weightiest stems, grade by grade."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np

from search.language.clauses import Clause
from search.language.function_words import stems_of_function_words
from search.language.nodes import Term
from search.language.parsed_query import ParsedQuery
from search.language.plan import Plan
from search.local.filters import request_masks
from search.local.listing import ListedDocs, read_listing
from search.local.matches import Matches, union_sum
from search.local.ranking.bm25 import Bm25
from search.local.ranking.relevance import rank
from search.local.ranking.top_k import top_rows
from search.local.wording.corpus import WordingCorpus
from search.model import Span
from search.records import Listing, Similar

MAX_STEMS = 30  # of a text, the weightiest that are looked for
LISTED_PER_GRADE = 20


def find_similar(
    corpus: WordingCorpus,
    bm25: Bm25,
    stems: Sequence[str],
    plan: Plan,
    without_report: str | None,
) -> Similar:
    """Return the paragraphs most similar to a text of `stems`, see `search.engine.Engine`."""
    weights = weigh_stems(bm25, stems)
    matches = match_stems(corpus, bm25, list(weights), plan, without_report)
    grades = corpus.grades[matches.docs]
    by_grade = []
    for code in (*range(1, len(corpus.grade_names)), 0):
        graded = matches.take(np.flatnonzero(grades == code))
        if len(graded):
            by_grade.append((corpus.grade_names[code], list_best(corpus, graded)))
    return Similar(tuple(weights), tuple(by_grade))


def weigh_stems(bm25: Bm25, stems: Sequence[str]) -> Mapping[str, float]:
    """Return the weightiest stems that the collection has, by (1 + ln tf) * idf, falling."""
    function_stems = stems_of_function_words()
    weights = {
        word: float((1 + np.log(count)) * bm25.idf(bm25.frequency("text", word)))
        for word, count in Counter(stems).items()
        if word not in function_stems and len(bm25.term("text", word))
    }
    best = sorted(weights, key=lambda word: (-weights[word], word))[:MAX_STEMS]
    return {word: weights[word] for word in best}


def match_stems(
    corpus: WordingCorpus,
    bm25: Bm25,
    stems: Sequence[str],
    plan: Plan,
    without_report: str | None,
) -> Matches:
    """Return the paragraphs in own words with any of the stems, by relevance."""
    parts = [bm25.term("text", word) for word in stems]
    matches = union_sum(parts, corpus.snapshot.size)
    allowed = corpus.passing(matches.docs, request_masks(plan.request, bm25))
    row = corpus.columns.rows.get(without_report) if without_report else None
    if row is not None:
        allowed &= corpus.report_of[matches.docs] != row
    clauses = [Clause("word", word, Span(0, 0), Term("text", word)) for word in stems]
    parsed = ParsedQuery("", tuple(clauses), ())
    return rank(corpus.snapshot, parsed, matches.take(np.flatnonzero(allowed)))


def list_best(corpus: WordingCorpus, matches: Matches) -> Listing:
    """Return the listing of the best matches."""
    rows = top_rows(matches.scores, matches.docs, LISTED_PER_GRADE)
    return read_listing(corpus.snapshot, ListedDocs(matches.docs[rows], matches.scores[rows]))
