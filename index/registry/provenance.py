"""Where a report in the index came from, and what its report states that tells it from others."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import NamedTuple

from corpus.corrections.supplements import as_read
from corpus.model import Report
from corpus.regular_files import open_regular, read_blocks
from corpus.understanding.identity import strip_hash


class Provenance(NamedTuple):
    """Where a report in the index came from: its file, its SHA-256, the reader's version."""

    file: str
    sha256: str
    reader: int


class StatedFacts(NamedTuple):
    """What a report states of itself that a corrected edition of it states too."""

    title: str | None
    authority: str | None
    framework: str
    inspection_start: date | None
    inspection_end: date | None
    published: date | None

    @property
    def name_one_report(self) -> bool:
        """Whether no second report states the same: nothing of it is unknown.

        What is unknown of two reports is not the same of both. Reports of no known framework do
        not name themselves enough: all reports on schools may have the title "School report", and
        two schools of one authority may be inspected on one day.
        """
        is_dated = self.published is not None or self.inspection_end is not None
        is_named = self.title is not None and self.authority is not None
        return is_named and self.framework != "other" and is_dated


def state_facts(report: Report) -> StatedFacts:
    """Return what a report states of itself, without what a catalogue says of it.

    One without a title has its id for one.
    """
    report = as_read(report)
    is_titled = strip_hash(report.title) != strip_hash(report.id)
    return StatedFacts(
        report.title if is_titled else None,
        report.authority,
        report.framework,
        report.inspection_start,
        report.inspection_end,
        report.published,
    )


def is_in_place(source: Provenance) -> bool:
    """Return whether the file that a report came from is there, with the same content."""
    digest = hashlib.sha256()
    try:
        with open_regular(source.file) as file:
            for block in read_blocks(file):
                digest.update(block)
    except OSError:
        return False
    return digest.hexdigest() == source.sha256
