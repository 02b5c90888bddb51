"""What others add to reports that were read: catalogues first, then a curator's corrections."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.catalogue import giving
from corpus.catalogue.giving import complete_report, list_given, remove_given
from corpus.catalogue.matching import CatalogueIndex
from corpus.corrections.applying import correct_report, has_current_corrections, remove_corrections
from corpus.corrections.file import Corrections
from corpus.model import Report


@dataclass(frozen=True, slots=True)
class Supplements:
    """The catalogues, the first before others, and the corrections that apply to every reading."""

    catalogues: Sequence[CatalogueIndex] = ()
    corrections: Corrections = field(default_factory=Corrections)

    def may_apply_to(self, report_id: str) -> bool:
        """Return whether anything may be added to a report, by its id."""
        return bool(self.catalogues) or report_id in self.corrections.reports


def supplement(report: Report, supplements: Supplements) -> Report:
    """Return a report as it was read, with what catalogues give it and what was corrected."""
    completed = complete_report(report, supplements.catalogues)
    return correct_report(completed, supplements.corrections)


def as_read(report: Report) -> Report:
    """Return a supplemented report as its file was read."""
    return remove_given(remove_corrections(report))


def list_supplements(report: Report) -> tuple[object, ...]:
    """Return all that was added to a report, to compare two readings of one file."""
    corrected = [(one.paragraph, one.field, one.value) for one in report.corrections]
    given = list_given(remove_corrections(report))
    by_framework = [report.source.read_as] if report.source.read_as else []
    return (*by_framework, *given, *sorted(corrected, key=repr))


def is_current(report: Report, supplements: Supplements) -> bool:
    """Return whether a report has what is added to it, no more and no less.

    Its paragraphs need not be there: the facts of the report are enough.
    """
    return (
        has_current_corrections(report, supplements.corrections)
        and is_read_by_framework(report, supplements.corrections)
        and giving.is_current(remove_corrections(report), supplements.catalogues)
    )


def is_read_by_framework(report: Report, corrections: Corrections) -> bool:
    """Return whether a report was read by the framework that it is to have by now: a correction of
    that needs another reading.
    """
    own = remove_corrections(report).framework
    corrected = corrections.frameworks.get(report.id, own)
    return report.source.read_as == (None if corrected == own else corrected)
