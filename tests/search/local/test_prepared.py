"""What is computed once per snapshot is the same for all threads."""

import pytest

from index.facets import EITHER, THEME_COLUMNS
from search.local.prepared import PreparedSnapshot
from tests.search.threads import at_once
from tests.search.worlds import index_snapshot

COMPUTED_ONCE = [
    "bm25",
    "wording_bm25",
    "priors",
    "facet_bins",
    "facet_values",
    "printed",
    "wording_corpus",
]


@pytest.mark.parametrize("name", COMPUTED_ONCE)
def test_all_threads_share_what_is_computed(tmp_path, name):
    prepared = PreparedSnapshot(index_snapshot(tmp_path, ("ash", ["Plans are late."], {})))
    results = [result for (result,) in at_once(lambda: getattr(prepared, name))]
    assert all(result is getattr(prepared, name) for result in results)


def test_all_of_it_is_asked_here():
    computed = {name for name in vars(PreparedSnapshot) if not name.startswith("_")}
    assert computed - {"columns", "facet_bins_by"} == set(COMPUTED_ONCE)


def test_bins_are_computed_once_for_each_way_that_themes_count(tmp_path):
    prepared = PreparedSnapshot(index_snapshot(tmp_path, ("ash", ["Plans are late."], {})))
    bins = {theme_by: prepared.facet_bins_by(theme_by) for theme_by in THEME_COLUMNS}
    assert bins[EITHER] is prepared.facet_bins
    for theme_by, own_bins in bins.items():
        assert own_bins.theme_by == theme_by
        assert prepared.facet_bins_by(theme_by) is own_bins
