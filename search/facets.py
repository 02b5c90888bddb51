"""How many of the matches have each value of each facet, in paragraphs and in reports."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from index.columns import PARAGRAPH_KEYS, REPORT_KEYS, Columns
from index.schema import FACET
from search.matches import Array
from search.model import Facet, FacetValue

Counts = tuple[Array, Array]
"""Paragraphs and reports of each code of a facet, int64; code 0 is no value."""


def counts(columns: Columns, docs: Array, keys: Iterable[str]) -> dict[str, Counts]:
    """Returns for each facet of `keys` how many of rising `docs` have each of its codes.

    One count of reports serves all facets of reports, one of combinations all of paragraphs.
    """
    by_report = np.bincount(columns.report_of[docs], minlength=len(columns.dates))
    by_combo = np.bincount(columns.combo[docs], minlength=len(columns.combos))
    return {
        key: of_reports(columns, key, by_report)
        if key in REPORT_KEYS
        else of_paragraphs(columns, key, docs, by_combo)
        for key in keys
    }


def of_reports(columns: Columns, key: str, by_report: Array) -> Counts:
    """Returns the counts of a facet that reports have, from the matches of each report."""
    codes, size = columns.report_codes[key], len(columns.names[key])
    paragraphs = np.bincount(codes, by_report, size).astype(np.int64)
    return paragraphs, np.bincount(codes[by_report > 0], minlength=size)


def of_paragraphs(columns: Columns, key: str, docs: Array, by_combo: Array) -> Counts:
    """Returns the counts of a facet that paragraphs have, from those of each combination."""
    codes, size = columns.combos[:, PARAGRAPH_KEYS.index(key)], len(columns.names[key])
    if key == "theme":
        bits = codes[:, None] >> np.arange(size - 1) & 1
        paragraphs = np.append(0, by_combo @ bits).astype(np.int64)
        marks = bits[columns.combo[docs]] > 0
        return paragraphs, np.append(0, reports_with(columns, docs, marks))
    marks = codes[columns.combo[docs]][:, None] == np.arange(size)
    paragraphs = np.bincount(codes, by_combo, size).astype(np.int64)
    return paragraphs, reports_with(columns, docs, marks)


def reports_with(columns: Columns, docs: Array, marks: Array) -> Array:
    """Returns for each column of `marks` (docs, columns) the number of reports with a mark."""
    reports = columns.report_of[docs]
    if not len(docs):
        return np.zeros(marks.shape[1], np.int64)
    starts = np.flatnonzero(np.append(True, reports[1:] != reports[:-1]))
    found: Array = np.logical_or.reduceat(marks, starts, axis=0).sum(axis=0)
    return found


def shown(key: str, names: Sequence[str | None], counts: Counts, selected: Sequence[str]) -> Facet:
    """Returns a facet as it is shown: its values that any match has, and those selected."""
    held = {str(name): code for code, name in enumerate(names) if code}
    wanted = {value.casefold(): value for value in selected}
    found = []
    for name in {**held, **{value: 0 for value in selected if value not in held}}:
        code = held.get(name, 0)
        paragraphs, reports = (int(count[code]) if code else 0 for count in counts)
        chosen = name.casefold() in wanted
        if paragraphs or chosen:
            label = labels(key).get(name, name)
            found.append(FacetValue(name, label, paragraphs, reports, chosen))
    return Facet(key, FACET[key].label, tuple(sorted(found, key=lambda one: order(key, one))))


def labels(key: str) -> Mapping[str, str]:
    """Returns the labels of a facet's values, where they are a closed set."""
    return {choice.key: choice.label for choice in FACET[key].choices}


def order(key: str, value: FacetValue) -> tuple[int, str]:
    """Returns what a facet's values are sorted by: a closed set by its own order, years newest
    first, others by their number of paragraphs, most first, and name.
    """
    if key == "year":
        return -int(value.value) if value.value.isdecimal() else 0, value.value
    places = {choice.key: place for place, choice in enumerate(FACET[key].choices)}
    if places:
        return places.get(value.value, len(places)), value.value
    return -value.paragraphs, value.value
