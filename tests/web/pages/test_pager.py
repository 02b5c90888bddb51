"""The pager: which pages it shows, and their addresses."""

from types import SimpleNamespace

import pytest

from search.model import Request
from web.address import MAX_RESULTS
from web.pages.pager import Pager, last_page, list_pager, pager


def on_page(page, last, first_url="/?q=x"):
    return Pager(page, last, 1, 10, last * 10, first_url)


@pytest.mark.parametrize(
    ("page", "last", "numbers"),
    [
        (1, 1, [1]),
        (1, 4, [1, 2, 3, 4]),
        (1, 9, [1, 2, 3, 9]),
        (5, 9, [1, 3, 4, 5, 6, 7, 9]),
        (9, 9, [1, 7, 8, 9]),
    ],
)
def test_it_shows_the_first_the_last_and_the_neighbours(page, last, numbers):
    assert on_page(page, last).numbers == numbers


@pytest.mark.parametrize(
    ("first_url", "number", "url"),
    [("/?q=x", 1, "/?q=x"), ("/?q=x", 3, "/?q=x&page=3"), ("/", 2, "/?page=2")],
)
def test_the_address_of_a_page(first_url, number, url):
    assert on_page(1, 9, first_url).url(number) == url


@pytest.mark.parametrize(
    ("start", "entries", "hits", "expected"),
    [
        (0, 0, 0, Pager(1, 1, 1, 0, 0, "/?q=x")),
        (20, 45, 10, Pager(3, 5, 21, 30, 45, "/?q=x")),
        (40, 45, 5, Pager(5, 5, 41, 45, 45, "/?q=x")),
        (0, 123_456, 10, Pager(1, MAX_RESULTS // 10, 1, 10, 123_456, "/?q=x")),
    ],
    ids=["nothing", "middle", "last", "more than can be reached"],
)
def test_where_a_page_is_in_its_list(app, start, entries, hits, expected):
    page = SimpleNamespace(request=Request("x", start=start), entries=entries, hits=(None,) * hits)
    with app.test_request_context("/"):
        assert pager(page) == expected


def test_a_list_of_one_page_has_no_pager(client):
    assert "Pages of results" not in client.get("/?q=recording").get_data(as_text=True)


@pytest.mark.parametrize(
    ("total", "number", "expected"),
    [
        (0, 1, Pager(1, 1, 1, 0, 0, "/list")),
        (10, 1, Pager(1, 1, 1, 10, 10, "/list")),
        (25, 3, Pager(3, 3, 21, 25, 25, "/list")),
    ],
)
def test_a_list_has_as_many_pages_as_it_needs(total, number, expected):
    assert list_pager(total, number, 10, "/list") == expected
    assert last_page(total, 10) == expected.last
