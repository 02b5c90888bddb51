"""Matches grouped by report: which reports have any, and where each one's begin."""

from __future__ import annotations

import msgspec
import numpy as np

from corpus.lazy import lazy_property
from index.columns import Columns
from index.segments.arrays import Array
from index.segments.numeric import run_bounds

MATCHES_PER_REPORT = 8  # from so many on, each report is looked up among the matches instead


class ByReport(msgspec.Struct, frozen=True, eq=False, dict=True):
    """Paragraphs `docs`, intp rising, grouped by report when a group is first asked for."""

    columns: Columns
    docs: Array

    @lazy_property
    def groups(self) -> tuple[Array, Array]:
        """The rows of the reports, intp rising, and the bounds of their groups (reports + 1)."""
        if len(self.docs) > MATCHES_PER_REPORT * len(self.columns.dates):
            return groups_of_reports(self.columns.first, self.docs)
        reports = self.columns.report_of[self.docs]
        bounds = run_bounds(reports)
        return reports[bounds[:-1]].astype(np.intp), bounds

    @property
    def reports(self) -> Array:
        """The rows of the reports that have any paragraph, intp rising."""
        return self.groups[0]

    @property
    def starts(self) -> Array:
        """Where each report's paragraphs begin in `docs`, intp (reports)."""
        return self.groups[1][:-1]

    @property
    def sizes(self) -> Array:
        """The number of paragraphs of each report, intp (reports)."""
        bounds = self.groups[1]
        return bounds[1:] - bounds[:-1]


def groups_of_reports(first: Array, docs: Array) -> tuple[Array, Array]:
    """Return the reports that rising `docs` belong to, intp rising, and the bounds of their groups
    (reports + 1); the paragraphs of report k begin at `first[k]`.
    """
    edges = docs.searchsorted(first)
    reports = (edges[1:] != edges[:-1]).nonzero()[0]
    bounds = np.empty(len(reports) + 1, np.intp)
    bounds[:-1], bounds[-1] = edges[reports], len(docs)
    return reports, bounds
