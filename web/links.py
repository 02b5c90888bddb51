"""The addresses of our own pages, without the host: Flask builds each once."""

from __future__ import annotations

from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

from flask import request, url_for

from corpus.model import anchor_of, report_id_of
from search.model import Request
from web import address

PARAGRAPHS_PER_PAGE = 1_000  # of a report; a longer one has several pages


def page_url(endpoint: str, **values: str) -> str:
    """Return the address of a page. Each is cached: not for values that people type."""
    return build_url(request.script_root, endpoint, tuple(values.items()))


@lru_cache(maxsize=4096)
def build_url(root: str, endpoint: str, values: tuple[tuple[str, str], ...]) -> str:
    """Return what Flask builds below `root`: it takes 25 microseconds, and a page has fifty."""
    keywords: dict[str, Any] = dict(values)
    return url_for(endpoint, **keywords)


def report_url(report_id: str) -> str:
    """Return the address of a report."""
    return page_url("reports.report", report_id=report_id)


def paragraph_url(paragraph_id: str) -> str:
    """Return the address of a paragraph: that of its report, then its anchor."""
    return f"{report_url(report_id_of(paragraph_id))}/{anchor_of(paragraph_id)}"


def report_page_url(report_id: str, number: int, query: str = "") -> str:
    """Return the address of a page of a report, with the matches of a query marked."""
    pairs = [("q", query)] if query else []
    pairs += [("page", str(number))] if number > 1 else []
    return report_url(report_id) + (f"?{urlencode(pairs)}" if pairs else "")


def side_by_side_url(one_id: str, other_id: str) -> str:
    """Return the address of two reports side by side."""
    return page_url("side_by_side.reports", one=one_id, other=other_id)


def counter_evidence_url(report_id: str, anchor: str) -> str:
    """Return the address of what speaks against a paragraph."""
    return f"{page_url('pages.search')}counter-evidence/{report_id}/{anchor}"


def reading_url(report_id: str, anchor: str, ordinal: int, query: str = "") -> str:
    """Return the address of a paragraph within its report, on the page that it is on."""
    number = (ordinal - 1) // PARAGRAPHS_PER_PAGE + 1
    return f"{report_page_url(report_id, number, query)}#{anchor}"


def authority_url(name: str) -> str:
    """Return the address of the page of an authority.

    Browsers and proxies take `/` and `..` in a path for steps between folders, however they are
    written: such a name is a parameter.
    """
    return name_url("authorities.authority", "authorities.by_name", name)


def recommendations_url(name: str) -> str:
    """Return the address of what became of the recommendations to an authority."""
    return name_url("recommendations.listing", "recommendations.listing_by_name", name)


def name_url(in_path: str, as_parameter: str, name: str) -> str:
    """Return the address of the page that has a name in its path, or else as a parameter."""
    if "/" in name or "\\" in name or name.strip(".") == "":
        return f"{page_url(as_parameter)}?{urlencode({'name': name})}"
    return page_url(in_path, name=name)


def absolute_url(url: str) -> str:
    """Return an address of ours with the host."""
    return request.host_url.rstrip("/") + url


def permalink(paragraph_id: str) -> str:
    """Return the permanent address of a paragraph, with the host."""
    return absolute_url(paragraph_url(paragraph_id))


def concordance_url(asked: Request, lines: address.Lines) -> str:
    """Return the address of some lines of a concordance, without its page."""
    has_match = lines.within and asked.match != Request().match
    pairs = [("q", asked.query), *address.filter_pairs(asked)]
    pairs += [("within", lines.within)] if lines.within else []
    pairs += [("match", asked.match)] if has_match else []
    pairs += [("order", lines.order)]
    pairs += [("inflected", "1")] if lines.inflected else []
    pairs += [("boilerplate", "1")] if lines.boilerplate else []
    return f"{page_url('wording.concordance')}?{urlencode(pairs)}"


def search_url(question: Request, endpoint: str = "pages.search") -> str:
    """Return the address of a search as a page, an export, a feed or JSON."""
    query = address.query_string(question)
    return page_url(endpoint) + (f"?{query}" if query else "")
