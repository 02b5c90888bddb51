"""robots.txt: reports may be crawled; searches, exports, wording pages and the API are left alone."""

import re
from urllib.robotparser import RobotFileParser

import pytest

from tests.web.conftest import MARROW, TARN
from web.address import QUESTION


def disallowed(text):
    """The rules of robots.txt as RFC 9309 reads them: patterns in which a star stands for anything."""
    paths = re.findall("^Disallow: (.+)$", text, re.MULTILINE)
    return [re.compile(re.escape(path).replace(r"\*", ".*")) for path in paths]


ALLOWED = [
    "/",
    f"/report/{MARROW}",
    f"/report/{MARROW}/p1",
    "/authority/Kent",
    "/collection",
    "/help",
]
LEFT_ALONE = [
    *(f"/?{name}=x" for name in QUESTION),
    "/search.csv",
    "/search.atom?q=x",
    "/wording/profile?q=x",
    f"/side-by-side/{MARROW}/{TARN}",
    f"/counter-evidence/{MARROW}/p1",
    "/api/search",
    "/?x=1&grade=good",
    f"/report/{MARROW}?q=x",
]


def test_crawlers_are_kept_out_of_what_has_no_end(client):
    response = client.get("/robots.txt")
    assert (response.status_code, response.mimetype) == (200, "text/plain")
    rules = disallowed(response.get_data(as_text=True))
    assert [path for path in ALLOWED if any(rule.match(path) for rule in rules)] == []
    assert [path for path in LEFT_ALONE if not any(rule.match(path) for rule in rules)] == []


def test_a_crawler_that_knows_no_star_is_kept_out_of_filters_too(client):
    parser = RobotFileParser()
    parser.parse(client.get("/robots.txt").get_data(as_text=True).splitlines())
    assert all(parser.can_fetch("*", path) for path in ALLOWED)
    assert not any(parser.can_fetch("*", path) for path in LEFT_ALONE[:-2])


@pytest.mark.parametrize(
    "page",
    ["/", "/?q=recording&grade=good&size=10", "/?q=xylophone&grade=good", "/collection",
     "/authority/Tarnsea", "/help", f"/wording/like/{MARROW}/p1"],
)  # fmt: skip
def test_links_to_searches_ask_crawlers_not_to_follow(client, page):
    html = client.get(page).get_data(as_text=True)
    links = re.findall(r"<a ([^>]*)>", html)
    searches = [
        link for link in links if re.search(r'href="(/\?|/search\.|/wording/[^"?]+\?)', link)
    ]
    assert searches
    assert [link for link in searches if "nofollow" not in link] == []
