"""The addresses of our pages: below the path that the service is mounted at, escaped."""

import pytest

from search.model import Request
from web.links import page_url, paragraph_url, permalink, report_url, search_url


@pytest.fixture(params=["", "/evidence"], ids=["at the root", "below a path"])
def root(request, app):
    """The path that the service is mounted at, within a request to it."""
    with app.test_request_context("/", base_url=f"http://localhost{request.param}"):
        yield request.param


def test_pages_are_below_the_path_of_the_service(root):
    assert page_url("pages.search") == f"{root}/"
    assert report_url("ash-2019") == f"{root}/report/ash-2019"
    assert paragraph_url("ash-2019/p43") == f"{root}/report/ash-2019/p43"
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
