"""A whole result to take away: CSV, RIS and an Atom feed of any search."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from flask import Blueprint, Response, current_app, render_template, request

from search import service
from search.hits import Hit
from search.model import Request
from search.page import Page
from web import citations
from web.answers import listed_by
from web.api import asked
from web.guard import heavy
from web.library import snapshot
from web.links import permalink, search_url

blueprint = Blueprint("exports", __name__)
FEED = 50
AT_ONCE = 1_000
DAYLESS = date(1970, 1, 1)

Column = Callable[[Hit], object]

# Heading and content of each column of the CSV.
COLUMNS: tuple[tuple[str, Column], ...] = (
    ("authority", lambda hit: hit.report.authority),
    ("region", lambda hit: hit.report.region),
    ("framework", lambda hit: hit.report.framework),
    ("published", lambda hit: hit.report.published),
    ("inspection_end", lambda hit: hit.report.inspection_end),
    ("section", lambda hit: hit.paragraph.section),
    ("area", lambda hit: hit.paragraph.area),
    ("grade", lambda hit: hit.paragraph.grade),
    ("kind", lambda hit: hit.paragraph.kind),
    ("themes", lambda hit: " ".join(hit.paragraph.themes)),
    ("polarity", lambda hit: hit.paragraph.polarity),
    ("number", lambda hit: hit.paragraph.number),
    ("page", lambda hit: hit.paragraph.page),
    ("text", lambda hit: hit.paragraph.text),
    ("matches", lambda hit: hit.matches),
    ("citation", lambda hit: citations.citation(hit.report, hit.paragraph)),
    ("link", lambda hit: permalink(hit.paragraph.id)),
)


def whole() -> tuple[Page, list[Hit]]:
    """Returns the first page of all that the address asks for, and the hits of all pages, as far as
    an export may go. Raises BadRequest.
    """
    question = replace(asked(), start=0, limit=AT_ONCE, facets=())
    page = service.search(snapshot(), question)
    hits = list(page.hits)
    most = min(listed_by(page), int(current_app.config["EXPORT_ROWS"]))
    while len(hits) < most:
        more = service.search(snapshot(), replace(question, start=len(hits))).hits
        if not more:
            break
        hits += more
    return page, hits[:most]


def plain(value: object) -> str:
    """Returns the value as a cell that no spreadsheet takes for a formula."""
    text = "" if value is None else str(value)
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text


def preamble(page: Page, sent: int, question: Request) -> Iterator[tuple[str, str]]:
    """Yields what was asked, of which state of the collection, and the licence."""
    yield "Search", request.host_url.rstrip("/") + search_url(question)
    yield "Query", question.query
    for key, values in question.filters.items():
        yield key, " or ".join(values)
    yield "Found", f"{page.total} paragraphs in {page.reports} reports"
    if sent < listed_by(page):
        yield "Cut", f"only the first {sent} are in this file"
    yield "Collection", f"generation {page.generation}, taken on {date.today()}"
    yield "Licence", citations.LICENCE


@blueprint.get("/search.csv")
@heavy
def table() -> Response:
    """Sends all results as CSV, with the query, filters and licence under them."""
    page, hits = whole()
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([name for name, _ in COLUMNS])
    writer.writerows([plain(cell(hit)) for _, cell in COLUMNS] for hit in hits)
    writer.writerow([])
    writer.writerows((name, plain(value)) for name, value in preamble(page, len(hits), asked()))
    # The byte order mark tells spreadsheets that this is UTF-8.
    return attached("\ufeff" + out.getvalue(), "text/csv", "evidence.csv")


@blueprint.get("/search.ris")
@heavy
def ris() -> Response:
    """Sends all results as RIS records."""
    today = date.today()
    records = (
        citations.ris(hit.report, hit.paragraph, permalink(hit.paragraph.id), today)
        for hit in whole()[1]
    )
    return attached("".join(records), "application/x-research-info-systems", "evidence.ris")


def attached(text: str, kind: str, name: str) -> Response:
    """Returns the text as a file to save."""
    response = Response(text, mimetype=kind)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@blueprint.get("/search.atom")
@heavy
def atom() -> Response:
    """Sends the search as a feed: one entry a report with its best paragraph, newest first."""
    question = replace(asked(), start=0, limit=FEED, facets=(), sort="newest", unit="reports")
    page = service.search(snapshot(), question)
    days = [hit.report.published or hit.report.inspection_end or DAYLESS for hit in page.hits]
    text = render_template(
        "feed.xml",
        page=page,
        asked=question,
        entries=list(zip(page.hits, days, strict=True)),
        updated=max(days, default=DAYLESS),
        permalink=permalink,
    )
    return Response(text, mimetype="application/atom+xml")
