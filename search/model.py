"""What crosses the search package's line: a Request goes in, records of what it found come out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import msgspec

from corpus.model import Doubt, Paragraph


@dataclass(frozen=True, slots=True)
class Request:
    """One question. `filters`: facet key -> alternatives; different facets all apply.

    `sort`, `match` and `unit` are keys of search.choices; `start` and `limit` count in that unit;
    `since` and `until` are inclusive; `widen` lets the vocabulary add other words for the same
    thing.
    """

    query: str = ""
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    since: date | None = None
    until: date | None = None
    sort: str = "relevance"
    match: str = "auto"
    unit: str = "paragraphs"
    once_per_report: bool = False
    widen: bool = True
    start: int = 0
    limit: int = 10
    facets: tuple[str, ...] = ()

    @property
    def by_report(self) -> bool:
        """Whether each report is listed once, with its best paragraph."""
        return self.unit == "reports" or self.once_per_report


class Span(msgspec.Struct, frozen=True, gc=False):
    """A run of characters, `start` up to but not including `end`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """What could not be taken as typed: its kind, its place in the query, and a sentence."""

    kind: str
    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """The facts of a report that a hit shows."""

    id: str
    title: str
    authority: str | None
    region: str | None
    framework: str
    published: date | None
    inspection_start: date | None
    inspection_end: date | None
    lead_inspector: str | None
    overall: str | None
    outcome: int | None
    invented: bool


@dataclass(frozen=True, slots=True)
class HeldReport(ReportFacts):
    """A report as the list of all that are held shows it, with the reader's doubts."""

    doubts: tuple[Doubt, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """A paragraph as it is shown. `marks` are the spans of its text that satisfied the query;
    `snippet` is the span of the best window of its text; `matches` counts the matching
    paragraphs of its report (1 unless the Request is `by_report`).
    """

    paragraph: Paragraph
    report: ReportFacts
    score: float
    marks: tuple[Span, ...]
    snippet: Span
    matches: int


class FacetValue(msgspec.Struct, frozen=True, gc=False):
    """One value of a facet, with the paragraphs and the reports it would give."""

    value: str
    label: str
    paragraphs: int
    reports: int
    selected: bool


class Facet(msgspec.Struct, frozen=True):
    """A facet's values, in the order they are shown in."""

    key: str
    label: str
    values: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that was searched for: `lead` says how, `text` what; `without` is the Request
    that no longer asks for it. Parts with one lead, one after another, belong together.
    """

    lead: str
    text: str
    without: Request


@dataclass(frozen=True, slots=True)
class Offer:
    """Another Request worth making, in words, with the paragraphs that it would find."""

    text: str
    request: Request
    paragraphs: int
