"""Matches grouped by report: which reports have any, and where the group of each begins."""

import numpy as np
import pytest

from search.local import by_report
from search.local.by_report import ByReport
from tests.search.thresholds import NEVER
from tests.search.worlds import index_snapshot


@pytest.mark.parametrize("threshold", [0, NEVER], ids=["by reports", "by matches"])
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
def test_the_reports_of_matches(tmp_path, monkeypatch, threshold, docs, reports, sizes):
    monkeypatch.setattr(by_report, "MATCHES_PER_REPORT", threshold)
    texts = {"ash": ["text"] * 2, "bay": [], "elm": ["text"] * 3, "oak": ["text"]}
    snapshot = index_snapshot(tmp_path, *((name, texts[name], {}) for name in texts))
    groups = ByReport(snapshot.columns, np.array(docs, np.intp))
    assert groups.reports.tolist() == reports
    assert groups.sizes.tolist() == sizes
    assert groups.starts.tolist() == np.cumsum([0, *sizes])[:-1].tolist()
