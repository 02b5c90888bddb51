"""Whole results to take away: CSV and RIS of any search."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from flask import Blueprint, Response, current_app

from corpus.registry import label, outcome_label, registry
from search import service
from search.model import Request
from search.present.hits import Hit
from search.present.page import Page
from search.present.sentence import in_words
from web import citations
from web.links import absolute_url, permalink, search_url
from web.pages.files.downloads import (
    clean,
    collection_cell,
    csv_text,
    download,
    search_cell,
    table_name,
)
from web.server.request_engine import engine
from web.server.request_parameters import question
from web.server.security import heavy

blueprint = Blueprint("exports", __name__)
BATCH_HITS = 1_000  # hits in memory at a time

Column = tuple[str, Callable[[Hit], object]]
"""The heading of a column of the CSV, and what is in it."""


def rank_of(grade: str | None, scale: str | None) -> int | None:
    """Return the rank of a grade in its scale, 1 the best; None for one that is not known."""
    known = registry().find_grade(grade, scale)
    return known.rank if known else None


def tone_of(grade: str | None, scale: str | None) -> str | None:
    """Return what a grade is compared with those of other scales by, None for an unknown one."""
    known = registry().find_grade(grade, scale)
    return known.tone if known else None


def labelled(key: str, value: Callable[[Hit], str | None]) -> tuple[Column, Column]:
    """Return the column of a closed set's keys, and that of their labels beside it."""
    return (key, value), (f"{key}_label", lambda hit: label(key, value(hit) or ""))


def join_labels(key: str, values: Iterable[str]) -> str:
    """Return the labels of values as one cell."""
    return "; ".join(label(key, value) for value in values)


COLUMNS: tuple[Column, ...] = (
    ("authority", lambda hit: hit.report.authority),
    ("region", lambda hit: hit.report.region),
    ("title", lambda hit: hit.report.title),
    *labelled("framework", lambda hit: hit.report.framework),
    *labelled("scale", lambda hit: hit.report.scale),
    ("published", lambda hit: hit.report.published),
    ("inspection_end", lambda hit: hit.report.inspection_end),
    ("urn", lambda hit: hit.report.urn),
    ("source_url", lambda hit: hit.report.source_url),
    ("withdrawn", lambda hit: hit.report.withdrawn),
    ("overall", lambda hit: hit.report.overall),
    ("overall_label", lambda hit: label("grade", hit.report.overall or "")),
    ("overall_number", lambda hit: rank_of(hit.report.overall, hit.report.scale)),
    ("authority_overall", lambda hit: hit.grades.authority_overall),
    ("authority_overall_label", lambda hit: label("grade", hit.grades.authority_overall or "")),
    ("follows", lambda hit: hit.grades.follows and hit.grades.follows.id),
    ("follows_date", lambda hit: hit.grades.follows and hit.grades.follows.dated),
    ("follows_overall", lambda hit: hit.grades.follows and hit.grades.follows.overall),
    ("outcome", lambda hit: hit.report.outcome),
    ("outcome_label", lambda hit: outcome_label(hit.report.framework, hit.report.outcome)),
    ("section", lambda hit: hit.paragraph.section),
    ("path", lambda hit: " > ".join(hit.paragraph.path)),
    *labelled("area", lambda hit: hit.paragraph.area),
    *labelled("grade", lambda hit: hit.paragraph.grade),
    ("grade_tone", lambda hit: tone_of(hit.paragraph.grade, hit.report.scale)),
    ("grade_number", lambda hit: rank_of(hit.paragraph.grade, hit.report.scale)),
    *labelled("kind", lambda hit: hit.paragraph.kind),
    ("timescale", lambda hit: hit.paragraph.timescale),
    ("themes", lambda hit: " ".join(hit.paragraph.themes)),
    ("theme_labels", lambda hit: join_labels("theme", hit.paragraph.themes)),
    ("section_themes", lambda hit: " ".join(hit.paragraph.section_themes)),
    ("section_theme_labels", lambda hit: join_labels("theme", hit.paragraph.section_themes)),
    *labelled("polarity", lambda hit: hit.paragraph.polarity),
    ("number", lambda hit: hit.paragraph.number),
    ("page", lambda hit: hit.paragraph.page),
    ("recognised", lambda hit: "yes" if hit.is_recognised else None),
    ("lead", lambda hit: hit.paragraph.lead),
    ("text", lambda hit: hit.paragraph.text),
    ("matches", lambda hit: hit.matches),
    ("citation", lambda hit: citations.citation(hit.report, hit.paragraph)),
    ("link", lambda hit: permalink(hit.paragraph.id)),
    ("licence", lambda hit: citations.licence(hit.report.publisher)),
)
# Columns that say of each row which result it is, and of the whole file what it is.
PLACE_HEADINGS = ("result", "results", "found")
FILE_HEADINGS = ("search", "collection")
HEADINGS = (*PLACE_HEADINGS, *(heading for heading, _ in COLUMNS), *FILE_HEADINGS)


def whole_result() -> Request:
    """Return the Request of the address without its paging. Raise BadRequest."""
    return replace(question(), start=0, limit=0, facets=())


def max_rows() -> int:
    """Return the most results that an export may have."""
    return int(current_app.config["EXPORT_ROWS"])


def iterate_hits(asked: Request) -> Iterator[tuple[Page, Hit]]:
    """Yield all hits of a Request, up to the setting `rows`, batch by batch, each with the Page of
    its batch.
    """
    max_hits = max_rows()
    for start in range(0, max_hits, BATCH_HITS):
        batch = replace(asked, start=start, limit=min(BATCH_HITS, max_hits - start))
        page = service.search(engine(), batch)
        yield from ((page, hit) for hit in page.hits)
        if len(page.hits) < BATCH_HITS:
            break


@blueprint.get("/search.csv")
@heavy
def table() -> Response:
    """Send all results as CSV: a row for each, which also says what was searched.

    A file that is cut has another name, and `results` in each row counts those of the whole.
    """
    asked = whole_result()
    page = service.search(engine(), asked)
    rows = table_rows(asked, page)
    return download(csv_text(rows), "text/csv", table_name("evidence", page.entries, max_rows()))


def table_rows(asked: Request, page: Page) -> Iterator[Sequence[object]]:
    """Yield the rows of the CSV, first the headings. `page` counts the whole result."""
    yield HEADINGS
    url = absolute_url(search_url(replace(asked, limit=Request().limit)))
    search = search_cell(url, lambda: in_words(page.sentence))
    of_file = (search, collection_cell(page.generation))
    for number, (batch, hit) in enumerate(iterate_hits(asked), 1):
        place = number, page.entries, batch.way_of(hit)
        yield *place, *(content(hit) for _, content in COLUMNS), *of_file


@blueprint.get("/search.ris")
@heavy
def ris() -> Response:
    """Send all results as RIS records."""
    today = date.today()
    records = (
        clean(citations.ris(hit.report, hit.paragraph, permalink(hit.paragraph.id), today))
        for _, hit in iterate_hits(whole_result())
    )
    return download(records, "application/x-research-info-systems", "evidence.ris")
