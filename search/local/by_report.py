"""How matches lie over the reports: which reports have any, and where each one's begin."""

from __future__ import annotations

import msgspec
import numpy as np

from corpus.lazy import lazy_property
from index.columns import Columns
from search.local.matches import Array

MANY = 8  # matches a report of the collection: from there on each report is looked for in them


class ByReport(msgspec.Struct, frozen=True, eq=False, dict=True):
    """Paragraphs `docs`, intp rising, by report: looked for when a report is first asked for."""

    columns: Columns
    docs: Array

    @lazy_property
    def runs(self) -> tuple[Array, Array]:
        """The reports and the bounds of their paragraphs, intp."""
        if len(self.docs) > MANY * len(self.columns.dates):
            return searched(self.columns.first, self.docs)
        return parted(self.columns.report_of[self.docs])

    @property
    def reports(self) -> Array:
        """The rows of the reports that have any, intp rising."""
        return self.runs[0]

    @property
    def bounds(self) -> Array:
        """Where each report's paragraphs are, intp: those of `reports[k]` are
        `docs[bounds[k] : bounds[k + 1]]`.
        """
        return self.runs[1]

    @property
    def starts(self) -> Array:
        """The first row in `docs` of each report."""
        return self.bounds[:-1]

    @property
    def sizes(self) -> Array:
        """The number of paragraphs of each report."""
        return self.bounds[1:] - self.bounds[:-1]


def parted(reports: Array) -> tuple[Array, Array]:
    """Returns each of rising `reports` once, and the bounds of their runs."""
    if not len(reports):
        return np.zeros(0, np.intp), np.zeros(1, np.intp)
    inner = (reports[1:] != reports[:-1]).nonzero()[0]
    bounds = np.empty(len(inner) + 2, np.intp)
    bounds[0], bounds[-1] = 0, len(reports)
    np.add(inner, 1, out=bounds[1:-1])
    return reports[bounds[:-1]].astype(np.intp), bounds


def searched(first: Array, docs: Array) -> tuple[Array, Array]:
    """Returns the reports that `docs` are of, and their bounds; report k begins at `first[k]`."""
    edges = docs.searchsorted(first)
    reports = (edges[1:] != edges[:-1]).nonzero()[0]
    bounds = np.empty(len(reports) + 1, np.intp)
    bounds[:-1], bounds[-1] = edges[reports], len(docs)
    return reports, bounds
