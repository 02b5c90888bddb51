"""The matches that a page lists: sorted, cut, and one a report where that is asked."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from index.columns import Columns
from search.matches import Array, Matches
from search.model import Request
from search.score import top


@dataclass(frozen=True, slots=True)
class Listing:
    """The paragraphs of one page in order: `docs`, `scores`, and the `matches` of each one's
    report where only one of them is listed, else 1; all matches are in `reports` reports.
    """

    docs: Array
    scores: Array
    matches: Array
    reports: int


def listing(columns: Columns, found: Matches, request: Request) -> Listing:
    """Returns the page of `found` that `request` asks for.

    Equal scores are ordered by the date of the report, newest first, and by place in it.
    """
    reports = columns.report_of[found.docs]
    count = int(np.count_nonzero(reports[1:] != reports[:-1])) + 1 if len(found) else 0
    sizes = None
    if request.once_per_report or request.unit == "reports":
        starts = report_starts(reports)
        sizes = np.diff(starts, append=len(found))
        found = found.take(best_rows(found, starts, request.sort))
    rows = ordered(columns, found, request)
    matches = np.ones(len(rows), np.int64) if sizes is None else sizes[rows]
    return Listing(found.docs[rows], found.scores[rows], matches, count)


def report_starts(reports: Array) -> Array:
    """Returns the first row of each report among rising rows of reports."""
    return np.flatnonzero(np.append(True, reports[1:] != reports[:-1])[: len(reports)])


def best_rows(found: Matches, starts: Array, sort: str) -> Array:
    """Returns for each report the row of its best match: the first of those with the highest
    score, or the first of all where dates decide.
    """
    if sort != "relevance" or not len(starts):
        return starts
    highest = np.maximum.reduceat(found.scores, starts)
    groups = np.repeat(np.arange(len(starts)), np.diff(starts, append=len(found)))
    rows = np.flatnonzero(found.scores == highest[groups])
    first = np.flatnonzero(np.append(True, groups[rows][1:] != groups[rows][:-1]))
    return rows[first]


def ordered(columns: Columns, found: Matches, request: Request) -> Array:
    """Returns the rows of `found` on the page, in the order asked for."""
    end = request.start + request.limit
    if request.sort == "relevance":
        return top(found.scores, columns.place_newest[found.docs], end)[request.start :]
    places = columns.place_newest if request.sort == "newest" else columns.place_oldest
    return np.argsort(places[found.docs], kind="stable")[request.start : end]
