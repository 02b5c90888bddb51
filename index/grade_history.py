"""Overall grades over time: which report graded an authority last, and which a visit follows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Generic, Protocol, TypeVar

from corpus.registry import registry


class GradedReport(Protocol):
    """The facts of a report by which it has a place among the grades of its authority."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def authority(self) -> str | None:
        """The authority that it is on."""

    @property
    def framework(self) -> str:
        """The key of its framework."""

    @property
    def scale(self) -> str | None:
        """The key of its grade scale."""

    @property
    def overall(self) -> str | None:
        """Its overall grade."""

    @property
    def withdrawn(self) -> str | None:
        """How its publisher withdrew or replaced it."""

    @property
    def dated(self) -> date | None:
        """The day that it is known by."""


Graded = TypeVar("Graded", bound=GradedReport)
Graded_co = TypeVar("Graded_co", bound=GradedReport, covariant=True)


@dataclass(frozen=True, slots=True)
class GradesOverTime(Generic[Graded_co]):
    """The overall grades of authorities, of those reports that stand.

    `latest` has for each graded authority the report that graded it last. `graded_before` has for
    each dated report on an authority, by its id, the report that graded the authority last before
    that; reports that follow none are left out.
    """

    latest: Mapping[str, Graded_co]
    graded_before: Mapping[str, Graded_co]

    def latest_overall(self, authority: str | None) -> str | None:
        """Return the overall grade that an authority was given last, None for none."""
        graded = self.latest.get(authority) if authority else None
        return graded.overall if graded else None


def read_grade_history(reports: Iterable[Graded]) -> GradesOverTime[Graded]:
    """Return the overall grades of authorities over time; reports without a date have no place."""
    latest: dict[str, Graded] = {}
    graded_before: dict[str, Graded] = {}
    on_a_day: list[Graded] = []
    for report in sorted(filter(is_dated, reports), key=day_and_id):
        if on_a_day and on_a_day[0].dated != report.dated:
            latest |= grades_of(on_a_day)
            on_a_day.clear()
        if report.authority is not None and report.authority in latest:
            graded_before[report.id] = latest[report.authority]
        on_a_day.append(report)
    return GradesOverTime(latest | grades_of(on_a_day), graded_before)


def is_dated(report: GradedReport) -> bool:
    """Return whether a report is on an authority, and has a day."""
    return report.authority is not None and report.dated is not None


def day_and_id(report: GradedReport) -> tuple[date, str]:
    """Return what reports are sorted by, oldest first, those of one day by their ids."""
    return report.dated or date.max, report.id


def grades_of(reports: Iterable[Graded]) -> dict[str, Graded]:
    """Return the last report, by authority, of those that grade their authority."""
    return {one.authority: one for one in reports if one.authority and gives_overall(one)}


def gives_overall(report: GradedReport) -> bool:
    """Return whether a report stands and its overall grade is that of its authority."""
    framework = registry().framework.get(report.framework)
    is_of_authority = framework is not None and framework.grades_authority
    return is_of_authority and report.overall is not None and not report.withdrawn
