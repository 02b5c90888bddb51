"""The sizes from which evaluation goes another way, set so that small worlds go each way."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from hypothesis import strategies as st

from search.local import by_report, facets, matches, score

NEVER = 1 << 40
WAYS = {
    "as it is": {},
    "all is much": {
        (matches, "CROWD"): NEVER,
        (matches, "FEW"): 0,
        (score, "DENSE"): NEVER,
        (score, "SORTED"): 0,
        (score, "COLUMN"): 2,
        (by_report, "MANY"): 0,
        (facets, "FEW"): 0,
    },
    "all is little": {
        (matches, "CROWD"): 0,
        (matches, "FEW"): NEVER,
        (score, "DENSE"): 0,
        (by_report, "MANY"): NEVER,
    },
}
ways = st.sampled_from(list(WAYS))


@contextmanager
def going(way: str) -> Iterator[None]:
    """Sets the sizes of a way."""
    with pytest.MonkeyPatch.context() as patch:
        for (module, name), value in WAYS[way].items():
            patch.setattr(module, name, value)
        yield
