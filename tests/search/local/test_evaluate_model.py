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
from search.local import facets, filters
from search.local.by_report import ByReport
from search.local.evaluate import evaluate
from search.local.listing import listing
from search.local.query_context import QueryContext
from search.model import Request
from tests.search.drawn import build, changes, ids, queries
from tests.search.plain import Plain
from tests.search.sizes import going, ways


@settings(max_examples=150, deadline=None)
@given(st.lists(changes, max_size=14), st.lists(queries, min_size=1, max_size=6), ways)
def test_documents_scores_and_order_are_those_of_the_model(changes, asked, way):
    with tempfile.TemporaryDirectory() as name, going(way):
        plain = Plain(build(Path(name), changes))
        snapshot = Collection(Path(name)).snapshot()
        assert snapshot.paragraphs == len(plain.pairs)
        for node in asked:
            found = evaluate(node, QueryContext.of(snapshot, budget=60))
            scores = dict(zip(ids(snapshot, found.docs), found.scores.tolist(), strict=True))
            expected = plain.answer(node)
            assert scores == pytest.approx(expected, rel=1e-4, abs=1e-6)
            spread = ByReport(snapshot.columns, found.docs)
            listed = listing(snapshot.columns, found, spread, Request(limit=100))
            assert ids(snapshot, listed.docs) == plain.order(scores)
            asks = [Request(start=start, limit=3) for start in (0, 3, 6)]
            pages = [listing(snapshot.columns, found, spread, one) for one in asks]
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
        view = QueryContext.of(Collection(Path(name)).snapshot(), budget=60)
        columns, found = view.snapshot.columns, evaluate(node, view)
        masks = filters.masks(Request(filters=wanted), view.ranking)
        for key in FACET:
            docs = found.docs[filters.passing(masks, found.docs, but=key)]
            counted = facets.counts(view.snapshot, ByReport(columns, docs), [key])[key]
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
