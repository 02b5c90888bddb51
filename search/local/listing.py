"""The matches that a page lists: sorted, cut, and one a report where that is asked."""

from __future__ import annotations

import msgspec
import numpy as np

from index.columns import Columns
from search.local.by_report import ByReport
from search.local.matches import Array, Matches
from search.local.score import top
from search.model import Request


class Listing(msgspec.Struct, frozen=True, eq=False):
    """The paragraphs of one page in order: `docs`, `scores`, and the `matches` of each one's
    report where only one of them is listed, else None.
    """

    docs: Array
    scores: Array
    matches: Array | None = None


def listing(columns: Columns, found: Matches, spread: ByReport, request: Request) -> Listing:
    """Returns the page of `found`, whose spread over reports is given, that `request` asks for.

    Equal scores are ordered by the date of the report, newest first, and by place in it.
    """
    if not request.by_report:
        rows = ordered(columns, found, request)
        return Listing(found.docs[rows], found.scores[rows])
    found = found.take(best_rows(found, spread, request.sort))
    rows = ordered(columns, found, request)
    return Listing(found.docs[rows], found.scores[rows], spread.sizes[rows])


def best_rows(found: Matches, spread: ByReport, sort: str) -> Array:
    """Returns for each report the row of its best match: the first of those with the highest
    score, or the first of all where dates decide.
    """
    if sort != "relevance" or not len(found):
        return spread.starts
    highest = np.maximum.reduceat(found.scores, spread.starts)
    groups = np.repeat(np.arange(len(highest)), spread.sizes)
    rows: Array = (found.scores == highest[groups]).nonzero()[0]
    best = groups[rows]
    return rows[np.append(True, best[1:] != best[:-1]).nonzero()[0]]


def ordered(columns: Columns, found: Matches, request: Request) -> Array:
    """Returns the rows of `found` on the page, in the order asked for."""
    end = request.start + request.limit
    if request.sort == "relevance":
        return top(found.scores, found.docs, end, columns.place_newest)[request.start :]
    places = columns.place_newest if request.sort == "newest" else columns.place_oldest
    return np.argsort(places[found.docs], kind="stable")[request.start : end]
