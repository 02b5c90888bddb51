"""A page of matches is that of a plain sort, also where each report is listed once."""

import tempfile
from pathlib import Path

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from search.choices import SORT
from search.local.by_report import ByReport
from search.local.listing import list_page
from search.local.matches import Matches
from search.model import Request
from tests.search.changes import reports_after
from tests.search.engines import plain_answer
from tests.search.engines.plain_index import PlainIndex
from tests.search.strategies import changes
from tests.search.thresholds import names as threshold_names
from tests.search.thresholds import thresholds
from tests.search.worlds import index_snapshot

requests = st.builds(
    Request,
    sort=st.sampled_from(SORT.keys),
    once_per_report=st.booleans(),
    start=st.integers(0, 4),
    limit=st.integers(0, 6),
)


@settings(max_examples=80)
@given(
    changes,
    st.lists(requests, min_size=1, max_size=6),
    st.randoms(use_true_random=False),
    threshold_names,
)
def test_pages_are_those_of_a_plain_sort(changes, requests, chance, threshold_name):
    with tempfile.TemporaryDirectory() as folder, thresholds(threshold_name):
        snapshot = index_snapshot(Path(folder), *changes)
        docs = [doc for doc in snapshot.columns.living.tolist() if chance.random() < 0.7]
        scores = {doc: chance.choice([0.5, 1.0, 2.0]) for doc in docs}
        matches = Matches(np.array(docs, np.intp), np.array(list(scores.values()), np.float32))
        by_report = ByReport(snapshot.columns, matches.docs)
        scores_by_id = {snapshot.paragraph_id(doc): scores[doc] for doc in docs}
        for request in requests:
            page = list_page(snapshot.columns, matches, by_report, request)
            expected = plain_answer.list_page(
                PlainIndex(reports_after(changes)), scores_by_id, request
            )
            assert list(map(snapshot.paragraph_id, page.docs.tolist())) == expected.refs
            assert page.scores.tolist() == expected.scores
            if request.by_report:
                assert page.matches.tolist() == expected.matches
            else:
                assert page.matches is None
