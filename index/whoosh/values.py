"""The paragraphs of each value of the fields that are no text: facets, ids and dates."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from index.facets import PARAGRAPH_FACETS, REPORT_FACETS
from index.segments.arrays import Array
from index.segments.reader import SegmentReader

Values = dict[str | int, Array]


def values(reader: SegmentReader) -> dict[str, Values]:
    """Returns field -> value -> the paragraphs that have it, int64 rising; numbers for numbers."""
    found = {facet.key: of_report(reader, facet.key) for facet in REPORT_FACETS}
    found["year"] = {int(year): docs for year, docs in found["year"].items()}
    for column, facet in enumerate(PARAGRAPH_FACETS):
        found[facet.key] = of_paragraph(reader, column, facet.key)
    found["report"] = {
        name: np.arange(*reader.first[row : row + 2]) for row, name in enumerate(reader.report_ids)
    }
    found["id"] = {reader.paragraph_id(doc): np.array([doc]) for doc in range(reader.size)}
    found["date"] = dates(reader)
    return found


def of_report(reader: SegmentReader, key: str) -> Values:
    """Returns the paragraphs of each value that a facet of reports has."""
    codes = reader.arrays[f"report.{key}"][reader.report_of]
    return coded(reader, key, lambda code: codes == code)


def of_paragraph(reader: SegmentReader, column: int, key: str) -> Values:
    """Returns the paragraphs of each value that a facet of paragraphs has."""
    codes = reader.arrays["combo.rows"][:, column][reader.arrays["doc.combo"]]
    if key == "theme":
        return coded(reader, key, lambda code: codes >> (code - 1) & 1 == 1)
    return coded(reader, key, lambda code: codes == code)


def coded(reader: SegmentReader, key: str, having: Callable[[int], Array]) -> Values:
    """Returns value -> paragraphs, leaving out values that no paragraph has."""
    found = {
        name: np.flatnonzero(having(code)) for code, name in enumerate(reader.names[key]) if name
    }
    return {name: docs for name, docs in found.items() if len(docs)}


def dates(reader: SegmentReader) -> Values:
    """Returns the paragraphs of each date, YYYYMMDD."""
    days = reader.arrays["report.date"][reader.report_of]
    return {int(day): np.flatnonzero(days == day) for day in np.unique(days) if day}
