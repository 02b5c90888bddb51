"""Matches grouped by report: which reports have any, and where each one's begin."""

from __future__ import annotations

import msgspec
import numpy as np

from corpus.lazy import lazy_property
from index.columns import Columns
from index.segments.arrays import Array

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
        return groups_of_docs(self.columns.report_of[self.docs])

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


def groups_of_docs(reports: Array) -> tuple[Array, Array]:
    """Return each of rising `reports` once, and the bounds of its run."""
    if not len(reports):
        return np.zeros(0, np.intp), np.zeros(1, np.intp)
    inner = (reports[1:] != reports[:-1]).nonzero()[0]
    bounds = np.empty(len(inner) + 2, np.intp)
    bounds[0], bounds[-1] = 0, len(reports)
    np.add(inner, 1, out=bounds[1:-1])
    return reports[bounds[:-1]].astype(np.intp), bounds


def groups_of_reports(first: Array, docs: Array) -> tuple[Array, Array]:
    """Return the same, where the paragraphs of report k begin at `first[k]`."""
    edges = docs.searchsorted(first)
    reports = (edges[1:] != edges[:-1]).nonzero()[0]
    bounds = np.empty(len(reports) + 1, np.intp)
    bounds[:-1], bounds[-1] = edges[reports], len(docs)
    return reports, bounds
