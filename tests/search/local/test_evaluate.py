"""Random collections, changes and query nodes: the arrays against the fake engine's oracle."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.language.nodes import Prefix
from search.local import evaluate as evaluation
from search.local.by_report import ByReport
from search.local.evaluate import evaluate
from search.local.listing import list_page
from search.local.query_context import QueryContext
from search.local.ranking.bm25 import Bm25
from search.model import Request
from tests.search.changes import COMMIT, reports_after
from tests.search.clocks import AMPLE
from tests.search.engines.fake import FakeEngine
from tests.search.engines.plain_answer import sort_key
from tests.search.engines.plain_evaluate import Evaluation
from tests.search.strategies import changes, queries
from tests.search.thresholds import names as threshold_names
from tests.search.thresholds import thresholds
from tests.search.worlds import index_snapshot


def ids(snapshot, docs):
    return [snapshot.paragraph_id(doc) for doc in docs.tolist()]


@settings(max_examples=150)
@given(changes, st.lists(queries, min_size=1, max_size=6), threshold_names)
def test_documents_scores_and_order_are_those_of_the_oracle(changes, nodes, threshold_name):
    with tempfile.TemporaryDirectory() as folder, thresholds(threshold_name):
        snapshot = index_snapshot(Path(folder), *changes)
        index = FakeEngine(reports_after(changes)).index
        assert snapshot.paragraphs == len(index.pairs)
        for node in nodes:
            matches = evaluate(node, QueryContext.begin(Bm25(snapshot), AMPLE))
            scores = dict(zip(ids(snapshot, matches.docs), matches.scores.tolist(), strict=True))
            assert scores == pytest.approx(Evaluation(index).evaluate(node), rel=1e-4, abs=1e-6)
            by_report = ByReport(snapshot.columns, matches.docs)
            order = sorted(scores, key=sort_key(index, scores, "relevance"))
            listed = list_page(snapshot.columns, matches, by_report, Request(limit=100))
            assert ids(snapshot, listed.docs) == order
            requests = [Request(start=start, limit=3) for start in (0, 3, 6)]
            pages = [list_page(snapshot.columns, matches, by_report, r) for r in requests]
            assert [name for page in pages for name in ids(snapshot, page.docs)] == order[:9]


# A prefix that stands for more words than are looked for.


@pytest.fixture
def snapshot(tmp_path):
    texts = ["plan plan", "plans plans", "planned planned planned", "plane", "planet"]
    return index_snapshot(tmp_path, ("ash", texts[:3], {}), COMMIT, ("elm", texts[3:], {}))


@pytest.mark.parametrize(
    ("limit", "docs", "messages"),
    [
        (5, [0, 1, 2, 3, 4], []),
        (3, [0, 1, 2], ["“plan” stands for 5 words; the 3 most common were searched."]),
        (1, [2], ["“plan” stands for 5 words; the 1 most common were searched."]),
    ],
)
def test_of_too_many_words_the_most_frequent_are_searched(
    snapshot, monkeypatch, limit, docs, messages
):
    monkeypatch.setattr(evaluation, "MAX_EXPANSIONS", limit)
    context = QueryContext.begin(Bm25(snapshot), AMPLE)
    assert evaluate(Prefix("exact", "plan"), context).docs.tolist() == docs
    diagnostics = [(diagnostic.kind, diagnostic.message) for diagnostic in context.diagnostics]
    assert diagnostics == [("cut", message) for message in messages]


def test_a_word_of_several_segments_is_one_word(tmp_path, monkeypatch):
    monkeypatch.setattr(evaluation, "MAX_EXPANSIONS", 1)
    snapshot = index_snapshot(tmp_path, ("ash", ["plan"], {}), COMMIT, ("elm", ["plan"], {}))
    context = QueryContext.begin(Bm25(snapshot), AMPLE)
    assert len(evaluate(Prefix("exact", "plan"), context)) == 2
    assert context.diagnostics == []
