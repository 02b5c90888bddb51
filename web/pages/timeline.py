"""The time line of an authority: where each judgement is on a chart of areas and years."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from corpus.model import AREAS, Report
from corpus.registry import registry

# In pixels.
CHART_WIDTH, LEFT_MARGIN, RIGHT_MARGIN = 760, 190, 24
TOP_MARGIN, ROW_HEIGHT = 34, 34
YEAR_OF_AN_EMPTY_CHART = 2000


@dataclass(frozen=True, slots=True)
class JudgementMark:
    """One judgement: its place in pixels, its grade with letter and tone, its name and report."""

    x: float
    y: float
    grade: str
    letter: str
    tone: str
    name: str
    report: Report


@dataclass(frozen=True, slots=True)
class Timeline:
    """A drawing `width` by `height`: years along x, areas with a judgement down y.

    `reports` are the dates of reports along x. `table` says the same in words: each report with
    its grade in each of `rows`, or None.
    """

    width: int
    height: int
    left: int
    years: tuple[tuple[int, float], ...]
    rows: tuple[tuple[str, float], ...]
    reports: tuple[tuple[float, Report], ...]
    marks: tuple[JudgementMark, ...]
    table: tuple[tuple[Report, tuple[str | None, ...]], ...]


def timeline(reports: Sequence[Report]) -> Timeline:
    """Return the time line of the reports that have a date."""
    dated = [(report, report.dated) for report in reports if report.dated]
    first = min((day.year for _, day in dated), default=YEAR_OF_AN_EMPTY_CHART)
    last = max((day.year for _, day in dated), default=YEAR_OF_AN_EMPTY_CHART)
    judged = {area for report, _ in dated for area in grades_by_area(report)}
    areas = [area for area in AREAS if area.key in judged]
    y_of = {area.key: TOP_MARGIN + ROW_HEIGHT * (row + 1.5) for row, area in enumerate(areas)}
    marks = tuple(
        JudgementMark(
            x_of(day, first, last),
            y_of[area],
            grade,
            grade[:1].upper(),
            tone_of(grade, report),
            name,
            report,
        )
        for report, day in dated
        for area, (grade, name) in grades_by_area(report).items()
    )
    return Timeline(
        CHART_WIDTH,
        TOP_MARGIN + ROW_HEIGHT * (len(areas) + 1),
        LEFT_MARGIN,
        tuple((year, x_of(date(year, 1, 1), first, last)) for year in range(first, last + 2)),
        tuple((area.label, y_of[area.key]) for area in areas),
        tuple((x_of(day, first, last), report) for report, day in dated),
        marks,
        tuple((report, tuple(grade_in(report, area.key) for area in areas)) for report, _ in dated),
    )


def tone_of(grade: str, report: Report) -> str:
    """Return the tone of a grade that a report gives, `unknown` for one of no known scale."""
    known = registry().find_grade(grade, report.scale)
    return known.tone if known else "unknown"


def grade_in(report: Report, area: str) -> str | None:
    """Return the grade that a report gives in an area, None where it gives none."""
    return grades_by_area(report).get(area, (None, ""))[0]


def x_of(day: date, first: int, last: int) -> float:
    """Return the pixel of a day between 1 January of `first` and the end of `last`."""
    start, end = date(first, 1, 1), date(last + 1, 1, 1)
    share = (day - start).days / (end - start).days
    return round(LEFT_MARGIN + share * (CHART_WIDTH - LEFT_MARGIN - RIGHT_MARGIN), 1)


def grades_by_area(report: Report) -> dict[str, tuple[str, str]]:
    """Return area -> (grade, judgement's name) of the first judgement of each area."""
    grades: dict[str, tuple[str, str]] = {}
    if report.overall:
        grades["overall"] = (report.overall, "Overall effectiveness")
    for judgement in report.judgements:
        if judgement.area:
            grades.setdefault(judgement.area, (judgement.grade, judgement.name))
    return grades
