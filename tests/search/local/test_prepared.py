"""What is computed once per snapshot is the same for all threads."""

import pytest

from search.local.prepared import PreparedSnapshot
from tests.search.threads import at_once
from tests.search.worlds import index_snapshot

COMPUTED_ONCE = ["bm25", "priors", "facet_bins", "facet_values", "printed", "wording_corpus"]


@pytest.mark.parametrize("name", COMPUTED_ONCE)
def test_all_threads_share_what_is_computed(tmp_path, name):
    prepared = PreparedSnapshot(index_snapshot(tmp_path, ("ash", ["Plans are late."], {})))
    results = [result for (result,) in at_once(lambda: getattr(prepared, name))]
    assert all(result is getattr(prepared, name) for result in results)


def test_all_of_it_is_asked_here():
    computed = {name for name in vars(PreparedSnapshot) if not name.startswith("_")}
    assert computed - {"columns"} == set(COMPUTED_ONCE)
