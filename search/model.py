"""The public records of search: a Request goes in, a Page, hits and wording come out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, TypeVar

import msgspec

from corpus.model import Doubt, Paragraph


@dataclass(frozen=True, slots=True)
class Group:
    """A group of authorities: `value` is what asks for it, `text` says who they are."""

    value: str
    text: str
    authorities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Request:
    """One question. `filters`: facet key -> alternatives; different facets all apply.

    `sort`, `match`, `unit` and `theme_by` are keys of search.choices; `start` and `limit` count in
    that unit; `since` and `until` are inclusive; `widen` lets the vocabulary add other words for
    the same thing, `correct` lets a word that the collection lacks be taken for one that it often
    has; `withdrawn` takes in reports that their publishers withdrew or replaced. Where there is a
    `group`, only reports on one of its authorities count.
    """

    query: str = ""
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    group: Group | None = None
    since: date | None = None
    until: date | None = None
    sort: str = "relevance"
    match: str = "auto"
    unit: str = "paragraphs"
    theme_by: str = "either"
    once_per_report: bool = False
    widen: bool = True
    correct: bool = True
    withdrawn: bool = False
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


class Correction(msgspec.Struct, frozen=True, gc=False):
    """A word that no paragraph has, `typed` at `span` of the query, and the `word` that was
    searched instead; `others` are those that it may stand for as well.
    """

    span: Span
    typed: str
    word: str
    others: tuple[str, ...]


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
    publisher: str | None
    scale: str | None
    urn: str | None
    source_url: str | None
    withdrawn: str | None
    recognised_pages: tuple[int, ...] = ()

    @property
    def dated(self) -> date | None:
        """The day that the report is known by: published, else the inspection's end."""
        return self.published or self.inspection_end

    def is_recognised(self, paragraph: Paragraph) -> bool:
        """Return whether a paragraph of it begins on a page that is a picture, of which the text
        was recognised (OCR).
        """
        return paragraph.page in self.recognised_pages


@dataclass(frozen=True, slots=True)
class GradedInspection:
    """A report that graded its authority, with its day and the key of its grade scale."""

    id: str
    dated: date | None
    overall: str | None
    scale: str | None


@dataclass(frozen=True, slots=True)
class GradesAround:
    """The overall grades around a paragraph: that of its report, and the one that its authority was
    given last. Where its report is of a kind that grades nothing, it `follows` the report that
    graded the authority last before it, if there is one.
    """

    report_overall: str | None
    authority_overall: str | None
    follows: GradedInspection | None


@dataclass(frozen=True, slots=True)
class ReportEntry(ReportFacts):
    """A report in the list of all reports: its facts and the reader's doubts."""

    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class ParagraphContext:
    """A paragraph in its report: those `before` and `after` it are its nearest neighbours.

    `grades` are the overall grades around it. `recognised`: its text was recognised from a picture
    of its page (OCR).
    """

    paragraph: Paragraph
    report: ReportFacts
    grades: GradesAround
    recognised: bool
    before: tuple[Paragraph, ...]
    after: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """A paragraph as it is shown, with the overall `grades` around it. `marks` are the spans of its
    text that satisfied the query; `snippet` is the span of the best window of its text; `matches`
    counts the matching paragraphs of its report (1 unless the Request is `by_report`).
    `recognised`: its text was recognised from a picture of its page (OCR). `lead_marks` are spans
    of what leads into it.
    """

    paragraph: Paragraph
    report: ReportFacts
    grades: GradesAround
    recognised: bool
    score: float
    marks: tuple[Span, ...]
    snippet: Span
    matches: int
    lead_marks: tuple[Span, ...]


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


Target = TypeVar("Target")
"""What stands for a search: its Request, or in the API its address."""


@dataclass(frozen=True, slots=True)
class SentencePart(Generic[Target]):
    """One part of the sentence that says what was searched: `lead` says how, `text` what.

    `without` is the search that leaves it out. Neighbouring parts with the same lead belong
    together.
    """

    lead: str
    text: str
    without: Target


@dataclass(frozen=True, slots=True)
class Offer:
    """Another search worth making: in words, with the number of paragraphs that it finds."""

    text: str
    paragraphs: int


@dataclass(frozen=True, slots=True)
class RequestOffer(Offer):
    """An offer with the Request that takes it up."""

    request: Request
