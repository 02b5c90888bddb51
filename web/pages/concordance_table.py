"""A concordance as CSV: a row for each occurrence, with what was asked and how to cite it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus.registry import label
from search.present.hits import report_facts
from search.wording import Concordance, ConcordanceLine
from web import citations
from web.links import permalink
from web.pages.files.downloads import collection_cell
from web.server.request_engine import engine

MAX_ROWS = 1_000
HEADINGS = (
    *("occurrence", "occurrences", "left", "match", "right", "authority", "date", "title"),
    *("framework", "framework_label", "section", "grade", "grade_label", "withdrawn"),
    *("citation", "link", "licence", "search", "collection"),
)


def concordance_rows(concordance: Concordance, search: str) -> Iterator[Sequence[object]]:
    """Yield the rows of the CSV, first the headings. `search` says what was asked; the column
    `occurrences` counts those of the whole concordance, of which the file may have the first ones.
    """
    collection = collection_cell(engine().state.generation)
    yield HEADINGS
    cells: dict[str, Sequence[object]] = {}  # by paragraph, which may have several occurrences
    for number, line in enumerate(concordance.lines, 1):
        place = number, concordance.occurrences, line.left, line.match, line.right
        if line.paragraph not in cells:
            cells[line.paragraph] = paragraph_cells(line)
        yield *place, *cells[line.paragraph], search, collection


def paragraph_cells(line: ConcordanceLine) -> Sequence[object]:
    """Return what a row says of the paragraph that an occurrence is in."""
    neighbourhood = engine().neighbourhood(line.paragraph, around=0)
    if neighbourhood is None:  # an engine has every paragraph that it lists
        raise LookupError(f"the engine listed {line.paragraph}, and does not have it")
    report = report_facts(neighbourhood.report)
    return (
        line.authority,
        line.dated,
        report.title,
        report.framework,
        label("framework", report.framework),
        line.section,
        line.grade,
        label("grade", line.grade or ""),
        report.withdrawn,
        citations.citation(report, neighbourhood.paragraph),
        permalink(line.paragraph),
        citations.licence(report.publisher),
    )
