"""Matches by report: which reports have any, and where each one's begin."""

import numpy as np
import pytest

from search.local import by_report
from search.local.by_report import ByReport
from tests.search.worlds import index_snapshot


@pytest.mark.parametrize("many", [0, 1 << 40], ids=["each report searched", "matches parted"])
@pytest.mark.parametrize(
    ("docs", "reports", "sizes"),
    [
        ([], [], []),
        ([0], [0], [1]),
        ([5], [3], [1]),
        ([0, 1, 3], [0, 2], [2, 1]),
        ([0, 1, 2, 3, 4, 5], [0, 2, 3], [2, 3, 1]),
    ],
)
def test_the_reports_of_matches(tmp_path, monkeypatch, many, docs, reports, sizes):
    monkeypatch.setattr(by_report, "MATCHES_PER_REPORT", many)
    two, none, three, one = (["text"] * count for count in (2, 0, 3, 1))
    snapshot = index_snapshot(
        tmp_path, ("a", two, {}), ("b", none, {}), ("c", three, {}), ("d", one, {})
    )
    found = ByReport(snapshot.columns, np.array(docs, np.intp))
    assert found.reports.tolist() == reports
    assert found.sizes.tolist() == sizes
    assert found.starts.tolist() == np.cumsum([0, *sizes])[:-1].tolist()
