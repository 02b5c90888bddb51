"""What each inspection judged of each area, over all frameworks: a gap stays a gap."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from corpus.model import AREAS, Judgement, Report
from corpus.registry import label, outcome_label, registry
from search.authorities.judgements import OVERALL, grades_of_area, list_judgements

AREA_KEYS = frozenset(area.key for area in AREAS)
NO_AREA = "none"


class MatrixCell(msgspec.Struct, frozen=True):
    """What one report says of one area: its judgements as printed, in their order, or its
    `outcome` in words. `together_with` is the label of the area that a report without a judgement
    of this one judges it together with.
    """

    judgements: tuple[Judgement, ...] = ()
    outcome: str | None = None
    together_with: str | None = None

    @property
    def grades(self) -> tuple[str, ...]:
        """The grade of the area as a whole, or those of its judgements."""
        return grades_of_area(self.judgements)

    @property
    def is_empty(self) -> bool:
        """Whether the report neither grades the area nor gives an outcome."""
        return not self.judgements and self.outcome is None


class MatrixRow(msgspec.Struct, frozen=True):
    """An `area`, or (None) a framework whose result stands by itself, with each report's cell."""

    area: str | None
    label: str
    cells: tuple[MatrixCell, ...]


class JudgementMatrix(msgspec.Struct, frozen=True):
    """The `reports` are its columns; rows in which nothing is judged are left out."""

    reports: tuple[Report, ...]
    rows: tuple[MatrixRow, ...]


def judgement_matrix(reports: Iterable[Report]) -> JudgementMatrix:
    """Return what the reports on an authority judge, in the order in which they are given. Reports
    on a home, a school or a police force say nothing of it and are left out.
    """
    columns = tuple(report for report in reports if is_on_authority(report))
    cells = [dict(list_cells(report)) for report in columns]
    keys = {key for column in cells for key, cell in column.items() if not cell.is_empty}
    rows = tuple(
        MatrixRow(
            key if key in AREA_KEYS else None,
            row_label,
            tuple(column.get(key, MatrixCell()) for column in cells),
        )
        for key, row_label in list_rows(columns)
        if key in keys
    )
    return JudgementMatrix(columns, rows)


def is_on_authority(report: Report) -> bool:
    """Return whether a report is on an authority, or on one of the authority's own services."""
    framework = registry().framework.get(report.framework)
    return framework is None or not framework.is_on_service


def gives_result(report: Report) -> bool:
    """Return whether a report has a judgement, an overall grade or an outcome."""
    return bool(report.judgements or report.overall or report.outcome)


def list_rows(reports: Sequence[Report]) -> Iterator[tuple[str, str]]:
    """Yield the key and label of each row that reports may have: areas, then their frameworks."""
    yield from ((area.key, area.label) for area in AREAS)
    yield NO_AREA, "Other judgements"
    for key in dict.fromkeys(report.framework for report in reports):
        yield row_of_framework(key), label("framework", key)


def row_of_framework(key: str) -> str:
    """Return the key of the row of a framework, which is none of an area."""
    return f"framework {key}"


def list_cells(report: Report) -> Iterator[tuple[str, MatrixCell]]:
    """Yield the rows that a report says something of, each with its cell."""
    by_area: dict[str, list[Judgement]] = {}
    for judgement in list_judgements(report):
        by_area.setdefault(row_of_judgement(judgement, report), []).append(judgement)
    for key, judgements in by_area.items():
        yield key, MatrixCell(tuple(judgements))
    for area, other in list_joint_areas(report):
        if area not in by_area:
            yield area, MatrixCell(together_with=label("area", other))
    if report.outcome:
        outcome = outcome_label(report.framework, report.outcome)
        yield row_of_framework(report.framework), MatrixCell(outcome=outcome)


def row_of_judgement(judgement: Judgement, report: Report) -> str:
    """Return the key of the row that a judgement of a report stands in.

    The overall grade of one service of an authority is not the authority's: it stands in the row
    of its framework.
    """
    framework = registry().framework.get(report.framework)
    is_of_whole = framework is None or framework.subject == "authority"
    if judgement.area == OVERALL and not is_of_whole:
        return row_of_framework(report.framework)
    return judgement.area or NO_AREA


def list_joint_areas(report: Report) -> Iterator[tuple[str, str]]:
    """Yield the areas that the name of another area's judgement names too, each with that area, as
    "The experiences and progress of children in care and care leavers" does.
    """
    framework = registry().framework.get(report.framework)
    for judgement in report.judgements:
        if framework and judgement.area:
            own, *others = framework.list_areas(judgement.name) or (None,)
            # Else it has the area of the part of the report that it stands in.
            if own == judgement.area:
                yield from ((area, own) for area in others if area)
