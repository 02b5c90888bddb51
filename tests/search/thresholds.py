"""The local engine's thresholds, at which it changes its method, set so that small worlds do."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from hypothesis import strategies as st

from search.local import by_report, matches
from search.local.facets import counts
from search.local.ranking import bm25, top_k

NEVER = 1 << 40
THRESHOLDS = {
    "as they are": {},
    "every set is large": {
        (matches, "DENSE_UNION_SHARE"): NEVER,
        (matches, "FEW_CANDIDATES"): 0,
        (bm25, "DENSE_SHARE"): NEVER,
        (top_k, "SORTED_ROWS"): 0,
        (top_k, "COLUMN_SCORES"): 2,
        (by_report, "MATCHES_PER_REPORT"): 0,
        (counts, "FEW_MATCHES"): 0,
    },
    "every set is small": {
        (matches, "DENSE_UNION_SHARE"): 0,
        (matches, "FEW_CANDIDATES"): NEVER,
        (bm25, "DENSE_SHARE"): 0,
        (by_report, "MATCHES_PER_REPORT"): NEVER,
    },
}
names = st.sampled_from(list(THRESHOLDS))


@contextmanager
def thresholds(name: str) -> Iterator[None]:
    """Set the thresholds of a name for a while."""
    with pytest.MonkeyPatch.context() as patch:
        for (module, constant), value in THRESHOLDS[name].items():
            patch.setattr(module, constant, value)
        yield
