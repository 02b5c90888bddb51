"""The thresholds at which evaluation changes its way, set so that small worlds go each way."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from hypothesis import strategies as st

from search.local import by_report, matches
from search.local.facets import counts
from search.local.ranking import bm25, top_k

NEVER = 1 << 40
WAYS = {
    "as it is": {},
    "everything is large": {
        (matches, "DENSE_UNION_SHARE"): NEVER,
        (matches, "FEW_CANDIDATES"): 0,
        (bm25, "DENSE_SHARE"): NEVER,
        (top_k, "SORTED_ROWS"): 0,
        (top_k, "COLUMN_SCORES"): 2,
        (by_report, "MATCHES_PER_REPORT"): 0,
        (counts, "FEW_MATCHES"): 0,
    },
    "everything is small": {
        (matches, "DENSE_UNION_SHARE"): 0,
        (matches, "FEW_CANDIDATES"): NEVER,
        (bm25, "DENSE_SHARE"): 0,
        (by_report, "MATCHES_PER_REPORT"): NEVER,
    },
}
ways = st.sampled_from(list(WAYS))


@contextmanager
def going(way: str) -> Iterator[None]:
    """Sets the thresholds of a way."""
    with pytest.MonkeyPatch.context() as patch:
        for (module, name), value in WAYS[way].items():
            patch.setattr(module, name, value)
        yield
