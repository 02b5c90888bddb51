"""The pages for people: search, collection, help and about."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from flask import Blueprint, Response, render_template, request

from corpus.model import Report
from search import service
from search.model import Request
from search.present.page import Page
from web import address, links
from web.pages.results import results
from web.server import response_cache
from web.server.snapshots import snapshot

blueprint = Blueprint("pages", __name__)

# How the choices of a search read on the page.
ORDERS = (("relevance", "Best match first"), ("newest", "Newest first"), ("oldest", "Oldest first"))
UNITS = (("paragraphs", "Paragraphs"), ("reports", "Reports"))
MATCHINGS = (
    ("auto", "all words, or most where few have all"),
    ("all", "all of the words"),
    ("most", "most of the words"),
    ("any", "any of the words"),
)
# Filters that are open before anything is ticked in them.
OPEN = ("theme", "grade", "area")

# Shown on the first page and, with what each finds, on the help page.
EXAMPLES = (
    ("social workers have too many cases", "a need in your own words"),
    ("timeliness of recording", "words in any form: timely, records, recorded"),
    ('"not yet good"', "exactly these words, small ones included"),
    ('"not consistently" OR "not always"', "either of two phrases"),
    ("neglect -domestic", "one word without another"),
    ('"social workers see"~3', "words near each other, in this order"),
    ("safeg*", "words that begin like this"),
    ("supervison~", "a word with one letter wrong"),
    ("supervision grade:inadequate", "only under one grade"),
    ("care leavers year:2018..2022", "only in some years"),
)


@dataclass(frozen=True, slots=True)
class Pager:
    """Where a list of results stands: this page, the last, and the numbers to show."""

    page: int
    last: int
    first_result: int
    last_result: int
    listed: int
    first: str

    @property
    def numbers(self) -> list[int]:
        """The first, last and neighbouring pages; a gap between two stands for the rest."""
        near = range(self.page - 2, self.page + 3)
        return [n for n in range(1, self.last + 1) if n in near or n in (1, self.last)]

    def address(self, number: int) -> str:
        """Returns the address of a page of the list; that of the `first` says all but which."""
        if number == 1:
            return self.first
        return f"{self.first}{'&' if '?' in self.first else '?'}page={number}"


def pager(page: Page) -> Pager:
    """Returns the pager of an answer; it ends where an address can no longer ask for more."""
    by_report = page.request.unit == "reports" or page.request.once_per_report
    listed = page.reports if by_report else page.total
    size, start = page.request.limit, page.request.start
    reachable = min(listed, address.DEEPEST)
    last = max(1, -(-reachable // size))
    first = links.page_url("pages.search") + first_of(page.request)
    return Pager(start // size + 1, last, start + 1, start + len(page.hits), listed, first)


def narrowed(asked: Request) -> int:
    """Returns how many filters apply."""
    return sum(map(len, asked.filters.values())) + bool(asked.since) + bool(asked.until)


@blueprint.get("/")
def search() -> Response:
    """Shows the first page, or what a search found."""
    return response_cache.answered(made, "text/html")


def made() -> tuple[bytes, Page]:
    """Returns the page that the address asks for, and what its search found."""
    text, page = (found if request.args else home)(address.asked(request.args))
    return text.encode(), page


def first_of(asked: Request) -> str:
    """Returns the query string of the first page, as every page, export and feed takes it."""
    return f"?{query}" if (query := address.query_string(address.first_page(asked))) else ""


def found(asked: address.Asked) -> tuple[str, Page]:
    """Returns the page of what a search found, and what it found."""
    page = service.search(snapshot(), asked.request)
    query = asked.request.query
    text = render_template(
        "search.html",
        page=page,
        results=results(page.hits, f"?{urlencode({'q': query})}" if query else ""),
        asked=page.request,
        problems=asked.problems,
        pager=pager(page),
        first=first_of(page.request),
        narrowed=narrowed(page.request),
        sizes=address.SIZES,
        orders=ORDERS,
        units=UNITS,
        matchings=MATCHINGS,
        open_facets=OPEN,
    )
    return text, page


def home(asked: address.Asked) -> tuple[str, Page]:
    """Returns the first page: the box, examples, and ways into the collection."""
    page = service.search(snapshot(), replace(asked.request, limit=0))
    facets = {facet.key: facet for facet in page.facets}
    text = render_template(
        "home.html", page=page, facets=facets, examples=EXAMPLES[:6], asked=asked.request
    )
    return text, page


@blueprint.get("/collection")
def collection() -> str:
    """Shows the reports held, counted by framework, year and region, with the reader's doubts."""
    reports = snapshot().reports()
    return render_template(
        "collection.html",
        reports=reports,
        tallies=tallies(reports),
        doubtful=[report for report in reports if report.doubts],
    )


def tallies(reports: tuple[Report, ...]) -> dict[str, list[tuple[str, int]]]:
    """Returns framework, year and region -> (value, reports), years and regions in order."""
    years = Counter(str(report.dated.year) for report in reports if report.dated)
    regions = Counter(report.region or "" for report in reports)
    return {
        "framework": Counter(report.framework for report in reports).most_common(),
        "year": sorted(years.items(), reverse=True),
        "region": sorted((name, count) for name, count in regions.items() if name),
    }


@blueprint.get("/help")
def help_page() -> str:
    """Shows the query language, each example with what it finds in this collection."""
    found = [
        (query, meaning, service.search(snapshot(), Request(query=query, limit=0)).total)
        for query, meaning in EXAMPLES
    ]
    return render_template("help.html", found=found)


@blueprint.get("/about")
def about() -> str:
    """Shows what the service is, the licence of the reports, and how to cite them."""
    return render_template("about.html")
