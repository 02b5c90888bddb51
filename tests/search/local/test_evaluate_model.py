"""Random collections, changes and queries: the arrays against a plain model."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from whoosh import query

from corpus.model import CLOSED
from index.collection import Collection
from index.facets import FACET
from search.budget import Budget
from search.local import filters
from search.local.by_report import ByReport
from search.local.evaluate import evaluate
from search.local.facets.codes import FacetBins
from search.local.facets.counts import count_facets
from search.local.listing import list_page
from search.local.query_context import QueryContext
from search.local.ranking.bm25 import Bm25
from search.model import Request
from tests.search.drawn import build, changes, ids, queries
from tests.search.plain import Plain
from tests.search.sizes import going, ways


def context(snapshot):
    return QueryContext.begin(Bm25(snapshot), Budget(60))


@settings(max_examples=150, deadline=None)
@given(st.lists(changes, max_size=14), st.lists(queries, min_size=1, max_size=6), ways)
def test_documents_scores_and_order_are_those_of_the_model(changes, asked, way):
    with tempfile.TemporaryDirectory() as name, going(way):
        plain = Plain(build(Path(name), changes))
        snapshot = Collection(Path(name)).snapshot()
        assert snapshot.paragraphs == len(plain.pairs)
        for node in asked:
            found = evaluate(node, context(snapshot))
            scores = dict(zip(ids(snapshot, found.docs), found.scores.tolist(), strict=True))
            expected = plain.answer(node)
            assert scores == pytest.approx(expected, rel=1e-4, abs=1e-6)
            spread = ByReport(snapshot.columns, found.docs)
            listed = list_page(snapshot.columns, found, spread, Request(limit=100))
            assert ids(snapshot, listed.docs) == plain.order(scores)
            asks = [Request(start=start, limit=3) for start in (0, 3, 6)]
            pages = [list_page(snapshot.columns, found, spread, one) for one in asks]
            assert [one for page in pages for one in ids(snapshot, page.docs)] == plain.order(
                scores
            )[:9]


FILTERS = st.dictionaries(
    st.sampled_from(["grade", "theme", "framework", "year"]),
    st.sampled_from(
        [("good",), ("health", "education"), ("ilacs",), ("2019", "2012"), ("inadequate", "good")]
    ),
)


def fitting(filters):
    """Drops what would be refused: values of a closed set that another facet has."""
    found = {}
    for key, values in filters.items():
        choices = [choice.key for choice in CLOSED.get(key, ())]
        kept = tuple(one for one in values if (one in choices if choices else one.isdecimal()))
        if kept:
            found[key] = kept
    return found


@settings(max_examples=100, deadline=None)
@given(st.lists(changes, max_size=12), queries, FILTERS.map(fitting), ways)
def test_every_facet_counts_what_the_model_counts(changes, node, wanted, way):
    with tempfile.TemporaryDirectory() as name, going(way):
        plain = Plain(build(Path(name), changes))
        view = context(Collection(Path(name)).snapshot())
        columns, found = view.snapshot.columns, evaluate(node, view)
        masks = filters.request_masks(Request(filters=wanted), view.bm25)
        for key in FACET:
            docs = found.docs[filters.passing_rows(masks, found.docs, without=key)]
            counted = count_facets(FacetBins(columns), ByReport(columns, docs), [key])[key]
            expected = plain.facet(passing(plain, node, wanted, key), key)
            assert told(columns.names[key], counted) == expected


def passing(plain, node, wanted, but):
    """Paragraph ids that match and pass all filters but one, by the model."""
    found = set(plain.answer(node))
    for key, values in wanted.items():
        if key != but:
            nodes = [
                query.NumericRange("year", int(one), int(one))
                if key == "year"
                else query.Term(key, one)
                for one in values
            ]
            found &= set(plain.answer(query.Or(nodes)))
    return found


def told(names, counted):
    rows = zip(names, *(count.tolist() for count in counted), strict=True)
    return {
        name: (paragraphs, reports) for name, paragraphs, reports in rows if name and paragraphs
    }
