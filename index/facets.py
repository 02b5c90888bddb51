"""The one table of facets: what a paragraph can be filtered and counted by, in the order shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from corpus.model import Choice, Paragraph, Report
from corpus.registry import registry
from index.grade_history import GradedReport, GradesOverTime


class ValueOrder(Enum):
    """The order in which a facet's values are listed."""

    LISTED = "as the registry lists them"
    NEWEST_FIRST = "years, newest first"
    MOST_FIRST = "by the number of matches, then by name"


@dataclass(frozen=True, slots=True, kw_only=True)
class FilterField:
    """A field that a search can be filtered by.

    `lead` introduces its values in the sentence that says what was searched: "graded good".
    """

    key: str
    help: str
    lead: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetField(FilterField):
    """A filter whose values are also counted. `help` describes it as a parameter of the API.

    `in_lower_case` says that the labels of its values are common words, which a sentence writes
    in lower case, and not names or titles.
    """

    label: str
    in_lower_case: bool = False
    order: ValueOrder = ValueOrder.LISTED

    @property
    def choices(self) -> tuple[Choice, ...]:
        """The values that are known of its set; none where it takes any value."""
        return registry().choices.get(self.key, ())


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFacet(FacetField):
    """A facet whose `value` all paragraphs of a report share."""

    value: Callable[[Report], str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryFacet(FacetField):
    """A facet whose `value` all paragraphs of a report share, and which depends on the other
    reports of its collection: it is worked out for each commit, and stored in no segment.
    """

    value: Callable[[GradedReport, GradesOverTime[GradedReport]], str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphFacet(FacetField):
    """A facet that each paragraph has `values` of its own for, any number of them."""

    values: Callable[[Paragraph], tuple[str | None, ...]]


def year_of(report: Report) -> str | None:
    """Return the year that a report counts for, as four digits."""
    return f"{report.dated.year:04}" if report.dated else None


def date_number(day: date | None) -> int:
    """Return a day as the number YYYYMMDD, 0 for None."""
    return day.year * 10000 + day.month * 100 + day.day if day else 0


def all_themes(paragraph: Paragraph) -> tuple[str, ...]:
    """Return the themes of a paragraph by its words, then those by its section alone."""
    return tuple(dict.fromkeys((*paragraph.themes, *paragraph.section_themes)))


# Pages, API and command list facets in this order. Segments on disk store the codes of
# paragraph facets in the order that those have here: it must not change.
FACETS: tuple[ParagraphFacet | HistoryFacet | ReportFacet, ...] = (
    ParagraphFacet(
        key="theme",
        label="Theme",
        help="What the paragraph is about, by its words or by the heading above it.",
        lead="about",
        in_lower_case=True,
        values=all_themes,
    ),
    ParagraphFacet(
        key="grade",
        label="Grade",
        help="Grade of the judgement that it stands under.",
        lead="graded",
        in_lower_case=True,
        values=lambda paragraph: (paragraph.grade,),
    ),
    ParagraphFacet(
        key="area",
        label="Area",
        help="Area of practice, across frameworks.",
        lead="in the area",
        values=lambda paragraph: (paragraph.area,),
    ),
    ParagraphFacet(
        key="kind",
        label="Kind",
        help="Finding, recommendation or context.",
        lead="that are a",
        in_lower_case=True,
        values=lambda paragraph: (paragraph.kind,),
    ),
    ParagraphFacet(
        key="polarity",
        label="Polarity",
        help="Does it praise or criticise?",
        lead="that tell a",
        in_lower_case=True,
        values=lambda paragraph: (paragraph.polarity,),
    ),
    HistoryFacet(
        key="report_grade",
        label="Grade of the report",
        help="Overall grade of the report, at the time.",
        lead="from reports graded",
        in_lower_case=True,
        value=lambda report, history: report.overall,
    ),
    HistoryFacet(
        key="authority_grade",
        label="Latest grade of the authority",
        help="Overall grade that the authority was given last, in whichever report.",
        lead="on authorities last graded",
        in_lower_case=True,
        value=lambda report, history: history.latest_overall(report.authority),
    ),
    ReportFacet(
        key="framework",
        label="Framework",
        help="Inspection programme.",
        lead="from inspections of the kind",
        value=lambda report: report.framework,
    ),
    ReportFacet(
        key="scale",
        label="Grade scale",
        help="Scale that the report's grades are of.",
        lead="graded by",
        value=lambda report: report.scale,
    ),
    ReportFacet(
        key="year",
        label="Year",
        help="Year of publication, else of the inspection's end.",
        lead="of",
        order=ValueOrder.NEWEST_FIRST,
        value=year_of,
    ),
    ReportFacet(
        key="region",
        label="Region",
        help="Region of the authority.",
        lead="in the region",
        order=ValueOrder.MOST_FIRST,
        value=lambda report: report.region,
    ),
    ReportFacet(
        key="authority",
        label="Authority",
        help="Name of the authority.",
        lead="on",
        order=ValueOrder.MOST_FIRST,
        value=lambda report: report.authority,
    ),
)
PARAGRAPH_FACETS = tuple(facet for facet in FACETS if isinstance(facet, ParagraphFacet))
HISTORY_FACETS = tuple(facet for facet in FACETS if isinstance(facet, HistoryFacet))
REPORT_FACETS = tuple(facet for facet in FACETS if isinstance(facet, ReportFacet))
THEME = "theme"
COMBO_COLUMNS: tuple[tuple[str, Callable[[Paragraph], tuple[str | None, ...]]], ...] = (
    (THEME, lambda paragraph: paragraph.themes),
    *((facet.key, facet.values) for facet in PARAGRAPH_FACETS if facet.key != THEME),
    (THEME, lambda paragraph: paragraph.section_themes),
)
"""What segments store of each combination of a paragraph's values, one column after another: the
key of the facet, and the values that the column has. Those of themes are bit masks.
"""

EITHER, BY_WORDS, BY_SECTION = "either", "words", "section"
THEME_COLUMNS: Mapping[str, tuple[int, ...]] = {
    EITHER: (0, len(COMBO_COLUMNS) - 1),
    BY_WORDS: (0,),
    BY_SECTION: (len(COMBO_COLUMNS) - 1,),
}
"""By what a theme counts, and the columns of COMBO_COLUMNS that then have it."""

FACET: Mapping[str, ParagraphFacet | HistoryFacet | ReportFacet] = {
    facet.key: facet for facet in FACETS
}

# Reports can be searched by their ids, but there are too many to count.
REPORT_FILTER = FilterField(key="report", help="Id of the report.", lead="in the report")
FILTER: Mapping[str, FilterField] = {**FACET, REPORT_FILTER.key: REPORT_FILTER}

WORD_FIELDS = ("text", "exact")
UNDER = "under"
"""A field that queries alone have: the grade of the judgement that a paragraph stands under, else
the overall grade of its report, as wording counts it.
"""
