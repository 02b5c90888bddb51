"""Excel workbooks to take away: what became of the recommendations to an authority."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from flask import Blueprint, Response

from corpus.registry import label
from search.followup.tracker.measured import Accuracy, read_accuracy
from search.followup.tracker.records import STATUS_LABELS, Followed, FollowUp, Tracker
from search.followup.tracker.threads import RecommendationThread, find_threads
from web import citations
from web.links import permalink
from web.pages.files.downloads import attach, clean
from web.pages.followup.recommendations import tracker_or_404
from web.server.request_engine import engine
from web.server.security import heavy

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell as ExcelCell
    from openpyxl.worksheet.worksheet import Worksheet

blueprint = Blueprint("workbooks", __name__)

MIMETYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MAX_CELL_CHARACTERS = 32_000  # Excel takes 32,767
QUOTES = 3
HEADINGS = (
    *("Thing asked for", "Asked in", "Asked on", "Recommendation", "Area", "Timescale"),
    *("Link", "Later report", "Later date", "Status", "Corrected"),
    *(f"{what} {n}" for n in range(1, QUOTES + 1) for what in ("Quote", "Paragraph")),
)
WIDTHS = {"Recommendation": 60, "Quote": 60, "Asked in": 30, "Later report": 30, "Link": 12}
USUAL_WIDTH = 14

Cell = str | int | date | None


class Link(str):
    """The address of a paragraph, which a cell leads to."""


@blueprint.get("/authority/<path:name>/recommendations.xlsx", merge_slashes=False)
@heavy
def recommendations(name: str) -> Response:
    """Send what became of the recommendations to an authority, a row for each later report."""
    tracker = tracker_or_404(name)
    body = write_workbook(tracker, find_threads(tracker), engine().state.generation)
    return attach(Response(body, mimetype=MIMETYPE), f"recommendations-{tracker.authority}.xlsx")


def write_workbook(
    tracker: Tracker, threads: Sequence[RecommendationThread], generation: int
) -> bytes:
    """Return the bytes of a workbook: recommendations, the same by report, and what it is.

    openpyxl is imported here, since most processes write no workbook.
    """
    from openpyxl import Workbook

    workbook = Workbook()
    del workbook["Sheet"]
    fill(workbook.create_sheet("Recommendations"), HEADINGS, list_rows(threads))
    by_report = workbook.create_sheet("By report")
    days = [f"{label('framework', one.framework)} {one.dated}" for one in tracker.reports]
    fill(by_report, ("Thing asked for", "Recommendation", *days), list_steps(tracker, threads))
    fill(
        workbook.create_sheet("About"),
        ("What", "How much"),
        describe(tracker, generation, read_accuracy()),
    )
    file = io.BytesIO()
    workbook.save(file)
    return file.getvalue()


def fill(sheet: Worksheet, headings: Sequence[str], rows: Iterator[Sequence[Cell]]) -> None:
    """Write headings, which stay in sight, and rows into a sheet."""
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    sheet.append(list(headings))
    for column, heading in enumerate(headings, 1):
        sheet.cell(1, column).font = Font(bold=True)
        width = next((w for name, w in WIDTHS.items() if heading.startswith(name)), USUAL_WIDTH)
        sheet.column_dimensions[get_column_letter(column)].width = width
    for number, row in enumerate(rows, 2):
        sheet.append([make_cell(sheet, number, *each) for each in enumerate(row, 1)])
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions


def make_cell(sheet: Worksheet, row: int, column: int, value: Cell) -> ExcelCell:
    """Return a cell of a sheet. A text is one whatever it begins with: it is no formula."""
    from openpyxl.cell.cell import Cell as ExcelCell
    from openpyxl.styles import Alignment

    cell = ExcelCell(sheet, row, column)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if isinstance(value, str):
        cell.value = clean(value)[:MAX_CELL_CHARACTERS]
        cell.data_type = "s"
        cell.hyperlink = value if isinstance(value, Link) else None
    else:
        cell.value = value
    return cell


def list_rows(threads: Sequence[RecommendationThread]) -> Iterator[Sequence[Cell]]:
    """Yield a row for each recommendation and later report; one without any has a row too."""
    for number, thread in enumerate(threads, 1):
        for one in thread.asked:
            asked = (number, *describe_asked(one))
            for later in one.later:
                yield (*asked, *describe_later(later))
            if not one.later:
                yield (*asked, "no later report")


def describe_asked(one: Followed) -> Iterator[Cell]:
    """Yield the cells of a recommendation."""
    yield citations.inspection(one.report)
    yield one.report.dated
    yield one.paragraph.text
    yield label("area", one.paragraph.area or "")
    yield one.paragraph.timescale
    yield Link(permalink(one.paragraph.id))


def describe_later(later: FollowUp) -> Iterator[Cell]:
    """Yield the cells of what a later report says."""
    yield citations.inspection(later.report)
    yield later.report.dated
    yield STATUS_LABELS[later.status]
    yield "by a curator" if later.is_corrected else None
    for answer in later.evidence[:QUOTES]:
        yield answer.text
        yield Link(permalink(answer.paragraph.id))


def list_steps(
    tracker: Tracker, threads: Sequence[RecommendationThread]
) -> Iterator[Sequence[Cell]]:
    """Yield a row for each thread, with what each report says."""
    labels = {**STATUS_LABELS, "asked": "Asked"}
    for number, thread in enumerate(threads, 1):
        said_by = {step.report.id: labels[step.status] for step in thread.steps}
        cells = (said_by.get(report.id) for report in tracker.reports)
        yield (number, thread.newest.paragraph.text, *cells)


def describe(tracker: Tracker, generation: int, accuracy: Accuracy) -> Iterator[tuple[Cell, Cell]]:
    """Yield what the workbook is of, and how often the program that made it is right."""
    yield "Authority", tracker.authority
    yield "Recommendations left out, the oldest", tracker.left_out
    yield "Generation of the collection", generation
    yield "Taken on", date.today()
    yield "Statuses are decided by a program; how often it is right was counted on", accuracy.day
    yield "Pairs read by hand, of authorities it was not tuned on", accuracy.pairs
    yield "of which the status was right in", accuracy.status_right
    yield "Reports that answer directly", accuracy.answered
    yield "of which such a paragraph came first in", accuracy.first_right
    yield "and among the first three in", accuracy.three_right
    yield "Reports that say nothing", accuracy.silent
    yield "of which something was shown all the same in", accuracy.false_evidence
