"""A whole result to take away: CSV, RIS and an Atom feed of any search."""

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
from web import citations
from web.api.routes import checked_request
from web.links import permalink, search_url
from web.server.engine import engine
from web.server.security import heavy

blueprint = Blueprint("exports", __name__)
FEED = 50
AT_ONCE = 1_000
IN_MEMORY = 1 << 20  # bytes of an export that are not worth a file
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


def hits(question: Request) -> Iterator[Hit]:
    """Yields all that a Request finds, as far as an export may go, some made at a time."""
    most = int(current_app.config["EXPORT_ROWS"])
    for start in range(0, most, AT_ONCE):
        asked_for = replace(question, start=start, limit=min(AT_ONCE, most - start))
        found = service.search(engine(), asked_for).hits
        yield from found
        if len(found) < AT_ONCE:
            break


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
    if sent < page.entries:
        yield "Cut", f"only the first {sent} are in this file"
    yield "Collection", f"generation {page.generation}, taken on {date.today()}"
    yield "Licence", citations.LICENCE


@blueprint.get("/search.csv")
@heavy
def table() -> Response:
    """Sends all results as CSV, with the query, filters and licence under them."""
    return attached(cells(rows()), "text/csv", "evidence.csv")


def rows() -> Iterator[Sequence[object]]:
    """Yields the rows of the CSV. Raises BadRequest."""
    question, sent = all_asked(), 0
    yield [name for name, _ in COLUMNS]
    for hit in hits(question):
        yield [plain(cell(hit)) for _, cell in COLUMNS]
        sent += 1
    yield []
    page = service.search(engine(), question)
    yield from ((name, plain(value)) for name, value in preamble(page, sent, checked_request()))


def cells(rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """Yields rows as the text of a CSV file."""
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
    """Sends all results as RIS records."""
    today = date.today()
    records = (
        citations.ris(hit.report, hit.paragraph, permalink(hit.paragraph.id), today)
        for hit in hits(all_asked())
    )
    return attached(records, "application/x-research-info-systems", "evidence.ris")


def all_asked() -> Request:
    """Returns what the address asks for, wherever its page begins. Raises BadRequest."""
    return replace(checked_request(), start=0, limit=0, facets=())


def attached(parts: Iterable[str], kind: str, name: str) -> Response:
    """Returns the parts of a text as a file to save.

    A large file is written to the disk first, so that it takes no memory, and its request is over
    however slowly it is fetched.
    """
    with ExitStack() as until_sent:
        file = until_sent.enter_context(SpooledTemporaryFile(IN_MEMORY))
        for part in parts:
            file.write(part.encode())
        until_sent.pop_all()
    size = file.tell()
    file.seek(0)
    response = Response(wrap_file(request.environ, file), mimetype=kind, direct_passthrough=True)
    response.content_length = size
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@blueprint.get("/search.atom")
@heavy
def atom() -> Response:
    """Sends the search as a feed: one entry a report with its best paragraph, newest first."""
    question = replace(
        checked_request(), start=0, limit=FEED, facets=(), sort="newest", unit="reports"
    )
    page = service.search(engine(), question)
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
