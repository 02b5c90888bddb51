"""The postings of fields that are not text: each facet's values, ids and dates."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from index.facets import COMBO_COLUMNS, PARAGRAPH_FACETS, REPORT_FACETS, THEME
from index.segments.arrays import Array
from index.segments.reader import SegmentReader

DocsByValue = dict[str | int, Array]
"""The paragraphs that have each value, int64 rising."""


def docs_by_field(reader: SegmentReader) -> dict[str, DocsByValue]:
    """Return the paragraphs of each value of each field; years and dates are numbers."""
    fields = {facet.key: docs_by_report_facet(reader, facet.key) for facet in REPORT_FACETS}
    fields["year"] = {int(year): docs for year, docs in fields["year"].items()}
    for facet in PARAGRAPH_FACETS:
        fields[facet.key] = docs_by_paragraph_facet(reader, facet.key)
    fields["report"] = {
        name: np.arange(*reader.first[row : row + 2]) for row, name in enumerate(reader.report_ids)
    }
    fields["id"] = {reader.paragraph_id(doc): np.array([doc]) for doc in range(reader.size)}
    fields["date"] = docs_by_date(reader)
    return fields


def docs_by_report_facet(reader: SegmentReader, key: str) -> DocsByValue:
    """Return the paragraphs of each value of a facet that reports have."""
    codes = reader.arrays[f"report.{key}"][reader.report_of]
    return docs_by_code(reader, key, lambda code: codes == code)


def docs_by_paragraph_facet(reader: SegmentReader, key: str) -> DocsByValue:
    """Return the paragraphs of each value of a facet that paragraphs have."""
    columns = [number for number, (name, _) in enumerate(COMBO_COLUMNS) if name == key]
    rows = reader.arrays["combo.rows"][:, columns]
    codes = np.bitwise_or.reduce(rows, axis=1)[reader.arrays["doc.combo"]]
    if key == THEME:
        return docs_by_code(reader, key, lambda code: codes >> (code - 1) & 1 == 1)
    return docs_by_code(reader, key, lambda code: codes == code)


def docs_by_code(reader: SegmentReader, key: str, has: Callable[[int], Array]) -> DocsByValue:
    """Return the paragraphs of each value, where `has` a code says which have it, bool.

    Values that no paragraph has are left out.
    """
    docs_of = {
        name: np.flatnonzero(has(code)) for code, name in enumerate(reader.names[key]) if name
    }
    return {name: docs for name, docs in docs_of.items() if len(docs)}


def docs_by_date(reader: SegmentReader) -> DocsByValue:
    """Return the paragraphs of each date, YYYYMMDD."""
    dates = reader.arrays["report.date"][reader.report_of]
    return {int(date): np.flatnonzero(dates == date) for date in np.unique(dates) if date}
