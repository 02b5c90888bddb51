"""A request: when each report is listed once."""

import pytest

from search.model import Request


@pytest.mark.parametrize(
    ("request_", "by_report"),
    [
        (Request(), False),
        (Request(unit="reports"), True),
        (Request(once_per_report=True), True),
        (Request(unit="reports", once_per_report=True), True),
    ],
    ids=["paragraphs", "reports", "once", "both"],
)
def test_when_each_report_is_listed_once(request_, by_report):
    assert request_.by_report is by_report
