"""Random collections, changes and queries: the arrays against Whoosh's own matchers."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from whoosh import query, scoring
from whoosh.index import open_dir

from index.collection import Collection
from search.budget import Budget
from search.local.evaluate import evaluate
from search.local.query_context import QueryContext
from search.local.ranking.bm25 import Bm25
from tests.search.drawn import build, changes, ids, reports, terms, whoosh_queries
from tests.search.plain import K1, B, Plain


class Lucene(scoring.WeightingModel):
    """BM25 as search.local.ranking.bm25 has it, for Whoosh's own matchers."""

    def scorer(self, searcher, fieldname, text, qf=1):
        if fieldname not in ("text", "exact"):
            return scoring.WeightScorer(1)
        return LuceneScorer(searcher, fieldname, text)


class LuceneScorer(scoring.BaseScorer):
    def __init__(self, searcher, fieldname, text):
        parent = searcher.get_parent()
        plain, df = Plain([]), parent.doc_frequency(fieldname, text)
        plain.pairs = range(parent.doc_count_all())
        self.weight, self.field = plain.idf(df), fieldname
        self.average = parent.field_length(fieldname) / max(1, parent.doc_count_all()) or 1
        self.searcher = searcher

    def supports_block_quality(self):
        return False

    def max_quality(self):
        return float("inf")

    block_quality = max_quality

    def score(self, matcher):
        tf, length = (
            matcher.weight(),
            self.searcher.reader().doc_field_length(matcher.id(), self.field),
        )
        return self.weight * tf * (K1 + 1) / (tf + K1 * (1 - B + B * length / self.average))


def by_whoosh(data, node, **options):
    with open_dir(str(data)).searcher(**options) as searcher:
        return {hit["id"]: hit.score for hit in searcher.search(node, limit=None)}


@settings(max_examples=100, deadline=None)
@given(st.lists(changes, max_size=12), st.lists(whoosh_queries, min_size=1, max_size=4))
def test_whoosh_itself_finds_the_same_paragraphs(changes, asked):
    with tempfile.TemporaryDirectory() as name:
        build(Path(name), changes)
        snapshot = Collection(Path(name)).snapshot()
        for node in asked:
            found = evaluate(node, QueryContext.begin(Bm25(snapshot), Budget(60)))
            assert set(ids(snapshot, found.docs)) == set(by_whoosh(name, node))


word_queries = st.recursive(
    terms,
    lambda some: (
        st.builds(query.And, st.lists(some, min_size=1, max_size=3))
        | st.builds(query.Or, st.lists(some, min_size=1, max_size=3))
        | st.builds(query.AndMaybe, some, some)
    ),
    max_leaves=5,
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(reports, st.just("commit")), max_size=8), word_queries)
def test_whoosh_itself_gives_the_same_scores(changes, node):
    once = {}
    for change in changes:
        once.setdefault(getattr(change, "id", object()), change)
    with tempfile.TemporaryDirectory() as name:
        build(Path(name), list(once.values()))
        snapshot = Collection(Path(name)).snapshot()
        found = evaluate(node, QueryContext.begin(Bm25(snapshot), Budget(60)))
        scores = dict(zip(ids(snapshot, found.docs), found.scores.tolist(), strict=True))
        assert scores == pytest.approx(by_whoosh(name, node, weighting=Lucene()), rel=1e-4)
