"""The time line of an authority: where each judgement stands on a chart of areas and years."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from corpus.model import AREAS, Report

WIDTH, LEFT, RIGHT = 760, 190, 24
TOP, ROW = 34, 34
LETTERS = {
    "outstanding": "O",
    "good": "G",
    "requires improvement": "R",
    "adequate": "A",
    "inadequate": "I",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """One judgement: its place in pixels, its grade and letter, and the report it is of."""

    x: float
    y: float
    grade: str
    letter: str
    name: str
    report: Report


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing `width` by `height`: years along x, areas with a judgement down y.

    `table` says the same in words: each report with its grade in each of `rows`, or None.
    """

    width: int
    height: int
    left: int
    years: tuple[tuple[int, float], ...]
    rows: tuple[tuple[str, float], ...]
    visits: tuple[tuple[float, Report], ...]
    marks: tuple[Mark, ...]
    table: tuple[tuple[Report, tuple[str | None, ...]], ...]


def chart(reports: Sequence[Report]) -> Chart:
    """Returns the chart of the reports that have a date."""
    dated = [(report, report.dated) for report in reports if report.dated]
    first = min((day.year for _, day in dated), default=2000)
    last = max((day.year for _, day in dated), default=2000)
    keys = {area for report, _ in dated for area in grades(report)}
    rows = [area for area in AREAS if area.key in keys]
    height = TOP + ROW * (len(rows) + 1)
    places = {area.key: TOP + ROW * (number + 1.5) for number, area in enumerate(rows)}
    return Chart(
        WIDTH,
        height,
        LEFT,
        tuple((year, across(date(year, 1, 1), first, last)) for year in range(first, last + 2)),
        tuple((area.label, places[area.key]) for area in rows),
        tuple((across(day, first, last), report) for report, day in dated),
        tuple(
            Mark(
                across(day, first, last), places[area], grade, LETTERS.get(grade, "?"), name, report
            )
            for report, day in dated
            for area, (grade, name) in grades(report).items()
        ),
        tuple((report, tuple(grade_in(report, area.key) for area in rows)) for report, _ in dated),
    )


def grade_in(report: Report, area: str) -> str | None:
    """Returns the grade that a report gives in an area, None where it gives none."""
    return grades(report).get(area, (None, ""))[0]


def across(day: date, first: int, last: int) -> float:
    """Returns the pixel at which a day stands, between 1 January `first` and the end of `last`."""
    share = (day - date(first, 1, 1)).days / ((date(last + 1, 1, 1) - date(first, 1, 1)).days)
    return round(LEFT + share * (WIDTH - LEFT - RIGHT), 1)


def grades(report: Report) -> dict[str, tuple[str, str]]:
    """Returns area -> (grade, judgement's name): the first judgement of each area."""
    found: dict[str, tuple[str, str]] = {}
    if report.overall:
        found["overall"] = (report.overall, "Overall effectiveness")
    for judgement in report.judgements:
        if judgement.area:
            found.setdefault(judgement.area, (judgement.grade, judgement.name))
    return found
