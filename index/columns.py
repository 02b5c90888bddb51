"""The columns of a snapshot: facet codes, lengths, dates and order of its paragraphs, as arrays."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, chain, compress, pairwise

import numpy as np

from corpus.lazy import lazy_property
from index.contents import Segment
from index.facets import (
    COMBO_COLUMNS,
    EITHER,
    HISTORY_FACETS,
    PARAGRAPH_FACETS,
    REPORT_FACETS,
    THEME,
    THEME_COLUMNS,
)
from index.grade_history import GradedReport, GradesOverTime, read_grade_history
from index.segments.arrays import Array
from index.segments.merge import recode_combinations, unify_codes
from index.segments.numeric import concatenate, to_narrowest
from index.segments.reader import SegmentReader

PARAGRAPH_KEYS = tuple(facet.key for facet in PARAGRAPH_FACETS)
REPORT_KEYS = tuple(facet.key for facet in (*HISTORY_FACETS, *REPORT_FACETS))
AFTER_ALL_DATES = 99999999

Names = tuple[str | None, ...]
"""The values of a facet by code; code 0 is None."""


class Columns:
    """The columns of all segments, one segment after another.

    `combo` (size, unsigned) has for each paragraph a row of `combos` (combinations, 6), which has
    the codes of COMBO_COLUMNS in their order, themes as bit masks. `report_of` (size, unsigned)
    and `first` (reports + 1) lead from paragraphs to reports and back; `dates` (reports) are
    YYYYMMDD, 0 unknown; `lengths` (size) are numbers of words. `alive` (size) and `report_alive`
    (reports) are bool, false for what is deleted; `alive` is None if nothing is.
    """

    def __init__(self, readers: Sequence[SegmentReader], segments: Sequence[Segment]) -> None:
        self._readers = readers
        self.lengths = concatenate([reader.lengths for reader in readers], np.int32)
        self.report_offsets = tuple(
            accumulate((len(reader.report_ids) for reader in readers), initial=0)
        )
        report_sizes = concatenate([np.diff(reader.first) for reader in readers], np.int64)
        self.first = np.append(0, np.cumsum(report_sizes))
        reports = to_narrowest(np.arange(self.report_offsets[-1]), self.report_offsets[-1])
        self.report_of = np.repeat(reports, report_sizes)
        self.dates = concatenate([reader.arrays["report.date"] for reader in readers], np.int32)
        self.report_alive = undeleted_reports(segments, self.report_offsets)
        self.alive = None if self.report_alive.all() else self.report_alive[self.report_of]
        self._stored_names: dict[str, Names] = {}
        new_codes: dict[str, list[Array]] = {}
        for facet in (*PARAGRAPH_FACETS, *REPORT_FACETS):
            tables = [[str(name) for name in reader.names[facet.key][1:]] for reader in readers]
            names, new_codes[facet.key] = unify_codes(tables)
            self._stored_names[facet.key] = (None, *names)
        self._stored_codes = {
            facet.key: self._recode_reports(facet.key, new_codes[facet.key])
            for facet in REPORT_FACETS
        }
        self.combos, self.combo = self._unify_combinations(new_codes)

    def _recode_reports(self, key: str, new_codes: Sequence[Array]) -> Array:
        """Return a facet's code of each report."""
        columns = (reader.arrays[f"report.{key}"] for reader in self._readers)
        recoded = [codes[column] for codes, column in zip(new_codes, columns, strict=True)]
        return concatenate(recoded, np.int32)

    def _unify_combinations(self, new_codes: dict[str, list[Array]]) -> tuple[Array, Array]:
        """Return every combination of codes once, and each paragraph's row among them."""
        tables = recode_combinations([r.arrays["combo.rows"] for r in self._readers], new_codes)
        all_rows = np.concatenate([np.zeros((0, len(COMBO_COLUMNS)), np.int64), *tables])
        combos, rows = np.unique(all_rows, axis=0, return_inverse=True)
        rows = to_narrowest(rows.reshape(-1), len(combos))
        bounds = pairwise(accumulate(map(len, tables), initial=0))
        by_paragraph = [
            rows[start:end][reader.arrays["doc.combo"]]
            for (start, end), reader in zip(bounds, self._readers, strict=True)
        ]
        return combos, concatenate(by_paragraph, np.min_scalar_type(len(combos)))

    @lazy_property
    def names(self) -> dict[str, Names]:
        """The values of each facet by code."""
        return self._stored_names | {key: names for key, (names, _) in self._history_codes.items()}

    @lazy_property
    def report_codes(self) -> dict[str, Array]:
        """The code of each report, int32 (reports), of each of REPORT_KEYS in their order."""
        derived = {key: codes for key, (_, codes) in self._history_codes.items()}
        return derived | self._stored_codes

    @lazy_property
    def grade_history(self) -> GradesOverTime[GradedReport]:
        """The overall grades of authorities over time, by the reports that are not deleted."""
        return read_grade_history(compress(self._graded_reports(), self.report_alive.tolist()))

    def _graded_reports(self) -> Iterator[GradedReport]:
        return chain.from_iterable(reader.graded_reports for reader in self._readers)

    @lazy_property
    def _history_codes(self) -> dict[str, tuple[Names, Array]]:
        """The names of each of HISTORY_FACETS by code, and each report's code."""
        reports, history = tuple(self._graded_reports()), self.grade_history
        return {
            facet.key: encode_names([facet.value(report, history) for report in reports])
            for facet in HISTORY_FACETS
        }

    def codes(self, key: str) -> Array:
        """Return each paragraph's code of a facet (size), a bit mask for themes."""
        if key in REPORT_KEYS:
            codes: Array = self.report_codes[key][self.report_of]
        else:
            codes = self.combo_codes(key)[self.combo]
        return codes

    def combo_codes(self, key: str, theme_by: str = EITHER) -> Array:
        """Return the code of one of PARAGRAPH_FACETS for each row of `combos`; for themes a bit
        mask of those by `theme_by`, a key of THEME_COLUMNS.
        """
        if key != THEME:
            column: Array = self.combos[:, PARAGRAPH_KEYS.index(key)]
            return column
        masks: Array = np.bitwise_or.reduce(self.combos[:, THEME_COLUMNS[theme_by]], axis=1)
        return masks

    @lazy_property
    def living_combos(self) -> Array:
        """The rows of `combos`, ascending, that a paragraph has which is not deleted (n), int64."""
        combo = self.combo if self.alive is None else self.combo[self.alive]
        return np.flatnonzero(np.bincount(combo))

    @lazy_property
    def rows(self) -> dict[str, int]:
        """The row of each report that is not deleted, by its id."""
        ids = (report_id for reader in self._readers for report_id in reader.report_ids)
        alive = self.report_alive.tolist()
        return {report_id: row for row, report_id in enumerate(ids) if alive[row]}

    @lazy_property
    def withdrawn(self) -> Array:
        """Whether the publisher of each report withdrew or replaced it (reports), bool.

        It stands in the stored facts, which have it in few reports.
        """
        return concatenate([reader.withdrawn_reports() for reader in self._readers], bool)

    @lazy_property
    def stands(self) -> Array | None:
        """Whether each paragraph is of a report that was not withdrawn, bool; None if all are."""
        return ~self.withdrawn[self.report_of] if self.withdrawn.any() else None

    @lazy_property
    def living(self) -> Array:
        """The paragraphs that are not deleted, intp rising."""
        if self.alive is None:
            return np.arange(len(self.report_of))
        return np.flatnonzero(self.alive)

    def docs(self, row: int) -> range:
        """Return the paragraphs of the report of a row."""
        return range(int(self.first[row]), int(self.first[row + 1]))

    @lazy_property
    def newest(self) -> Array:
        """The rows of undeleted reports, newest first, those without a date last, then by id."""
        return self._sorted_rows(lambda date: -date)

    @lazy_property
    def oldest(self) -> Array:
        """The rows of undeleted reports, oldest first, those without a date last, then by id."""
        return self._sorted_rows(lambda date: date or AFTER_ALL_DATES)

    def _sorted_rows(self, key: Callable[[int], int]) -> Array:
        dates = self.dates.tolist()
        rows = sorted((key(dates[row]), report_id, row) for report_id, row in self.rows.items())
        return np.array([row for _, _, row in rows], np.int64)

    @lazy_property
    def place_newest(self) -> Array:
        """Each paragraph's rank (size, int32) with reports sorted newest first."""
        return self._paragraph_ranks(self.newest)

    @lazy_property
    def place_oldest(self) -> Array:
        """Each paragraph's rank (size, int32) with reports sorted oldest first."""
        return self._paragraph_ranks(self.oldest)

    def _paragraph_ranks(self, rows: Array) -> Array:
        """Return the rank of each paragraph when the reports come in the order `rows`."""
        sizes = np.diff(self.first)
        before = np.zeros(len(sizes), np.int64)
        before[rows] = np.cumsum(sizes[rows]) - sizes[rows]
        shift = np.repeat(before - self.first[:-1], sizes)
        return (shift + np.arange(len(shift))).astype(np.int32)


def encode_names(values: Sequence[str | None]) -> tuple[Names, Array]:
    """Return the different values by code, 0 for None, and the code of each, int32."""
    names = (None, *dict.fromkeys(filter(None, values)))
    codes = {name: code for code, name in enumerate(names)}
    return names, np.array([codes[value or None] for value in values], np.int32)


def undeleted_reports(segments: Sequence[Segment], offsets: Sequence[int]) -> Array:
    """Return for each report of all segments whether it is not deleted, bool."""
    alive = np.ones(offsets[-1], bool)
    for segment, offset in zip(segments, offsets, strict=False):
        alive[[offset + report.row for report in segment.deleted]] = False
    return alive
