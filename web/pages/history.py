"""The reports on one authority: what each recommended, and whether a later one followed it."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.model import Paragraph, Report


def recommendations(report: Report) -> tuple[Paragraph, ...]:
    """Return the recommendations of a report."""
    return tuple(paragraph for paragraph in report.paragraphs if paragraph.kind == "recommendation")


def ids_with_later_reports(reports: Sequence[Report]) -> set[str]:
    """Return the ids of those reports that a later one among them followed."""
    dates = {report.id: report.dated for report in reports if report.dated}
    newest = max(dates.values(), default=None)
    return {report_id for report_id, day in dates.items() if newest and day < newest}
