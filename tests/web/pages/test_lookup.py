"""Reports and paragraphs by the parts of an address."""

import pytest
from werkzeug.exceptions import NotFound

from tests.index.reports import report
from tests.web.conftest import MARROW
from web.pages.lookup import context_or_404, facts_on_or_404, other_reports, report_or_404


@pytest.fixture(autouse=True)
def in_a_request(app):
    with app.test_request_context("/"):
        yield


def test_what_exists_is_found():
    assert report_or_404(MARROW).id == MARROW
    assert [report.id for report in facts_on_or_404("Marrowdale")] == [MARROW]
    context = context_or_404(MARROW, "p2", around=1)
    assert [one.number for one in (*context.before, context.paragraph, *context.after)] == [1, 2, 3]


def test_other_reports_are_those_on_the_same_authority():
    assert other_reports(report_or_404(MARROW)) == []
    assert [one.id for one in other_reports(report("new", authority="Marrowdale"))] == [MARROW]
    assert other_reports(report("new", authority=None)) == []


@pytest.mark.parametrize(
    ("look_up", "parts"),
    [
        (report_or_404, ("nowhere",)),
        (facts_on_or_404, ("Nowhere",)),
        (context_or_404, (MARROW, "p99", 2)),
        (context_or_404, ("nowhere", "p1", 2)),
    ],
)
def test_what_does_not_exist_is_404(look_up, parts):
    with pytest.raises(NotFound):
        look_up(*parts)
