"""The reports on one authority: what each recommended, and whether a later one followed it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.model import Paragraph, Report


def recommendations(report: Report) -> tuple[Paragraph, ...]:
    """Return the recommendations of a report."""
    return tuple(paragraph for paragraph in report.paragraphs if paragraph.kind == "recommendation")


@dataclass(frozen=True, slots=True)
class Recommended:
    """How many recommendations a report makes, and those of them that a page has room for."""

    count: int
    shown: tuple[Paragraph, ...]


def recommended(reports: Sequence[Report], characters: int) -> dict[str, Recommended]:
    """Return id -> the recommendations of each report; the page has room for so many characters."""
    by_report = {}
    for report in reports:
        asked, shown = recommendations(report), list[Paragraph]()
        for paragraph in asked:
            characters -= len(paragraph.text)
            if characters < 0:
                break
            shown.append(paragraph)
        by_report[report.id] = Recommended(len(asked), tuple(shown))
    return by_report


def ids_with_later_reports(reports: Sequence[Report]) -> set[str]:
    """Return the ids of those reports that a later one among them followed."""
    dates = {report.id: report.dated for report in reports if report.dated}
    newest = max(dates.values(), default=None)
    return {report_id for report_id, day in dates.items() if newest and day < newest}
