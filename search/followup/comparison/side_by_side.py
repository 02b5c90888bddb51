"""Two reports side by side: grades, sections and paragraphs, what is new, gone, or said again.

All of it is made from the two reports; an engine is asked only how rare words are.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.model import Choice, Paragraph, Report
from search.choices import ChoiceParameter
from search.engine import Engine
from search.errors import BadRequest
from search.followup.comparison.changed_spans import mark_changes
from search.followup.comparison.grade_changes import (
    GradeChange,
    OutcomeChange,
    compare_outcomes,
    list_grade_changes,
)
from search.followup.comparison.notes import note_differences
from search.followup.comparison.paragraph_pairs import (
    RELATED,
    REWORDED,
    SAME,
    ParagraphPair,
    WeightedParagraph,
    pair_paragraphs,
)
from search.followup.comparison.section_pairs import (
    SectionKey,
    SectionPair,
    pair_sections,
    section_of,
)
from search.followup.comparison.word_weights import WordWeigher, shared_words
from search.model import ReportFacts, Span
from search.present.hits import report_facts

MAX_PARAGRAPHS = 1_000  # of each report that are compared
NEW, GONE = "new", "gone"

ROW_KINDS = (
    Choice(SAME, "Word for word the same"),
    Choice(REWORDED, "Nearly the same words"),
    Choice(RELATED, "The same matter in other words"),
    Choice(NEW, "Only in the later report"),
    Choice(GONE, "Only in the earlier report"),
)
SHOW = ChoiceParameter("show", "Which rows are shown.", (Choice("all", "Everything"), *ROW_KINDS))


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """An earlier and a later paragraph beside each other; one of them is None where the `kind` is
    new or gone, see ROW_KINDS.

    `similarity` is the share of the words that both have in one order, but of related paragraphs
    the cosine of their weighted words. `removed` are the spans of the earlier text that the later
    one has not, `added` those that it has instead: of what is reworded. `shared` are words that
    related paragraphs share, weightiest first.
    """

    kind: str
    earlier: Paragraph | None
    later: Paragraph | None
    similarity: float | None = None
    removed: tuple[Span, ...] = ()
    added: tuple[Span, ...] = ()
    shared: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ComparedSection:
    """Two sections beside each other under their headings as printed, with their `rows`: pairs,
    then what is new, in the order of the later report, then what is gone.

    `earlier` or `later` is "" where a report prints no heading over it, and None where the report
    has no such section.
    """

    area: str | None
    earlier: str | None
    later: str | None
    rows: tuple[ComparedRow, ...]


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Two reports side by side, the earlier one first. `notes` are sentences on what to bear in
    mind; `counts` say how many rows there are of each kind.
    """

    earlier: ReportFacts
    later: ReportFacts
    notes: tuple[str, ...]
    grades: tuple[GradeChange, ...]
    outcome: OutcomeChange | None
    counts: Mapping[str, int]
    sections: tuple[ComparedSection, ...]


def compare_reports(engine: Engine, one: Report, other: Report) -> SideBySide:
    """Return two reports side by side, the earlier first whichever way round they are given.

    Reports without a date, or of one day, stay as given. The first MAX_PARAGRAPHS of each are
    compared. Raise BadRequest where both are the same report.
    """
    if one.id == other.id:
        raise BadRequest(f"the report {one.id} cannot be compared with itself; name two reports")
    earlier, later = in_order(one, other)
    before, after = earlier.paragraphs[:MAX_PARAGRAPHS], later.paragraphs[:MAX_PARAGRAPHS]
    weigher = WordWeigher(engine, (earlier.authority, later.authority))
    rows = list(compare_paragraphs(weigher, before, after))
    counts = Counter(row.kind for row in rows)
    return SideBySide(
        report_facts(earlier),
        report_facts(later),
        note_differences(earlier, later, MAX_PARAGRAPHS),
        tuple(list_grade_changes(earlier, later)),
        compare_outcomes(earlier, later),
        {kind.key: counts[kind.key] for kind in ROW_KINDS},
        divide_rows(rows, pair_sections(before, after)),
    )


def in_order(one: Report, other: Report) -> tuple[Report, Report]:
    """Return two reports, the earlier first; as given where they have no different dates."""
    if one.dated and other.dated and other.dated < one.dated:
        return other, one
    return one, other


def compare_paragraphs(
    weigher: WordWeigher, earlier: Sequence[Paragraph], later: Sequence[Paragraph]
) -> Iterator[ComparedRow]:
    """Yield a row for each later paragraph in its order, then for each earlier one that is gone."""
    before, after = (
        [WeightedParagraph(one, weigher.weigh(one.text)) for one in paragraphs]
        for paragraphs in (earlier, later)
    )
    pairs = {pair.later: pair for pair in pair_paragraphs(before, after)}
    for place, one in enumerate(after):
        if place in pairs:
            yield compare_pair(pairs[place], before[pairs[place].earlier], one)
        else:
            yield ComparedRow(NEW, None, one.paragraph)
    paired = {pair.earlier for pair in pairs.values()}
    for place, one in enumerate(before):
        if place not in paired:
            yield ComparedRow(GONE, one.paragraph, None)


def compare_pair(
    pair: ParagraphPair, earlier: WeightedParagraph, later: WeightedParagraph
) -> ComparedRow:
    """Return the row of a pair, with its changed words or those that it shares."""
    marks: tuple[tuple[Span, ...], tuple[Span, ...]] = ((), ())
    shared: tuple[str, ...] = ()
    if pair.kind == REWORDED:
        marks = mark_changes(earlier.text, later.text)
    if pair.kind == RELATED:
        shared = shared_words(earlier.text, later.text)
    return ComparedRow(
        pair.kind, earlier.paragraph, later.paragraph, round(pair.similarity, 3), *marks, shared
    )


def divide_rows(
    rows: Sequence[ComparedRow], sections: Sequence[SectionPair]
) -> tuple[ComparedSection, ...]:
    """Return rows by section: each later paragraph in its own, what is gone in that which the
    earlier section is beside.
    """
    of_later: defaultdict[SectionKey, list[ComparedRow]] = defaultdict(list)
    of_earlier: defaultdict[SectionKey, list[ComparedRow]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: row.kind == NEW):
        if row.later:
            of_later[section_of(row.later)].append(row)
        elif row.earlier:
            of_earlier[section_of(row.earlier)].append(row)
    return tuple(
        ComparedSection(
            pair.area,
            (pair.earlier.heading or "") if pair.earlier else None,
            (pair.later.heading or "") if pair.later else None,
            (
                *(of_later[pair.later] if pair.later else ()),
                *(of_earlier[pair.earlier] if pair.earlier else ()),
            ),
        )
        for pair in sections
    )


def select_rows(comparison: SideBySide, kind: str, start: int, limit: int) -> SideBySide:
    """Return a comparison with `limit` of its rows of a kind, a value of SHOW, from number `start`
    on; sections that have none of these are left out.
    """
    sections = list[ComparedSection]()
    for section in comparison.sections:
        rows = [row for row in section.rows if kind in (row.kind, SHOW.default)]
        shown = tuple(rows[max(0, start) : max(0, start + limit)])
        start -= len(rows)
        if shown:
            sections.append(replace(section, rows=shown))
    return replace(comparison, sections=tuple(sections))


def count_rows(comparison: SideBySide, kind: str) -> int:
    """Return how many rows a comparison has of a kind, a value of SHOW."""
    counts = comparison.counts
    return sum(counts.values()) if kind == SHOW.default else counts[kind]
