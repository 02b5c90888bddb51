"""Random collections, changes and query nodes: the arrays against Whoosh's own matchers."""

import tempfile
from dataclasses import replace
from math import log1p
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from whoosh import query, scoring
from whoosh.index import open_dir

from corpus.model import Report
from index.collection import open_snapshot
from search.local.evaluate import evaluate
from search.local.query_context import QueryContext
from search.local.ranking.bm25 import Bm25
from tests.search.changes import COMMIT, apply_changes
from tests.search.clocks import AMPLE
from tests.search.engines.plain_index import K1, B
from tests.search.strategies import changes, reports, terms, whoosh_queries


class LuceneBm25(scoring.WeightingModel):
    """BM25 as search.local.ranking.bm25 has it, for Whoosh's own matchers."""

    def scorer(self, searcher, fieldname, text, qf=1):
        if fieldname not in ("text", "exact"):
            return scoring.WeightScorer(1)
        return LuceneScorer(searcher, fieldname, text)


class LuceneScorer(scoring.BaseScorer):
    def __init__(self, searcher, fieldname, text):
        parent = searcher.get_parent()
        size, df = parent.doc_count_all(), parent.doc_frequency(fieldname, text)
        self.idf = log1p((size - df + 0.5) / (df + 0.5))
        self.searcher, self.field = searcher, fieldname
        self.average = parent.field_length(fieldname) / max(1, size) or 1

    def supports_block_quality(self):
        return False

    def max_quality(self):
        return float("inf")

    block_quality = max_quality

    def score(self, matcher):
        tf = matcher.weight()
        length = self.searcher.reader().doc_field_length(matcher.id(), self.field)
        return self.idf * tf * (K1 + 1) / (tf + K1 * (1 - B + B * length / self.average))


def search_with_whoosh(folder, node, **options):
    """Return paragraph id -> score as Whoosh's searcher finds them."""
    with open_dir(folder).searcher(**options) as searcher:
        return {hit["id"]: hit.score for hit in searcher.search(node, limit=None)}


def evaluate_arrays(folder, node):
    """Return paragraph id -> score as our evaluation finds them."""
    snapshot = open_snapshot(Path(folder)).without_leads()  # Whoosh knows the texts alone
    matches = evaluate(node, QueryContext.begin(Bm25(snapshot), AMPLE))
    ids = map(snapshot.paragraph_id, matches.docs.tolist())
    return dict(zip(ids, matches.scores.tolist(), strict=True))


@settings(max_examples=100)
@given(changes, st.lists(whoosh_queries, min_size=1, max_size=4))
def test_whoosh_itself_finds_the_same_paragraphs(changes, nodes):
    with tempfile.TemporaryDirectory() as folder:
        apply_changes(Path(folder), changes)
        for node in nodes:
            assert set(evaluate_arrays(folder, node)) == set(search_with_whoosh(folder, node))


word_queries = st.recursive(
    terms,
    lambda children: (
        st.builds(query.And, st.lists(children, min_size=1, max_size=3))
        | st.builds(query.Or, st.lists(children, min_size=1, max_size=3))
        | st.builds(query.AndMaybe, children, children)
    ),
    max_leaves=5,
)


@settings(max_examples=60)
@given(st.lists(st.one_of(reports, st.just(COMMIT)), max_size=8), word_queries)
def test_whoosh_itself_gives_the_same_scores(changes, node):
    """Over reports that are put once and stand: Whoosh's statistics also count paragraphs that were
    deleted, and those of withdrawn reports.
    """
    put_once: dict[str | int, Report | str] = {}
    for place, change in enumerate(changes):
        standing = replace(change, withdrawn=None) if isinstance(change, Report) else change
        put_once.setdefault(change.id if isinstance(change, Report) else place, standing)
    with tempfile.TemporaryDirectory() as folder:
        apply_changes(Path(folder), put_once.values())
        expected = search_with_whoosh(folder, node, weighting=LuceneBm25())
        assert evaluate_arrays(folder, node) == pytest.approx(expected, rel=1e-4)
