"""What curators decided that later reports say of recommendations, from the reports themselves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from corpus.corrections.fields import FOLLOW_UP, is_follow_up
from corpus.model import Report
from search.followup.tracker.records import Followed

StatusCorrections: TypeAlias = Mapping[tuple[str, str], str]
"""By the ids of a recommendation and of a later report: the status."""


def read_corrections(reports: Iterable[Report]) -> StatusCorrections:
    """Return the statuses that curators decided, of the recommendations of reports."""
    return {
        (f"{report.id}/{one.paragraph}", one.field.removeprefix(FOLLOW_UP)): one.value
        for report in reports
        for one in report.corrections
        if is_follow_up(one.field) and one.is_applied and one.value
    }


def name_unmatched(corrections: StatusCorrections, followed: Sequence[Followed]) -> tuple[str, ...]:
    """Return a sentence for each correction, of a recommendation that is followed or is none, whose
    report is no later one on the authority.
    """
    pairs = {(one.paragraph.id, later.report.id) for one in followed for later in one.later}
    return tuple(
        f"{paragraph} is corrected for {later}, but the one is no recommendation that is followed, "
        "or the other no later report on its authority that stands; take it back with "
        f"`evidence correct {paragraph} --undo {FOLLOW_UP}{later}`"
        for paragraph, later in corrections
        if (paragraph, later) not in pairs
    )
