"""Overall grades over time: which report graded an authority last, and which a visit follows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from corpus.model import Report
from corpus.registry import registry


@dataclass(frozen=True, slots=True)
class GradeHistory:
    """The overall grades of authorities, of those reports that stand.

    `latest` has for each graded authority the report that graded it last. `graded_before` has for
    each dated report on an authority, by its id, the report that graded the authority last before
    that; reports that follow none are left out.
    """

    latest: Mapping[str, Report]
    graded_before: Mapping[str, Report]


def read_grade_history(reports: Iterable[Report]) -> GradeHistory:
    """Return the overall grades of authorities over time; reports without a date have no place."""
    latest: dict[str, Report] = {}
    graded_before: dict[str, Report] = {}
    on_a_day: list[Report] = []
    for report in sorted(filter(is_dated, reports), key=day_and_id):
        if on_a_day and on_a_day[0].dated != report.dated:
            latest |= grades_of(on_a_day)
            on_a_day.clear()
        if report.authority in latest:
            graded_before[report.id] = latest[report.authority]
        on_a_day.append(report)
    return GradeHistory(latest | grades_of(on_a_day), graded_before)


def is_dated(report: Report) -> bool:
    """Return whether a report is on an authority, and has a day."""
    return report.authority is not None and report.dated is not None


def day_and_id(report: Report) -> tuple[date, str]:
    """Return what reports are sorted by, oldest first, those of one day by their ids."""
    return report.dated or date.max, report.id


def grades_of(reports: Iterable[Report]) -> dict[str, Report]:
    """Return the last report, by authority, of those that grade their authority."""
    return {one.authority: one for one in reports if one.authority and gives_overall(one)}


def gives_overall(report: Report) -> bool:
    """Return whether a report stands and its overall grade is that of its authority."""
    framework = registry().framework.get(report.framework)
    is_of_authority = framework is not None and framework.grades_authority
    return is_of_authority and report.overall is not None and not report.withdrawn
