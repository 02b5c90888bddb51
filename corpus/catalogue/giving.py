"""Give a report what catalogues say of it and it does not print; what contradicts is doubted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from corpus.catalogue.headings import DATE_FIELDS
from corpus.catalogue.matching import CatalogueIndex, authority_key
from corpus.catalogue.rows import CatalogueRow
from corpus.model import Doubt, Report
from corpus.understanding.authorities import find_authority
from corpus.understanding.identity import strip_hash

CONFLICT, AMBIGUOUS = "catalogue-conflict", "catalogue-ambiguous"
CATALOGUE_DOUBTS = (CONFLICT, AMBIGUOUS)

GIVEN = ("authority", "published", "urn", "source_url", "publisher")
"""Facts that a report takes from a catalogue one by one; title and period have their own rules."""

RESOLVED_DOUBTS = {
    "authority": "authority-missing",
    "inspection_end": "dates-missing",
    "published": "published-month",
}
"""A fact that a catalogue gives -> the doubt of the reader that is then none any more."""


def complete_report(report: Report, catalogues: Sequence[CatalogueIndex]) -> Report:
    """Return a report, as its file prints it, with what catalogues give, the first before others.

    What is printed stays, and so do its ids. `from_catalogue` names the facts that were given.
    """
    given: dict[str, Any] = {}
    doubts: list[Doubt] = []
    for index in catalogues:
        name, rows = index.catalogue.name, index.find(report)
        if len(rows) > 1:
            message = f"rows of {name} that say different things fit it: none of them counts"
            doubts.append(Doubt(AMBIGUOUS, message))
        elif rows:
            doubts += find_conflicts(report, given, rows[0], name)
            given = {**find_missing(report, rows[0]), **given}
    if not given and not doubts:
        return report
    resolved = {doubt for fact, doubt in RESOLVED_DOUBTS.items() if fact in given}
    kept = [doubt for doubt in report.doubts if doubt.kind not in resolved]
    facts = dict(given)
    if "authority" in given:
        listed = find_authority(given["authority"])
        facts |= {"region": listed.region} if listed else {}
        facts["authority"] = listed.name if listed else given["authority"]
    return replace(report, **facts, doubts=(*kept, *doubts), from_catalogue=tuple(sorted(given)))


def find_missing(report: Report, row: CatalogueRow) -> dict[str, Any]:
    """Return the facts that a row states and a report does not."""
    facts = {
        field: getattr(row, field)
        for field in GIVEN
        if getattr(report, field) is None and getattr(row, field) is not None
    }
    if row.withdrawal:
        facts["withdrawn"] = row.withdrawal
    if row.title and has_no_title(report):
        facts["title"] = row.title
    start, end = row.inspection_start, row.inspection_end
    if report.inspection_end is None and end and not (start and start > end):
        facts |= {"inspection_start": start or end, "inspection_end": end}
    return facts


def has_no_title(report: Report) -> bool:
    """Return whether a report is called by its id, since its file has no title."""
    return strip_hash(report.title) == strip_hash(report.id)


def find_conflicts(
    report: Report, given: dict[str, Any], row: CatalogueRow, name: str
) -> Iterator[Doubt]:
    """Yield a doubt for each fact of which the row of the catalogue `name` says something else.

    `given` are the facts that another catalogue gave before. Titles are worded in many ways, and
    are not compared.
    """
    for field in (*DATE_FIELDS, *(field for field in GIVEN if field not in DATE_FIELDS)):
        states = getattr(row, field)
        printed = getattr(report, field)
        counts = printed if printed is not None else given.get(field)
        if states is not None and counts is not None and not say_the_same(field, states, counts):
            who = "the report prints" if printed is not None else "another catalogue says"
            what = field.replace("_", " ")
            message = f"{name} says {what} {states}, {who} {counts}, which counts"
            yield Doubt(CONFLICT, message)
    if row.sha256 and row.sha256 != report.source.sha256:
        message = f"{name} is of another content of its file (its SHA-256 differs)"
        yield Doubt(CONFLICT, message)


def say_the_same(field: str, one: str | date, other: str | date) -> bool:
    """Return whether two values of a fact mean the same."""
    if isinstance(one, date) or isinstance(other, date):
        return one == other
    if field == "authority":
        return authority_key(one) == authority_key(other)
    return one.casefold() == other.casefold()


def remove_given(report: Report) -> Report:
    """Return a completed report without what catalogues gave it, as its file prints it.

    The doubts of the reader that a catalogue resolved do not come back: only reading it does that.
    """
    changes: dict[str, Any] = dict.fromkeys(report.from_catalogue)
    if "authority" in changes:
        changes["region"] = None
    if "title" in changes:
        changes["title"] = report.id
    doubts = tuple(doubt for doubt in report.doubts if doubt.kind not in CATALOGUE_DOUBTS)
    return replace(report, **changes, doubts=doubts, from_catalogue=())


def list_given(report: Report) -> tuple[object, ...]:
    """Return all that catalogues gave to a report, to compare two readings of one file."""
    facts = tuple((field, getattr(report, field)) for field in report.from_catalogue)
    doubts = tuple(doubt for doubt in report.doubts if doubt.kind in CATALOGUE_DOUBTS)
    return (*facts, *doubts)


def is_current(report: Report, catalogues: Sequence[CatalogueIndex]) -> bool:
    """Return whether a completed report has what these catalogues give it, no more and no less."""
    return list_given(report) == list_given(complete_report(remove_given(report), catalogues))
