"""Mark reports as withdrawn by their publisher, or as standing again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.catalogue.rows import Catalogue, CatalogueRow
from index.collection import open_snapshot
from index.editing.renewal import renew_report
from index.supplements.kept_catalogues import add_catalogues, load_catalogues
from index.supplements.loading import load_supplements
from index.writer import writing

MARKS_NAME = "evidence withdraw"
"""The kept catalogue of what the command marked: a row for each, by its content."""


@dataclass(frozen=True, slots=True)
class Marked:
    """Which reports were marked, which are not held, and which `others` a catalogue marks."""

    reports: tuple[str, ...]
    unknown: tuple[str, ...]
    others: tuple[str, ...]


def mark_withdrawn(
    data: Path, reports: Sequence[str], withdrawn: str | None, wait: float
) -> Marked:
    """Mark reports by their ids as `withdrawn`, which says how, or with None as standing again.

    The mark is kept with the catalogues, for the content of each report's file: it holds
    whenever that is read again. Raise what `index.writer.writing` raises.
    """
    with writing(data, wait) as writer:
        known = tuple(dict.fromkeys(one for one in reports if one in writer.sources))
        contents = {writer.sources[one].sha256 for one in known}
        before = [one for one in load_catalogues(data) if one.name == MARKS_NAME]
        rows = [row for one in before for row in one.rows if row.sha256 not in contents]
        if withdrawn:
            rows += [
                CatalogueRow(line=0, sha256=sha256, withdrawn=withdrawn)
                for sha256 in sorted(contents)
            ]
        add_catalogues(data, [Catalogue(MARKS_NAME, tuple(rows))])
        supplements = load_supplements(data)
        snapshot = open_snapshot(data) if known else None
        others = []
        for report_id in known:
            report = snapshot and snapshot.report(report_id)
            if report:
                renewed = renew_report(writer, report, supplements)
                others += [report_id] if renewed.withdrawn != withdrawn else []
    unknown = tuple(one for one in reports if one not in known)
    return Marked(tuple(one for one in known if one not in others), unknown, tuple(others))
