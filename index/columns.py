"""What every paragraph and report of a snapshot is, as arrays: codes, lengths, dates, order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate, pairwise

import numpy as np
from numpy.typing import DTypeLike

from corpus.lazy import lazy_property
from index.facets import FACETS, NAME_FACETS, PARAGRAPH_FACETS, REPORT_FACETS
from index.segments.arrays import Array, smallest
from index.segments.merge import remasked, united
from index.segments.reader import SegmentReader
from index.whoosh.contents import Segment

PARAGRAPH_KEYS = tuple(facet.key for facet in PARAGRAPH_FACETS)
REPORT_KEYS = tuple(facet.key for facet in REPORT_FACETS)


class Columns:
    """The columns of all segments, one after another.

    `names` holds each facet's values by code, code 0 is None. `combo` (size, unsigned) gives for
    each paragraph a row of `combos` (combinations, 5), the codes of PARAGRAPH_FACETS in their
    order, themes as a bit mask; `report_codes` holds each of REPORT_FACETS by report. `report_of`
    (size, unsigned) and `first` (reports + 1) go from paragraphs to reports and back; `dates`
    (reports) are YYYYMMDD, 0 unknown; `lengths` (size) count words.
    """

    def __init__(self, readers: Sequence[SegmentReader], segments: Sequence[Segment]) -> None:
        self._leaves = readers
        self.lengths = run([reader.lengths for reader in readers], np.int32)
        self.report_offsets = tuple(accumulate((len(one.report_ids) for one in readers), initial=0))
        firsts = [np.diff(reader.first) for reader in readers]
        self.first = np.append(0, np.cumsum(run(firsts, np.int64)))
        reports = smallest(np.arange(self.report_offsets[-1]), self.report_offsets[-1])
        self.report_of = np.repeat(reports, np.diff(self.first))
        self.dates = run([reader.arrays["report.date"] for reader in readers], np.int32)
        self.report_alive = living(segments, self.report_offsets)
        self.alive = None if self.report_alive.all() else self.report_alive[self.report_of]
        self.names: dict[str, tuple[str | None, ...]] = {}
        maps: dict[str, list[Array]] = {}
        for facet in FACETS:
            tables = [[str(name) for name in reader.names[facet.key][1:]] for reader in readers]
            names, maps[facet.key] = united(tables)
            self.names[facet.key] = (None, *names)
        self.report_codes = {key: self._of_reports(key, maps[key]) for key in REPORT_KEYS}
        self.combos, self.combo = self._combined(maps)

    def _of_reports(self, key: str, maps: Sequence[Array]) -> Array:
        columns = (reader.arrays[f"report.{key}"] for reader in self._leaves)
        return run([codes[column] for codes, column in zip(maps, columns, strict=True)], np.int32)

    def _combined(self, maps: dict[str, list[Array]]) -> tuple[Array, Array]:
        tables = [reader.arrays["combo.rows"].copy() for reader in self._leaves]
        for at, table in enumerate(tables):
            for column, key in enumerate(PARAGRAPH_KEYS):
                change = remasked if key == "theme" else renamed
                table[:, column] = change(table[:, column], maps[key][at])
        joined = np.concatenate([np.zeros((0, len(PARAGRAPH_KEYS)), np.int64), *tables])
        combos, places = np.unique(joined, axis=0, return_inverse=True)
        ends = accumulate(map(len, tables), initial=0)
        docs = [
            smallest(places.reshape(-1)[slice(*run)], len(combos))[reader.arrays["doc.combo"]]
            for run, reader in zip(pairwise(ends), self._leaves, strict=True)
        ]
        return combos, run(docs, np.min_scalar_type(len(combos)))

    @lazy_property
    def open_names(self) -> dict[str, tuple[str, ...]]:
        """The values of the fields without a closed set: regions, authorities, report ids."""
        keys = [facet.key for facet in NAME_FACETS]
        found = {key: tuple(map(str, self.names[key][1:])) for key in keys}
        return {**found, "report": tuple(self.rows)}

    def codes(self, key: str) -> Array:
        """Returns each paragraph's code of a facet (size), a bit mask for themes."""
        if key in REPORT_KEYS:
            found: Array = self.report_codes[key][self.report_of]
        else:
            found = self.combos[:, PARAGRAPH_KEYS.index(key)][self.combo]
        return found

    @lazy_property
    def rows(self) -> dict[str, int]:
        """The row of each living report by its id."""
        ids = (report for reader in self._leaves for report in reader.report_ids)
        alive = self.report_alive.tolist()
        return {report: row for row, report in enumerate(ids) if alive[row]}

    @lazy_property
    def living(self) -> Array:
        """The living paragraphs, intp rising."""
        if self.alive is None:
            return np.arange(len(self.report_of))
        return np.flatnonzero(self.alive)

    def docs(self, row: int) -> range:
        """Returns the paragraphs of the report of a row."""
        return range(int(self.first[row]), int(self.first[row + 1]))

    @lazy_property
    def newest(self) -> Array:
        """The rows of living reports, newest first, those without a date last, then by id."""
        return self._sorted(lambda date: -date)

    @lazy_property
    def oldest(self) -> Array:
        """The rows of living reports, oldest first, those without a date last, then by id."""
        return self._sorted(lambda date: date or 99999999)

    def _sorted(self, key: Callable[[int], int]) -> Array:
        dates = self.dates.tolist()
        rows = sorted(self.rows.items(), key=lambda one: (key(dates[one[1]]), one[0]))
        return np.array([row for _, row in rows], np.int64)

    @lazy_property
    def place_newest(self) -> Array:
        """Each paragraph's place (size, int32) when reports are sorted newest first."""
        return self._placed(self.newest)

    @lazy_property
    def place_oldest(self) -> Array:
        """Each paragraph's place (size, int32) when reports are sorted oldest first."""
        return self._placed(self.oldest)

    def _placed(self, rows: Array) -> Array:
        sizes = np.diff(self.first)
        before = np.zeros(len(sizes), np.int64)
        before[rows] = np.cumsum(sizes[rows]) - sizes[rows]
        shift = np.repeat(before - self.first[:-1], sizes)
        return (shift + np.arange(len(shift))).astype(np.int32)


def run(parts: Sequence[Array], dtype: DTypeLike) -> Array:
    """Returns the parts one after another, itself where there is one of that type."""
    if len(parts) == 1:
        return parts[0].astype(dtype, copy=False)
    return np.concatenate([np.zeros(0, dtype), *parts]).astype(dtype, copy=False)


def renamed(column: Array, codes: Array) -> Array:
    """Returns the new codes of a column of codes."""
    return codes[column]


def living(segments: Sequence[Segment], offsets: Sequence[int]) -> Array:
    """Returns which reports are not deleted, bool."""
    alive = np.ones(offsets[-1], bool)
    for segment, offset in zip(segments, offsets, strict=False):
        alive[[offset + dead.row for dead in segment.deleted]] = False
    return alive
