"""The paragraphs of each value of the fields that are no text: facets, ids and dates."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from index.arrays import Array
from index.leaf import Leaf
from index.schema import PARAGRAPH_FACETS, REPORT_FACETS

Values = dict[str | int, Array]


def values(leaf: Leaf) -> dict[str, Values]:
    """Returns field -> value -> the paragraphs that have it, int64 rising; numbers for numbers."""
    found = {facet.key: of_report(leaf, facet.key) for facet in REPORT_FACETS}
    found["year"] = {int(year): docs for year, docs in found["year"].items()}
    for column, facet in enumerate(PARAGRAPH_FACETS):
        found[facet.key] = of_paragraph(leaf, column, facet.key)
    found["report"] = {
        name: np.arange(*leaf.first[row : row + 2]) for row, name in enumerate(leaf.report_ids)
    }
    found["id"] = {leaf.paragraph_id(doc): np.array([doc]) for doc in range(leaf.size)}
    found["date"] = dates(leaf)
    return found


def of_report(leaf: Leaf, key: str) -> Values:
    """Returns the paragraphs of each value that a facet of reports has."""
    codes = leaf.arrays[f"report.{key}"][leaf.report_of]
    return coded(leaf, key, lambda code: codes == code)


def of_paragraph(leaf: Leaf, column: int, key: str) -> Values:
    """Returns the paragraphs of each value that a facet of paragraphs has."""
    codes = leaf.arrays["combo.rows"][:, column][leaf.arrays["doc.combo"]]
    if key == "theme":
        return coded(leaf, key, lambda code: codes >> (code - 1) & 1 == 1)
    return coded(leaf, key, lambda code: codes == code)


def coded(leaf: Leaf, key: str, having: Callable[[int], Array]) -> Values:
    """Returns value -> paragraphs, leaving out values that no paragraph has."""
    found = {
        name: np.flatnonzero(having(code)) for code, name in enumerate(leaf.names[key]) if name
    }
    return {name: docs for name, docs in found.items() if len(docs)}


def dates(leaf: Leaf) -> Values:
    """Returns the paragraphs of each date, YYYYMMDD."""
    days = leaf.arrays["report.date"][leaf.report_of]
    return {int(day): np.flatnonzero(days == day) for day in np.unique(days) if day}
