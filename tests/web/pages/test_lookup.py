"""Reports and paragraphs by the parts of an address."""

import pytest
from werkzeug.exceptions import NotFound

from tests.index.reports import report
from tests.web.conftest import MARROW
from web.pages.lookup import (
    authority_or_404,
    context_or_404,
    other_reports,
    report_or_404,
    suggest_authorities,
)


@pytest.fixture(autouse=True)
def in_a_request(app):
    with app.test_request_context("/"):
        yield


def test_what_exists_is_found():
    assert report_or_404(MARROW).id == MARROW
    assert authority_or_404("marrowdale council") == "Marrowdale"
    context = context_or_404(MARROW, "p2", around=1)
    assert [one.number for one in (*context.before, context.paragraph, *context.after)] == [1, 2, 3]


def test_other_reports_are_those_on_the_same_authority():
    assert other_reports(report_or_404(MARROW)) == []
    assert [one.id for one in other_reports(report("new", authority="Marrowdale"))] == [MARROW]
    assert other_reports(report("new", authority=None)) == []


@pytest.mark.parametrize(
    ("look_up", "parts", "reason"),
    [
        (report_or_404, ("nowhere",), "has no report “nowhere”"),
        (context_or_404, (MARROW, "p99", 2), f"the report {MARROW} has no paragraph “p99”"),
        (context_or_404, ("nowhere", "p1", 2), "has no report “nowhere”"),
    ],
)
def test_what_does_not_exist_is_404_and_named(look_up, parts, reason):
    with pytest.raises(NotFound) as error:
        look_up(*parts)
    assert reason in (error.value.description or "")


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("Nowhere", "no authority is called “Nowhere”"),
        ("Kingston", "did you mean Kingston upon Hull or Kingston upon Thames?"),
        ("Rutland", "This collection has no report on Rutland"),
        ("x" * 500, "no authority is called “xxx"),
    ],
)
def test_why_an_authority_is_not_there_is_said(typed, reason):
    with pytest.raises(NotFound) as error:
        authority_or_404(typed)
    assert reason in error.value.description
    assert len(error.value.description) < 200


def test_the_authorities_of_the_collection_are_suggested_first():
    assert suggest_authorities("Tarnse")[0] == "Tarnsea"
