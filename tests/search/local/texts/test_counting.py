"""What occurs in stored texts is counted, what only leads into them at a part of its weight."""

import numpy as np
import pytest

from index.segments.leads import LEAD_WEIGHT
from search.local.query_context import QueryContext
from search.local.ranking.bm25 import Bm25
from search.local.texts import counting
from search.local.texts.counting import count_weighted, counted_postings, read_texts
from tests.search.clocks import AMPLE
from tests.search.worlds import index_snapshot


def count_plums(text):
    return text.count("plum")


@pytest.mark.parametrize(
    ("lead", "text", "count"),
    [
        (None, "a plum and a plum", 2),
        (None, "a pear", 0),
        ("Plant:", "a plum", 1),
        ("Give plums:", "a plum", 1 + LEAD_WEIGHT),
        ("Give plums:", "a pear", LEAD_WEIGHT),
    ],
)
def test_what_a_lead_has_counts_in_part(lead, text, count):
    assert count_weighted(lead, text, count_plums) == count


@pytest.mark.parametrize("at_once", [1, 2, 100])
def test_texts_are_read_in_order_and_counted(tmp_path, monkeypatch, at_once):
    monkeypatch.setattr(counting, "TEXTS_AT_ONCE", at_once)
    texts = ["a plum", "a pear", "plum on plum"]
    snapshot = index_snapshot(tmp_path, ("ash", texts, {}))
    context = QueryContext.begin(Bm25(snapshot), AMPLE)
    every = np.arange(3)
    assert list(read_texts(context, every)) == [(None, text) for text in texts]
    docs, counts = counted_postings(context, every, count_plums)
    assert (docs.tolist(), counts.tolist()) == ([0, 2], [1, 2])
    assert counts.dtype == np.float32
