"""The facets: what every paragraph can be filtered and counted by."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from corpus.model import Paragraph, Report


def year(report: Report) -> str | None:
    """Returns the year that a report counts for, as four digits."""
    return f"{report.dated.year:04}" if report.dated else None


def number(day: date | None) -> int:
    """Returns a day as the number YYYYMMDD, 0 where there is none."""
    return day.year * 10000 + day.month * 100 + day.day if day else 0


@dataclass(frozen=True, slots=True)
class ReportFacet:
    """A facet that all paragraphs of a report share."""

    key: str
    label: str
    value: Callable[[Report], str | None]


@dataclass(frozen=True, slots=True)
class ParagraphFacet:
    """A facet that each paragraph has for itself, with any number of values."""

    key: str
    label: str
    values: Callable[[Paragraph], tuple[str | None, ...]]


PARAGRAPH_FACETS = (
    ParagraphFacet("theme", "Theme", lambda p: p.themes),
    ParagraphFacet("grade", "Grade", lambda p: (p.grade,)),
    ParagraphFacet("area", "Area", lambda p: (p.area,)),
    ParagraphFacet("kind", "Kind", lambda p: (p.kind,)),
    ParagraphFacet("polarity", "Polarity", lambda p: (p.polarity,)),
)
REPORT_FACETS = (
    ReportFacet("framework", "Framework", lambda r: r.framework),
    ReportFacet("authority", "Authority", lambda r: r.authority),
    ReportFacet("region", "Region", lambda r: r.region),
    ReportFacet("year", "Year", year),
)

ORDER = ("theme", "grade", "area", "framework", "authority", "region", "year", "kind", "polarity")
FACET: dict[str, ReportFacet | ParagraphFacet] = {
    key: facet for key in ORDER for facet in (*PARAGRAPH_FACETS, *REPORT_FACETS) if facet.key == key
}
FACETS = tuple(FACET.values())
WORD_FIELDS = ("text", "exact")
