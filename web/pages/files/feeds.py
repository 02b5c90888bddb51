"""The Atom feed of any search: an entry for each report, with its best paragraph, newest first."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from flask import Blueprint, Response, render_template
from markupsafe import escape

from search import service
from search.model import Request
from search.present.hits import Hit
from search.present.sentence import date_parts, filter_parts, group_parts, in_phrases
from web.links import absolute_url, permalink, search_url
from web.pages.files.downloads import clean
from web.pages.results import shorten
from web.server.request_engine import engine
from web.server.request_parameters import question
from web.server.security import heavy

blueprint = Blueprint("feeds", __name__)
MAX_ENTRIES = 50
MAX_TEXT_BYTES = 700_000  # of the paragraphs in a feed; names and addresses come on top
MAX_TITLE = 200  # characters


@blueprint.get("/search.atom")
@heavy
def atom() -> Response:
    """Send the search as a feed: an entry per report with its best paragraph, newest first."""
    asked = replace(question(facets=()), start=0, limit=MAX_ENTRIES, sort="newest", unit="reports")
    hits = fitting(service.search(engine(), asked).hits)
    # Of what has no date it is only known when it was taken in.
    committed = engine().state.committed.strftime("%Y-%m-%dT%H:%M:%SZ")
    times = [midnight(hit.report.dated) if hit.report.dated else committed for hit in hits]
    shown = replace(asked, limit=Request().limit)
    text = render_template(
        "feed.xml",
        question=shown,
        title=feed_title(shown),
        self_url=absolute_url(search_url(shown, "feeds.atom")),
        entries=list(zip(hits, times, strict=True)),
        updated=max(times, default=committed),
        permalink=permalink,
    )
    return Response(clean(text), mimetype="application/atom+xml")


def midnight(day: date) -> str:
    """Return the first second of a day as a feed writes it (RFC 3339)."""
    return f"{day}T00:00:00Z"


def feed_title(asked: Request) -> str:
    """Return what a feed is of: its query, or all reports, and the labels of its filters."""
    query = shorten(asked.query) if asked.query.strip() else "all reports"
    filters = in_phrases((*filter_parts(asked), *group_parts(asked), *date_parts(asked)))
    title = "; ".join((query, *filters))
    return textwrap.shorten(title, MAX_TITLE, placeholder=" …")


def fitting(hits: Sequence[Hit]) -> list[Hit]:
    """Return the first hits whose texts fit into a feed, which has each of them once."""
    room, shown = MAX_TEXT_BYTES, list[Hit]()
    for hit in hits:
        room -= len(escape(hit.paragraph.text).encode(errors="replace"))
        if room < 0:
            break
        shown.append(hit)
    return shown
