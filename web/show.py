"""How values look on a page: the filters and names that the templates use."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path

from flask import Flask, url_for
from markupsafe import Markup, escape

from corpus.model import AREAS, FRAMEWORKS, GRADES, KINDS, OUTCOMES, POLARITIES, Paragraph
from search.model import Facet, FacetValue, Request, Span
from web import address, citations
from web.library import snapshot
from web.settings import Value

LABELS = {
    "grade": {grade.key: grade.label for grade in GRADES},
    "area": {area.key: area.label for area in AREAS},
    "framework": {framework.key: framework.label for framework in FRAMEWORKS},
    "kind": {kind.key: kind.label for kind in KINDS},
    "polarity": {polarity.key: polarity.label for polarity in POLARITIES},
}
STATIC = Path(__file__).parent / "static"
MENU = (
    ("pages.search", "Search"),
    ("wording.start", "Wording"),
    ("pages.collection", "Reports held"),
    ("pages.help_page", "Help"),
    ("api.viewer", "API"),
)
# A facet with more values than the first lists only as many as the second.
MOST_LISTED, LISTED = 20, 12
SIGNS = {"strength": "▲", "weakness": "▼", "mixed": "◆", "neutral": "○"}


def init_app(app: Flask, settings: Mapping[str, Value]) -> None:
    """Gives the templates their filters and globals."""
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    filters = (marked, day, label, counted, listed, local, grouped)
    app.jinja_env.filters.update({each.__name__: each for each in filters})
    app.jinja_env.globals.update(
        search_url=search_url,
        citation=citations.citation,
        inspection=citations.inspection,
        inspected=citations.inspected,
        without=address.without,
        with_value=address.with_value,
        first_page=address.first_page,
        licence=citations.LICENCE,
        publisher=citations.publisher,
        menu=MENU,
        most_listed=MOST_LISTED,
        names=names,
        asset=asset,
        place_of=place_of,
        signs=SIGNS,
        outcomes=OUTCOMES,
    )


def place_of(paragraph: Paragraph) -> str:
    """Returns 'paragraph 43, page 15', as a reader would look it up."""
    number = f"paragraph {paragraph.number}" if paragraph.number else "unnumbered paragraph"
    return f"{number}, page {paragraph.page}" if paragraph.page else number


def asset(name: str) -> str:
    """Returns the address of a file of ours; it changes with the file's content."""
    return url_for("static", filename=name, v=digest(name))


@lru_cache
def digest(name: str) -> str:
    """Returns the beginning of the SHA-256 of a file of ours."""
    return hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:8]


def marked(text: str, marks: Sequence[Span], window: Span | None = None) -> Markup:
    """Returns the text, or the window of it, escaped, with the marked spans in <mark>."""
    start, end = (window.start, window.end) if window else (0, len(text))
    out = Markup()
    at = start
    for mark in sorted(marks, key=lambda mark: mark.start):
        first, last = max(mark.start, at), min(mark.end, end)
        if first < last:
            out += escape(text[at:first]) + Markup("<mark>{}</mark>").format(text[first:last])
            at = last
    return out + escape(text[at:end])


def day(value: date | None) -> str:
    """Returns '29 May 2012', 'no date' where there is none."""
    return citations.long_day(value) if value else "no date"


def label(value: str | None, facet: str) -> str:
    """Returns the label of a facet's value; themes and places are their own."""
    text = value or ""
    return LABELS.get(facet, {}).get(text, text[:1].upper() + text[1:])


def listed(facet: Facet) -> list[FacetValue]:
    """Returns the values of a facet to tick: all of a short one, of a long one those that are
    ticked or would find most.
    """
    if len(facet.values) <= MOST_LISTED:
        return list(facet.values)
    rank = {id(value): place for place, value in enumerate(facet.values)}
    first = sorted(facet.values, key=lambda value: (not value.selected, -value.paragraphs))
    ticked = sum(value.selected for value in facet.values)
    return sorted(first[: max(LISTED, ticked)], key=lambda value: rank[id(value)])


def names(key: str) -> Markup:
    """Returns all names of a facet in the collection, as the options of a <datalist>."""
    return options(tuple(name for name in snapshot().columns.names[key] if name))


@lru_cache(maxsize=8)
def options(values: tuple[str, ...]) -> Markup:
    """Returns the values as <option>s; remembered, since only a commit changes them."""
    return Markup("").join(Markup('<option value="{}">').format(value) for value in values)


def counted(number: int, one: str, many: str | None = None) -> str:
    """Returns '1 paragraph', '1,234 paragraphs'."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def grouped(number: int) -> str:
    """Returns the number with its thousands apart."""
    return f"{number:,}"


def local(paragraph_id: str) -> str:
    """Returns the part of a paragraph's id that is its anchor: p43."""
    return paragraph_id.rpartition("/")[2]


def search_url(request: Request, endpoint: str = "pages.search") -> str:
    """Returns the address that asks the Request of a page, an export or a feed."""
    query = address.query_string(request)
    return url_for(endpoint) + (f"?{query}" if query else "")
