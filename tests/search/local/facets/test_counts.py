"""Counts of facets, also where there are more matches or reports than a byte can count."""

import numpy as np
import pytest

from search.local.by_report import ByReport
from search.local.facets import counts
from search.local.facets.codes import FacetBins
from search.local.facets.counts import count_facets
from tests.search.worlds import index_snapshot

GRADES, THEMES = ("good", "inadequate", None), ((), ("health",), ("health", "education"))


def fields(number):
    return {"grade": GRADES[number % 3], "themes": THEMES[number % 3], "area": None}


@pytest.mark.parametrize(
    ("report_count", "size"),
    [(1, 254), (1, 255), (1, 256), (255, 1), (256, 1), (254, 2), (300, 4)],
    ids=str,
)
def test_all_are_counted(tmp_path, report_count, size):
    numbers = [[place + row for place in range(size)] for row in range(report_count)]
    world = [
        (f"r{row}", [("text", fields(n)) for n in numbers[row]], {"authority": f"A{row % 2}"})
        for row in range(report_count)
    ]
    snapshot = index_snapshot(tmp_path, *world)
    matches = ByReport(snapshot.columns, np.arange(snapshot.size))
    facet_counts = count_facets(
        FacetBins(snapshot.columns), matches, ("grade", "theme", "authority")
    )
    good = [[n for n in in_report if n % 3 == 0] for in_report in numbers]
    health = [[n for n in in_report if n % 3] for in_report in numbers]
    assert count_of(snapshot, facet_counts, "grade", "good") == paragraphs_and_reports(good)
    assert count_of(snapshot, facet_counts, "theme", "health") == paragraphs_and_reports(health)
    assert count_of(snapshot, facet_counts, "authority", "A0") == paragraphs_and_reports(
        numbers[::2]
    )


def paragraphs_and_reports(by_report):
    return sum(map(len, by_report)), sum(map(bool, by_report))


def count_of(snapshot, facet_counts, key, value):
    code = snapshot.columns.names[key].index(value)
    return tuple(int(count[code]) for count in facet_counts[key])


@pytest.mark.parametrize("few", [0, 255], ids=["by combinations", "by bins"])
def test_no_matches_have_no_values(tmp_path, monkeypatch, few):
    monkeypatch.setattr(counts, "FEW_MATCHES", few)
    snapshot = index_snapshot(tmp_path, ("a", ["text"], {}))
    matches = ByReport(snapshot.columns, np.zeros(0, np.intp))
    facet_counts = count_facets(FacetBins(snapshot.columns), matches, ("grade", "year"))
    assert [count.any() for pair in facet_counts.values() for count in pair] == [False] * 4
