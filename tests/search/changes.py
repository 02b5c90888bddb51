"""Changes to a collection: reports put into it and taken out, in any number of commits."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from corpus.model import Report
from index.writer import writing

COMMIT = "commit"

Change = Report | str
"""A report that is put into the index, the id of one that is removed, or COMMIT."""


def reports_after(changes: Iterable[Change]) -> list[Report]:
    """Return the reports that a collection has after changes."""
    reports: dict[str, Report] = {}
    for change in changes:
        if not isinstance(change, Report):
            reports.pop(change, None)
        elif change.id not in reports or reports[change.id].source != change.source:
            reports[change.id] = change
    return list(reports.values())


def apply_changes(data: Path, changes: Iterable[Change]) -> None:
    """Apply changes to the index at `data`, and commit them."""
    with writing(data) as writer:
        ids = set(writer.sources)
        for change in changes:
            if isinstance(change, Report):
                assert writer.put(change).kind in ("added", "replaced", "unchanged")
                ids.add(change.id)
            elif change == COMMIT:
                writer.commit()
            else:
                assert writer.remove(change) == (change in ids)
                ids.discard(change)
