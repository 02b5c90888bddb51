"""The paragraphs that a plan finds, without boilerplate, as rows for wording statistics."""

from __future__ import annotations

from index.segments.arrays import Array
from search.language.plan import Plan
from search.local.evaluate import evaluate
from search.local.filters import request_masks
from search.local.query_context import QueryContext
from search.local.ranking.bm25 import Bm25
from search.local.wording.corpus import WordingCorpus


def result_docs(corpus: WordingCorpus, bm25: Bm25, plan: Plan) -> Array:
    """Return the paragraphs, rising, that match with all words where the request leaves it open,
    and pass its filters. Raise TooLong.
    """
    docs = matching_docs(bm25, plan)
    return docs[corpus.passing(docs, request_masks(plan.request, bm25))]


def matching_docs(bm25: Bm25, plan: Plan) -> Array:
    """Return the paragraphs, rising, that match with all words where the request leaves it open,
    whatever its filters. Raise TooLong.
    """
    match = "all" if plan.request.match == "auto" else plan.request.match
    context = QueryContext.begin(bm25, plan.budget, plan.request.theme_by)
    return evaluate(plan.parsed.query(match), context).docs
