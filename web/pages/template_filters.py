"""How values look on a page: the filters and names that the templates use."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path

from flask import Flask

from corpus.model import OUTCOMES
from web import address, citations, links
from web.pages import choices, results
from web.settings import Value

STATIC = Path(__file__).parents[1] / "static"
MENU = (
    ("pages.search", "Search"),
    ("wording.start", "Wording"),
    ("pages.collection", "Reports held"),
    ("pages.help_page", "Help"),
    ("api.viewer", "API"),
)


def init_app(app: Flask, settings: Mapping[str, Value]) -> None:
    """Gives the templates their filters and globals."""
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    filters = (results.marked, results.label, results.local, results.graded, day, counted, grouped)
    app.jinja_env.filters.update({each.__name__: each for each in filters})
    app.jinja_env.globals.update(
        search_url=links.search_url,
        page_url=links.page_url,
        report_url=links.report_url,
        paragraph_url=links.paragraph_url,
        citation=citations.citation,
        inspection=citations.inspection,
        inspected=citations.inspected,
        with_value=address.with_value,
        filter_pairs=address.filter_pairs,
        first_page=address.first_page,
        licence=citations.LICENCE,
        publisher=citations.publisher,
        menu=MENU,
        most_listed=choices.MOST_LISTED,
        names=choices.names,
        boxes=choices.boxes,
        listed=choices.listed,
        asset=asset,
        place_of=results.place_of,
        whose=results.whose,
        labels_of=results.labels_of,
        outcomes=OUTCOMES,
    )


def asset(name: str) -> str:
    """Returns the address of a file of ours; it changes with the file's content."""
    return links.page_url("static", filename=name, v=digest(name))


@lru_cache
def digest(name: str) -> str:
    """Returns the beginning of the SHA-256 of a file of ours."""
    return hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:8]


def day(value: date | None) -> str:
    """Returns '29 May 2012', 'no date' where there is none."""
    return citations.long_day(value) if value else "no date"


def counted(number: int, one: str, many: str | None = None) -> str:
    """Returns '1 paragraph', '1,234 paragraphs'."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def grouped(number: int) -> str:
    """Returns the number with its thousands apart."""
    return f"{number:,}"
