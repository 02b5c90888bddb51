"""Counts of facets, where there are more matches or reports than a byte can count."""

import numpy as np
import pytest

from search.local.by_report import ByReport
from search.local.facets import counts
from search.local.facets.codes import FacetBins
from search.local.facets.counts import count_facets
from tests.search.worlds import index_snapshot

GRADES, THEMES = ("good", "inadequate", None), ((), ("health",), ("health", "education"))


def fields(place):
    return {"grade": GRADES[place % 3], "themes": THEMES[place % 3], "area": None}


@pytest.mark.parametrize(
    ("reports", "each"),
    [(1, 254), (1, 255), (1, 256), (255, 1), (256, 1), (254, 2), (300, 4)],
    ids=lambda count: str(count),
)
def test_all_are_counted(tmp_path, reports, each):
    texts = [[("text", fields(place + row)) for place in range(each)] for row in range(reports)]
    world = [(f"r{row}", some, {"authority": f"A{row % 2}"}) for row, some in enumerate(texts)]
    snapshot = index_snapshot(tmp_path, *world)
    spread = ByReport(snapshot.columns, np.arange(snapshot.size))
    found = count_facets(FacetBins(snapshot.columns), spread, ("grade", "theme", "authority"))
    places = [[place + row for place in range(each)] for row in range(reports)]
    good = [[place for place in some if place % 3 == 0] for some in places]
    health = [[place for place in some if place % 3] for some in places]
    assert told(snapshot, found, "grade", "good") == sizes(good)
    assert told(snapshot, found, "theme", "health") == sizes(health)
    assert told(snapshot, found, "authority", "A0") == sizes(places[::2])


def sizes(parts):
    return sum(map(len, parts)), sum(map(bool, parts))


def told(snapshot, found, key, value):
    code = snapshot.columns.names[key].index(value)
    return tuple(int(count[code]) for count in found[key])


@pytest.mark.parametrize("few", [0, 255], ids=["by combinations", "by bins"])
def test_no_matches_have_no_values(tmp_path, monkeypatch, few):
    monkeypatch.setattr(counts, "FEW_MATCHES", few)
    snapshot = index_snapshot(tmp_path, ("a", ["text"], {}))
    spread = ByReport(snapshot.columns, np.zeros(0, np.intp))
    found = count_facets(FacetBins(snapshot.columns), spread, ("grade", "year"))
    assert [count.any() for pair in found.values() for count in pair] == [False] * 4
