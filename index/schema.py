"""The fields of the index: Whoosh's schema, and the facets with where their values come from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from whoosh.fields import ID, KEYWORD, NUMERIC, STORED, TEXT, Schema

from corpus.model import Paragraph, Report
from index.analysis import WordTokenizer


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

SCHEMA = Schema(
    text=TEXT(analyzer=WordTokenizer(stems=True), phrase=True),
    exact=TEXT(analyzer=WordTokenizer(stems=False), phrase=True),
    id=ID(unique=True, stored=True),
    report=ID(stored=True),
    date=NUMERIC(int, shift_step=0),
    paragraph=STORED,
    **{key: ID() for key in FACET if key not in ("theme", "year")},
    theme=KEYWORD(),
    year=NUMERIC(int, shift_step=0),
)
