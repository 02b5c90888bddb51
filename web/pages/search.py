"""The page of a search, and those around it: the home page, the collection, help and about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from flask import Blueprint, Response, render_template

from corpus.model import Report
from search import service
from search.choices import CHOICES
from search.model import Request
from search.present.page import Page
from web import address
from web.links import page_url
from web.pages.followup.completions import list_completions
from web.pages.pager import last_page, list_pager, pager
from web.pages.results import HitViewer
from web.server import response_cache
from web.server.request_engine import engine
from web.server.request_parameters import has_parameters, parameters, question

blueprint = Blueprint("pages", __name__)

# Facets that are open before anything is ticked in them.
OPEN_FACETS = ("theme", "grade", "area")
# Facets that the home page lists, as ways into the collection.
HOME_FACETS = ("theme", "grade", "area", "framework")
REPORTS_PER_PAGE = 500  # of the collection
# Query and what it shows. The help page adds how many paragraphs each finds.
EXAMPLE_QUERIES = (
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
HOME_QUERIES = EXAMPLE_QUERIES[:6]


@blueprint.get("/")
def search() -> Response:
    """Show the home page, or what a search found."""
    return response_cache.cached_response(render_answer, "text/html")


def render_answer() -> tuple[bytes, Page]:
    """Return the HTML for this address, and the Page of its search."""
    render = render_results if has_parameters() else render_home
    text, page = render(question())
    return text.encode(), page


def render_results(asked: Request) -> tuple[str, Page]:
    """Return the page of results of a search, and its Page."""
    page = service.search(engine(), asked)
    text = render_template(
        "search.html",
        page=page,
        hit_views=list(map(HitViewer(asked.query).view, page.hits)),
        question=asked,
        pager=pager(page),
        query_string=first_page_query(asked),
        filter_count=count_filters(asked),
        page_sizes=address.PAGE_SIZES,
        choices=CHOICES,
        open_facets=OPEN_FACETS,
        has_two_grades=has_two_grades(page),
    )
    return text, page


def has_two_grades(page: Page) -> bool:
    """Return whether the results are under two grades or more, which can be compared."""
    graded = (facet.values for facet in page.facets if facet.key == "grade")
    return any(sum(value.paragraphs > 0 for value in values) > 1 for values in graded)


def render_home(asked: Request) -> tuple[str, Page]:
    """Return the home page with its examples and facets, and its Page."""
    page = service.search(engine(), replace(asked, limit=0, facets=HOME_FACETS))
    text = render_template(
        "home.html",
        page=page,
        examples=HOME_QUERIES,
        question=asked,
        completions=list_completions(),
    )
    return text, page


def first_page_query(asked: Request) -> str:
    """Return the query string of the first page, which exports and feeds take as well."""
    query = address.query_string(address.first_page(asked))
    return f"?{query}" if query else ""


def count_filters(asked: Request) -> int:
    """Return how many values, groups and dates a search is filtered by."""
    values = sum(map(len, asked.filters.values()))
    return values + bool(asked.group) + bool(asked.since) + bool(asked.until)


@blueprint.get("/collection")
def collection() -> str:
    """Show all reports, counted by framework, year and region, with the reader's doubts."""
    reports = engine().reports()
    with parameters() as parser:
        number = parser.number("page", 1, maximum=last_page(len(reports), REPORTS_PER_PAGE))
    place = list_pager(len(reports), number, REPORTS_PER_PAGE, page_url("pages.collection"))
    return render_template(
        "collection.html",
        reports=reports[place.first_result - 1 : place.last_result],
        counts=count_reports([report for report in reports if not report.withdrawn]),
        doubtful=sum(bool(report.doubts) for report in reports),
        withdrawn=sum(bool(report.withdrawn) for report in reports),
        pager=place,
    )


def count_reports(reports: Sequence[Report]) -> dict[str, list[tuple[str, int]]]:
    """Return framework, year and region -> (value, reports).

    Frameworks come by size, years newest first, regions by name.
    """
    years = Counter(str(report.dated.year) for report in reports if report.dated)
    regions = Counter(report.region for report in reports if report.region)
    return {
        "framework": Counter(report.framework for report in reports).most_common(),
        "year": sorted(years.items(), reverse=True),
        "region": sorted(regions.items()),
    }


@blueprint.get("/help")
def help_page() -> str:
    """Show the query language, with what each example finds in this collection."""
    examples = [
        (query, meaning, service.search(engine(), Request(query=query, limit=0)).total)
        for query, meaning in EXAMPLE_QUERIES
    ]
    return render_template("help.html", examples=examples)


@blueprint.get("/about")
def about() -> str:
    """Show what the service is, the licence of the reports, and how to cite them."""
    return render_template("about.html")
