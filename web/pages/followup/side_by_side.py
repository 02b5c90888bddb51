"""The page of two reports side by side: grades, and paragraphs with their changed words marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Blueprint, render_template
from markupsafe import Markup

from corpus.model import Choice, Paragraph
from search.followup.comparison.side_by_side import (
    SHOW,
    ComparedRow,
    SideBySide,
    compare_reports,
    count_rows,
    select_rows,
)
from search.model import ReportFacts, Span
from web.links import paragraph_url, side_by_side_url
from web.pages.lookup import other_reports, report_or_404
from web.pages.pager import last_page, list_pager
from web.pages.results import excerpt, highlight, label_items, place_of, shorten
from web.server.request_engine import engine
from web.server.request_parameters import parameters

blueprint = Blueprint("side_by_side", __name__)

ROWS_PER_PAGE = 100
MAX_PAGE_TEXT = 400_000  # characters of whole paragraphs on one page, with their marks
CUT_TEXT = 200  # characters of a paragraph that are shown where the page has no more room
# Screen readers do not say of themselves what is in <del> and <ins>.
SPOKEN = '<span class="visually-hidden">{}</span>'
REMOVED = "<del>" + SPOKEN.format("[removed: "), SPOKEN.format("]") + "</del>"
ADDED = "<ins>" + SPOKEN.format("[added: "), SPOKEN.format("]") + "</ins>"


@dataclass(frozen=True, slots=True)
class SideView:
    """A paragraph on one side of a row, as the page shows it.

    `section` is its heading where the row stands under another one. A text that the page has no
    room for `is_cut`.
    """

    url: str
    place: str
    section: str
    text: Markup
    is_cut: bool
    labels: Markup


class RowViewer:
    """Makes the views of the rows of one page, which shows MAX_PAGE_TEXT characters of whole
    paragraphs; where that is used up it shows their beginnings.
    """

    def __init__(self, comparison: SideBySide) -> None:
        self._comparison = comparison
        self._room = MAX_PAGE_TEXT

    def earlier(self, row: ComparedRow, heading: str | None) -> SideView | None:
        """Return the view of the earlier paragraph of a row under a heading, None for none."""
        report = self._comparison.earlier
        return self._view(row.earlier, report, row.removed, REMOVED, heading)

    def later(self, row: ComparedRow, heading: str | None) -> SideView | None:
        """Return the view of the later paragraph of a row under a heading, None for none."""
        report = self._comparison.later
        return self._view(row.later, report, row.added, ADDED, heading)

    def _view(
        self,
        paragraph: Paragraph | None,
        report: ReportFacts,
        marks: Sequence[Span],
        tags: tuple[str, str],
        heading: str | None,
    ) -> SideView | None:
        if paragraph is None:
            return None
        text = highlight(paragraph.text, marks, tags=tags)
        is_cut = len(text) > self._room
        if is_cut:
            text = excerpt(paragraph.text, (), Span(0, min(CUT_TEXT, len(paragraph.text))))
        else:
            self._room -= len(text)
        elsewhere = paragraph.section if paragraph.section != heading else None
        return SideView(
            paragraph_url(paragraph.id),
            place_of(paragraph),
            shorten(elsewhere or ""),
            text,
            is_cut,
            label_items(paragraph, report.scale),
        )


@blueprint.get("/side-by-side/<one>/<other>")
def reports(one: str, other: str) -> str:
    """Show two reports side by side; of one report alone, which others it may be compared with."""
    first, second = report_or_404(one), report_or_404(other)
    if first.id == second.id:
        return render_template(
            "followup/one_report.html", report=first, others=other_reports(first)
        )
    comparison = compare_reports(engine(), first, second)
    with parameters() as parser:
        show = parser.choice(SHOW)
        count = count_rows(comparison, show)
        number = parser.number("page", 1, maximum=last_page(count, ROWS_PER_PAGE))
    url = shown_url(comparison, show)
    place = list_pager(count, number, ROWS_PER_PAGE, url)
    return render_template(
        "followup/side_by_side.html",
        comparison=select_rows(comparison, show, place.first_result - 1, ROWS_PER_PAGE),
        kinds=list_kinds(comparison),
        show=show,
        rows=RowViewer(comparison),
        kind_label=SHOW.label,
        pager=place,
        others=[report for report in other_reports(first) if report.id != second.id],
    )


def list_kinds(comparison: SideBySide) -> list[tuple[Choice, int, str]]:
    """Return what may be shown of a comparison: the choice, its number of rows and its address."""
    return [
        (choice, count_rows(comparison, choice.key), shown_url(comparison, choice.key))
        for choice in SHOW.choices
    ]


def shown_url(comparison: SideBySide, show: str) -> str:
    """Return the address of the rows of one kind."""
    url = side_by_side_url(comparison.earlier.id, comparison.later.id)
    return url if show == SHOW.default else f"{url}?{SHOW.name}={show}"
