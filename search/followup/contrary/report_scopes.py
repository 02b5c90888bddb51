"""Where counter-evidence is looked for: the report itself, later ones, and those of peers."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple, TypeAlias

from corpus.model import Report
from corpus.understanding.authorities import list_neighbours
from index.facets import REPORT_FILTER
from search.authorities.judgements import OVERALL
from search.engine import Engine
from search.followup.contrary.claims import MIXED, OPPOSITE, RECOMMENDATION, Subject, takes_a_side
from search.model import Request

SAME_REPORT, LATER, PEERS = "same-report", "later", "peers"

Filters: TypeAlias = Mapping[str, tuple[str, ...]]
"""What a request filters by: facet key -> alternatives."""


class ReportScope(NamedTuple):
    """Which reports a group is of: in words, and as a request."""

    key: str
    where: str
    request: Request


def report_scopes(engine: Engine, subject: Subject) -> Iterator[ReportScope]:
    """Yield where contrary passages are looked for."""
    filters, report = subject_filters(subject), subject.report
    of_report = {**filters, REPORT_FILTER.key: (report.id,)}
    yield ReportScope(SAME_REPORT, "In the same report", Request(filters=of_report, withdrawn=True))
    if report.authority and has_later_report(engine, report):
        where = f"In later reports on {report.authority}"
        of_authority = {**filters, "authority": (report.authority,)}
        yield ReportScope(LATER, where, Request(filters=of_authority, since=day_after(report)))
    yield from scope_of_peers(engine, report, filters)


def scope_of_peers(engine: Engine, report: Report, filters: Filters) -> Iterator[ReportScope]:
    """Yield the reports on the statistical neighbours of an authority, else those on its region;
    nothing where neither is known.
    """
    in_collection = frozenset(engine.names("authority"))
    neighbours = (one.name for one in list_neighbours(report.authority))
    peers = tuple(name for name in neighbours if name in in_collection)
    if peers:
        where = f"In reports on its statistical neighbours: {', '.join(peers)}"
        yield ReportScope(PEERS, where, Request(filters={**filters, "authority": peers}))
    elif report.region:
        where = f"In reports on others in {report.region}"
        yield ReportScope(PEERS, where, Request(filters={**filters, "region": (report.region,)}))


def has_later_report(engine: Engine, report: Report) -> bool:
    """Return whether a later report on the authority of a report stands."""
    return any(
        one.authority == report.authority and one.dated > report.dated
        for one in engine.reports()
        if one.dated and report.dated and not one.withdrawn
    )


def day_after(report: Report) -> date | None:
    """Return the first day that a later report may be of."""
    return report.dated + timedelta(days=1) if report.dated else None


def subject_filters(subject: Subject) -> Filters:
    """Return the filters of what may contradict a paragraph: the opposite polarity, and its area.

    What a recommendation asks for, and what is said of the whole, is praised in any area.
    """
    paragraph = subject.paragraph
    opposite = dict.fromkeys(OPPOSITE[polarity] for _, polarity in subject.claims)
    filters: dict[str, tuple[str, ...]] = {"polarity": (*opposite, MIXED)}
    if paragraph.area and paragraph.area != OVERALL and paragraph.kind != RECOMMENDATION:
        filters["area"] = (paragraph.area, OVERALL)
    return filters


def note_limits(subject: Subject, keys: Collection[str]) -> Iterator[str]:
    """Yield why nothing, or nothing in some reports, could be looked for."""
    paragraph, report = subject.paragraph, subject.report
    if not subject.claims:
        if not takes_a_side(paragraph):
            yield "This paragraph neither praises nor criticises: nothing can speak against it."
        else:
            yield "This paragraph has no words that say what it is about."
        return
    if paragraph.area is None and paragraph.kind != RECOMMENDATION:
        yield "It stands in no area of practice: only headings like its own were looked under."
    if LATER not in keys:
        if report.authority and report.dated:
            yield f"The collection has no later report on {report.authority}."
        else:
            missing = "date" if report.authority else "authority"
            yield f"Later reports were not looked at: the {missing} of its own is not known."
    if PEERS not in keys:
        yield "No peers were looked at: neither statistical neighbours nor its region are known."
