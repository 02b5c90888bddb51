"""What the reader was not sure of in all reports, by kind: a curator's work."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from corpus.model import Doubt, Report


@dataclass(frozen=True, slots=True)
class ReportDoubt:
    """A doubt, and the report that it is about."""

    report: Report
    doubt: Doubt


def list_doubts(reports: Sequence[Report], kinds: Collection[str] = ()) -> list[ReportDoubt]:
    """Return the doubts about some reports, in their order, of some `kinds` where any is named."""
    return [
        ReportDoubt(report, doubt)
        for report in reports
        for doubt in report.doubts
        if not kinds or doubt.kind in kinds
    ]


def group_by_kind(doubts: Sequence[ReportDoubt]) -> dict[str, list[ReportDoubt]]:
    """Return kind -> its doubts; the kinds with most of them come first, then by name."""
    by_kind: dict[str, list[ReportDoubt]] = defaultdict(list)
    for one in doubts:
        by_kind[one.doubt.kind].append(one)
    return dict(sorted(by_kind.items(), key=lambda item: (-len(item[1]), item[0])))
