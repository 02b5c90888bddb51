"""How an authority is doing: its latest grades, visits since then, and whom it came from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from corpus.model import Report
from corpus.registry import registry
from corpus.understanding.authorities import find_region, list_neighbours
from index.grade_history import gives_overall, read_grade_history
from search.authorities.listing import (
    AuthorityEntry,
    Predecessor,
    count_reports,
    ended_on,
    is_before_redrawing,
    list_authorities,
    list_predecessors,
    list_successors,
)
from search.authorities.matrix import gives_result, is_on_authority
from search.engine import Engine


class FormerAuthority(msgspec.Struct, frozen=True):
    """A predecessor and its reports, newest first, which are not those of its successor."""

    predecessor: Predecessor
    reports: tuple[Report, ...]


class AuthorityOverview(msgspec.Struct, frozen=True):
    """An authority with its `reports` (without paragraphs, newest first), which may be none.

    `graded` is the report that graded it last, `others` are the newest of each other kind of
    inspection that gave it a grade or an outcome, `visits` the reports without any since it was
    graded. `former` are the authorities that it came from, `successors` those that took its place
    on the day `until`. `neighbours` are its statistical neighbours, the closest first, and
    `in_region` the others of its region, of those that have reports.
    """

    name: str
    region: str | None
    reports: tuple[Report, ...]
    graded: Report | None
    others: tuple[Report, ...]
    visits: tuple[Report, ...]
    former: tuple[FormerAuthority, ...]
    successors: tuple[str, ...]
    until: date | None
    neighbours: tuple[AuthorityEntry, ...]
    in_region: tuple[AuthorityEntry, ...]

    @property
    def withdrawn(self) -> int:
        """How many of its reports no longer stand."""
        return sum(bool(report.withdrawn) for report in self.reports)


def authority_overview(engine: Engine, name: str) -> AuthorityOverview:
    """Return how the authority of a name is doing; it need not have reports."""
    everything = engine.reports()
    reports = tuple(one for one in everything if one.authority == name)
    own = tuple(one for one in reports if not is_before_redrawing(one))
    region = next((one.region for one in reports if one.region), find_region(name))
    entries = [entry for entry in list_authorities(engine) if entry.name != name]
    graded = read_grade_history(own).latest.get(name)
    return AuthorityOverview(
        name,
        region,
        own,
        graded,
        tuple(newest_by_framework(own, graded)),
        tuple(list_visits(own, graded)),
        tuple(list_former(everything, name)),
        list_successors(name),
        ended_on(name),
        tuple(list_neighbours_in(entries, name)),
        tuple(one for one in entries if region and one.region == region),
    )


def newest_by_framework(reports: Iterable[Report], graded: Report | None) -> Iterator[Report]:
    """Yield of reports, newest first, the first of each framework that gives another result than an
    overall grade of the authority; none that is older than what `graded` it and grades the same.
    """
    frameworks = set[str]()
    for report in filter(is_standing, reports):
        if not gives_result(report) or report.framework in frameworks or gives_overall(report):
            continue
        if not (graded and grades_authority(report)) or is_later(report, graded):
            frameworks.add(report.framework)
            yield report


def grades_authority(report: Report) -> bool:
    """Return whether inspections of its kind grade the authority as a whole."""
    framework = registry().framework.get(report.framework)
    return framework is not None and framework.grades_authority


def is_later(report: Report, graded: Report) -> bool:
    """Return whether a report is of a later day than another one, or has no day."""
    return not (report.dated and graded.dated) or report.dated > graded.dated


def list_visits(reports: Iterable[Report], graded: Report | None) -> Iterator[Report]:
    """Yield the reports without any result, of those since the one that `graded` the authority."""
    since = (graded and graded.dated) or date.min
    for report in filter(is_standing, reports):
        if not gives_result(report) and (report.dated or date.min) >= since:
            yield report


def is_standing(report: Report) -> bool:
    """Return whether a report is on an authority and was not withdrawn."""
    return is_on_authority(report) and not report.withdrawn


def list_former(reports: Iterable[Report], name: str) -> Iterator[FormerAuthority]:
    """Yield the predecessors of an authority with those of some reports that are on them."""
    reports = list(reports)
    for predecessor in list_predecessors(name, count_reports(reports)):
        has_name = predecessor.name == name
        theirs = (one for one in reports if one.authority == predecessor.name)
        former = (one for one in theirs if is_before_redrawing(one) or not has_name)
        yield FormerAuthority(predecessor, tuple(former))


def list_neighbours_in(entries: Iterable[AuthorityEntry], name: str) -> Iterator[AuthorityEntry]:
    """Yield those of some authorities that are statistical neighbours of one, the closest first."""
    by_name = {entry.name: entry for entry in entries}
    for neighbour in list_neighbours(name):
        if neighbour.name in by_name:
            yield by_name[neighbour.name]
