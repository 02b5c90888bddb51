"""Where a report in the index came from, and what its report states that tells it from others."""

from __future__ import annotations

import hashlib
import re
from datetime import date
from typing import NamedTuple

from corpus.corrections.supplements import as_read
from corpus.frameworks.framework import Framework
from corpus.model import Report
from corpus.registry import registry
from corpus.regular_files import open_regular, read_blocks
from corpus.understanding.identity import strip_hash

USUAL_TITLES = (
    "Inspection report for children’s home",
    "Full or interim inspection of an independent residential special school",
    "Short inspection of the primary, secondary or nursery school",
    "Standard inspection visit to a child care service in the home, outcome and report card",
    "Inspections of adults social care agency, provider, centre and services for adult homes",
)
"""Titles that name no service: neither does another of their words."""


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
        two schools of one authority may be inspected on one day. One on a service is named by its
        title, where that is the name of the service, and not by its authority.
        """
        if self.title is None or self.framework == "other" or not self.is_dated:
            return False
        if self.is_on_service:
            return names_service(self.title, registry().framework[self.framework])
        return self.authority is not None

    @property
    def is_dated(self) -> bool:
        """Whether it states when it was published or when the inspection ended."""
        return self.published is not None or self.inspection_end is not None

    @property
    def is_on_service(self) -> bool:
        """Whether it is on a home, a school or another service of an authority."""
        framework = registry().framework.get(self.framework)
        return framework is not None and framework.is_on_service


def names_service(title: str, framework: Framework) -> bool:
    """Return whether a title has a word that not every report of its framework may have: "Larkfield
    House", but not "Inspection report for children's home".
    """
    own = (framework.label, framework.inspection or "", framework.publisher or "")
    usual = set().union(*map(words_of, (*own, *USUAL_TITLES)))
    return not words_of(title) <= usual


def words_of(text: str) -> set[str]:
    """Return the words of a text in lower case, without apostrophes and numbers."""
    return set(re.findall(r"[^\W\d_]+", re.sub("['’]", "", text.casefold())))


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
