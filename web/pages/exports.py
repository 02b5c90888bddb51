"""Whole results to take away: CSV, RIS and an Atom feed of any search."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from datetime import date
from tempfile import SpooledTemporaryFile

from flask import Blueprint, Response, current_app, render_template, request
from werkzeug.wsgi import wrap_file

from search import service
from search.model import Request
from search.present.hits import Hit
from search.present.page import Page
from web import address, citations
from web.links import permalink, search_url
from web.server.request_engine import engine
from web.server.security import heavy

blueprint = Blueprint("exports", __name__)
FEED_ENTRIES = 50
BATCH_HITS = 1_000  # hits in memory at a time
MAX_BYTES_IN_MEMORY = 1 << 20  # a longer export is written to a file
UNDATED = date(1970, 1, 1)
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")

# Heading and content of each column of the CSV.
COLUMNS: tuple[tuple[str, Callable[[Hit], object]], ...] = (
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


def whole_result() -> Request:
    """Return the Request of the address without its paging. Raise BadRequest."""
    return replace(address.parse_strictly(request.args), start=0, limit=0, facets=())


def iterate_hits(question: Request) -> Iterator[Hit]:
    """Yield all hits of a Request, up to the setting `rows`, batch by batch."""
    max_hits = int(current_app.config["EXPORT_ROWS"])
    for start in range(0, max_hits, BATCH_HITS):
        batch = replace(question, start=start, limit=min(BATCH_HITS, max_hits - start))
        hits = service.search(engine(), batch).hits
        yield from hits
        if len(hits) < BATCH_HITS:
            break


@blueprint.get("/search.csv")
@heavy
def table() -> Response:
    """Send all results as CSV, with the query, the filters and the licence under them."""
    return download(csv_text(table_rows()), "text/csv", "evidence.csv")


def table_rows() -> Iterator[Sequence[object]]:
    """Yield the rows of the CSV. Raise BadRequest."""
    question, count = whole_result(), 0
    yield [heading for heading, _ in COLUMNS]
    for hit in iterate_hits(question):
        yield [spreadsheet_cell(content(hit)) for _, content in COLUMNS]
        count += 1
    yield []
    page = service.search(engine(), question)
    for name, value in export_notes(page, count, address.parse_strictly(request.args)):
        yield name, spreadsheet_cell(value)


def export_notes(page: Page, count: int, question: Request) -> Iterator[tuple[str, str]]:
    """Yield what was searched, in which commit, and the licence, for an export of `count` hits."""
    yield "Search", request.host_url.rstrip("/") + search_url(question)
    yield "Query", question.query
    for key, values in question.filters.items():
        yield key, " or ".join(values)
    yield "Found", f"{page.total} paragraphs in {page.reports} reports"
    if count < page.entries:
        yield "Cut", f"only the first {count} are in this file"
    yield "Collection", f"generation {page.generation}, taken on {date.today()}"
    yield "Licence", citations.LICENCE


def spreadsheet_cell(value: object) -> str:
    """Return the value as text that no spreadsheet takes for a formula."""
    text = "" if value is None else str(value)
    return f"'{text}" if text[:1] in FORMULA_STARTS else text


def csv_text(rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """Yield rows as the text of a CSV file, a row at a time."""
    # The byte order mark tells spreadsheets that this is UTF-8.
    yield "\ufeff"
    out = io.StringIO()
    writer = csv.writer(out)
    for row in rows:
        writer.writerow(row)
        yield out.getvalue()
        out.seek(0)
        out.truncate()


@blueprint.get("/search.ris")
@heavy
def ris() -> Response:
    """Send all results as RIS records."""
    today = date.today()
    records = (
        citations.ris(hit.report, hit.paragraph, permalink(hit.paragraph.id), today)
        for hit in iterate_hits(whole_result())
    )
    return download(records, "application/x-research-info-systems", "evidence.ris")


def download(parts: Iterable[str], mimetype: str, name: str) -> Response:
    """Return the parts of a text as a file to save.

    The whole text is written before any of it is sent: a large one to a file, so that it takes no
    memory. So the search is over and its snapshot free however slowly the client reads.
    """
    with ExitStack() as close_on_error:
        file = close_on_error.enter_context(SpooledTemporaryFile(MAX_BYTES_IN_MEMORY))
        for part in parts:
            file.write(part.encode())
        close_on_error.pop_all()
    size = file.tell()
    file.seek(0)
    response = Response(
        wrap_file(request.environ, file), mimetype=mimetype, direct_passthrough=True
    )
    response.content_length = size
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@blueprint.get("/search.atom")
@heavy
def atom() -> Response:
    """Send the search as a feed: an entry per report with its best paragraph, newest first."""
    question = replace(whole_result(), limit=FEED_ENTRIES, sort="newest", unit="reports")
    hits = service.search(engine(), question).hits
    days = [hit.report.dated or UNDATED for hit in hits]
    text = render_template(
        "feed.xml",
        question=question,
        entries=list(zip(hits, days, strict=True)),
        updated=max(days, default=UNDATED),
        permalink=permalink,
    )
    return Response(text, mimetype="application/atom+xml")
