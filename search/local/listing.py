"""The page of matches that a request lists: sorted, cut, and one per report where that is asked."""

from __future__ import annotations

import msgspec
import numpy as np

from index.columns import Columns
from index.segments.arrays import Array
from index.segments.numeric import run_bounds
from index.snapshot import Snapshot
from search.local.by_report import ByReport
from search.local.matches import Matches
from search.local.ranking.top_k import top_rows
from search.model import Request
from search.records import Listing


class ListedDocs(msgspec.Struct, frozen=True, eq=False):
    """The paragraphs of one page in order: `docs`, their `scores`, and the matches of each one's
    report where only one of them is listed, else None.
    """

    docs: Array
    scores: Array
    matches: Array | None = None


def list_page(
    columns: Columns, matches: Matches, by_report: ByReport, request: Request
) -> ListedDocs:
    """Return the page of `matches`, grouped `by_report`, that a request asks for.

    Equal scores are ordered by the date of the report, newest first, and by place in it.
    """
    if not request.by_report:
        rows = page_rows(columns, matches, request)
        return ListedDocs(matches.docs[rows], matches.scores[rows])
    matches = matches.take(best_of_reports(matches, by_report, request.sort))
    rows = page_rows(columns, matches, request)
    return ListedDocs(matches.docs[rows], matches.scores[rows], by_report.sizes[rows])


def read_listing(snapshot: Snapshot, listed: ListedDocs) -> Listing:
    """Return the paragraphs of a page with their texts; one stands for itself alone, unless it is
    listed for all matches of its report.
    """
    docs, matches = listed.docs.tolist(), listed.matches
    return Listing(
        docs,
        snapshot.texts(docs),
        listed.scores.tolist(),
        [1] * len(docs) if matches is None else matches.tolist(),
    )


def best_of_reports(matches: Matches, by_report: ByReport, sort: str) -> Array:
    """Return for each report the row of its best match: the first of those with the highest
    score, or the first of all where dates decide.
    """
    if sort != "relevance" or not len(matches):
        return by_report.starts
    highest = np.maximum.reduceat(matches.scores, by_report.starts)
    reports = np.repeat(np.arange(len(highest)), by_report.sizes)
    rows: Array = (matches.scores == highest[reports]).nonzero()[0]
    return rows[run_bounds(reports[rows])[:-1]]


def page_rows(columns: Columns, matches: Matches, request: Request) -> Array:
    """Return the rows of `matches` on the page, in the order that is asked for."""
    end = request.start + request.limit
    if request.sort == "relevance":
        return top_rows(matches.scores, matches.docs, end, columns.place_newest)[request.start :]
    places = columns.place_newest if request.sort == "newest" else columns.place_oldest
    return np.argsort(places[matches.docs], kind="stable")[request.start : end]
