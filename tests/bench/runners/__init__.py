"""Search engines under one interface: how each is built, opened and asked the same query."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol, TypeAlias

from corpus.model import Paragraph, Report
from index.facets import FACET, PARAGRAPH_FACETS
from tests.bench.queries import COUNTED_FACETS, BenchQuery

TimedCall: TypeAlias = Callable[[], int]
"""Runs one query, reads what it gave, and returns its number of hits."""


class SearchRunner(Protocol):
    """An engine with an index at `place`, a path within the folder that it is given.

    A runner may have other ways to answer a query, as `whole_call` does: `evaluation` of a query
    that is parsed already, and `page_parts`, all that a page of ours shows.
    """

    place: Path

    def __init__(self, folder: Path) -> None: ...

    def build(self, reports: Iterator[Report]) -> None:
        """Write the index."""

    def open(self) -> None:
        """Open the index to be asked."""

    def whole_call(self, query: BenchQuery, faceted: bool) -> TimedCall:
        """Return the call from the query's text to the texts of ten hits, with counts if faceted."""


def facet_rows(reports: Iterator[Report]) -> Iterator[tuple[Paragraph, dict[str, list[str]]]]:
    """Yield each paragraph with its values of each counted facet."""
    for report in reports:
        for paragraph in report.paragraphs:
            yield paragraph, {key: facet_values(report, paragraph, key) for key in COUNTED_FACETS}


def facet_values(report: Report, paragraph: Paragraph, key: str) -> list[str]:
    """Return the values that a paragraph has of a facet."""
    facet = FACET[key]
    values = facet.values(paragraph) if facet in PARAGRAPH_FACETS else (facet.value(report),)
    return [value for value in values if value is not None]
