"""The addresses of our pages: below the path that the service is mounted at, escaped."""

import pytest

from search.model import Request
from web.links import (
    authority_url,
    counter_evidence_url,
    page_url,
    paragraph_url,
    permalink,
    reading_url,
    recommendations_url,
    report_page_url,
    report_url,
    search_url,
    side_by_side_url,
)


@pytest.fixture(params=["", "/evidence"], ids=["at the root", "below a path"])
def root(request, app):
    """The path that the service is mounted at, within a request to it."""
    with app.test_request_context("/", base_url=f"http://localhost{request.param}"):
        yield request.param


def test_pages_are_below_the_path_of_the_service(root):
    assert page_url("pages.search") == f"{root}/"
    assert report_url("ash-2019") == f"{root}/report/ash-2019"
    assert paragraph_url("ash-2019/p43") == f"{root}/report/ash-2019/p43"
    assert counter_evidence_url("ash", "p1") == f"{root}/counter-evidence/ash/p1"
    assert side_by_side_url("ash", "elm") == f"{root}/side-by-side/ash/elm"
    assert permalink("ash-2019/p43") == f"http://localhost{root}/report/ash-2019/p43"


@pytest.mark.parametrize(
    ("question", "endpoint", "url"),
    [
        (Request(), "pages.search", "/"),
        (Request("not yet", {"grade": ("good",)}), "pages.search", "/?q=not+yet&grade=good"),
        (Request("a&b"), "exports.table", "/search.csv?q=a%26b"),
        (Request(unit="reports"), "api.search", "/api/search?unit=reports"),
    ],
)
def test_a_search_has_the_same_query_string_everywhere(root, question, endpoint, url):
    assert search_url(question, endpoint) == root + url


@pytest.mark.parametrize(
    ("ordinal", "query", "rest"),
    [
        (1, "", "#p1"),
        (1_000, "", "#p1"),
        (1_001, "", "?page=2#p1"),
        (5, "not yet", "?q=not+yet#p1"),
        (2_500, "a&b", "?q=a%26b&page=3#p1"),
    ],
)
def test_a_paragraph_is_linked_on_the_page_of_its_report(root, ordinal, query, rest):
    assert reading_url("ash", "p1", ordinal, query) == f"{root}/report/ash{rest}"
    assert report_page_url("ash", 1) == f"{root}/report/ash"


@pytest.mark.parametrize(
    ("name", "url"),
    [
        ("Kent", "/authority/Kent"),
        ("Isle of Wight", "/authority/Isle%20of%20Wight"),
        ("50% #1?", "/authority/50%25%20%231%3F"),
        ("A/B", "/authority?name=A%2FB"),
        ("..", "/authority?name=.."),
        ("a\\b", "/authority?name=a%5Cb"),
    ],
)
def test_an_authority_has_an_address_that_no_browser_shortens(root, name, url):
    assert authority_url(name) == root + url


@pytest.mark.parametrize(
    ("name", "url"),
    [
        ("Isle of Wight", "/authority/Isle%20of%20Wight/recommendations"),
        ("A/B", "/recommendations?name=A%2FB"),
        ("..", "/recommendations?name=.."),
    ],
)
def test_so_has_what_became_of_its_recommendations(root, name, url):
    assert recommendations_url(name) == root + url
