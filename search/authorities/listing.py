"""The authorities that have reports: how many, their latest grade, and what they came from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import msgspec

from corpus.model import Report
from corpus.understanding.authority_history import changes_from, changes_into, redrawn_on
from index.grade_history import read_grade_history
from search.engine import Engine
from search.language.understanding.authority_names import find_name
from search.records import AuthorityFacts


class LatestGrade(msgspec.Struct, frozen=True):
    """The overall grade that an authority was given last, on the `scale` of that key, with the day
    and the id of its `report`.
    """

    grade: str
    scale: str | None
    dated: date
    report: str


class Predecessor(msgspec.Struct, frozen=True):
    """An authority `until` the day on which another took its place, with the number of its
    reports; one whose boundaries were redrawn has the name of its successor.

    `kind` is merged, split or redrawn, `note` says what became of what.
    """

    name: str
    until: date
    kind: str
    note: str
    reports: int


class AuthorityEntry(AuthorityFacts, frozen=True):
    """An authority with the number of the reports and paragraphs that have its name.

    `withdrawn` of the reports no longer stand. Those from before its boundaries were redrawn are
    counted too, as `earlier`. Reports of predecessors by another name are not. `latest` is None
    where no report graded it. `until` is the day on which its `successors` took its place, None
    where it still is.
    """

    withdrawn: int
    earlier: int
    latest: LatestGrade | None
    predecessors: tuple[Predecessor, ...]
    successors: tuple[str, ...]
    until: date | None

    @property
    def own_reports(self) -> int:
        """The number of reports on the authority as it is."""
        return self.reports - self.earlier


def find_authority_name(engine: Engine, typed: str) -> str | None:
    """Return the authority that a typed name means: one of the collection or of the list of English
    authorities; None where it means none or several.
    """
    return find_name(typed, engine.names("authority"))


def list_authorities(engine: Engine) -> tuple[AuthorityEntry, ...]:
    """Return the authorities that have reports, by name."""
    reports = engine.reports()
    counts = count_reports(reports)
    latest = read_grade_history(one for one in reports if not is_before_redrawing(one)).latest
    return tuple(
        AuthorityEntry(
            facts.name,
            facts.region,
            facts.reports,
            facts.paragraphs,
            counts.withdrawn[facts.name],
            counts.earlier[facts.name],
            latest_grade(latest.get(facts.name)),
            tuple(list_predecessors(facts.name, counts)),
            list_successors(facts.name),
            ended_on(facts.name),
        )
        for facts in engine.authorities()
    )


class ReportCounts(msgspec.Struct, frozen=True):
    """How many reports each authority has, how many of them were withdrawn, and how many are from
    before its boundaries were redrawn.
    """

    reports: Mapping[str | None, int]
    withdrawn: Mapping[str | None, int]
    earlier: Mapping[str | None, int]


def count_reports(reports: Iterable[Report]) -> ReportCounts:
    """Return the numbers of some reports by their authorities; of all others they are 0."""
    reports = list(reports)
    return ReportCounts(
        Counter(report.authority for report in reports),
        Counter(report.authority for report in reports if report.withdrawn),
        Counter(report.authority for report in reports if is_before_redrawing(report)),
    )


def is_before_redrawing(report: Report) -> bool:
    """Return whether a report is on what its authority was within older boundaries."""
    if report.authority is None or report.dated is None:
        return False
    redrawn = redrawn_on(report.authority)
    return redrawn is not None and report.dated < redrawn


def list_predecessors(name: str, counts: ReportCounts) -> Iterator[Predecessor]:
    """Yield the authorities that one came from, those of the last change first."""
    for change in changes_into(name):
        for other in change.predecessors:
            reports = (counts.earlier if other == name else counts.reports)[other]
            yield Predecessor(other, change.day, change.kind, change.note, reports)


def list_successors(name: str) -> tuple[str, ...]:
    """Return the authorities that took the place of one, none where it still is."""
    return tuple(successor for change in changes_from(name) for successor in change.successors)


def ended_on(name: str) -> date | None:
    """Return the day on which others took the place of an authority, None where it still is."""
    return next((change.day for change in changes_from(name)), None)


def latest_grade(report: Report | None) -> LatestGrade | None:
    """Return the overall grade of a report as that of its authority."""
    if report is None or report.overall is None or report.dated is None:
        return None
    return LatestGrade(report.overall, report.scale, report.dated, report.id)
