"""Where a heading stands that the framework does not know: within a section, or beside it."""

from __future__ import annotations

from dataclasses import replace

from corpus.patterns import anyof
from corpus.understanding.outline.open_headings import (
    LOWEST_LEVEL,
    OpenHeading,
    OpenHeadings,
    Placement,
)

STRENGTHS = anyof(r"\bstrengths?\b", r"\bworking well\b", r"\bwhat works\b")
"""Words of a heading over findings, wherever it stands."""


CHAPTER = anyof(r"\d{1,2}\.? (?=\D)")
"""The number of a part of a report, in which another part's heading cannot stand."""


def enter_unknown_heading(
    headings: OpenHeadings,
    title: str,
    grade: str | None,
    printed_level: int | None,
    division: str | None,
    is_any_report: bool,
) -> OpenHeadings:
    """Return the headings that are open under an unknown one.

    `printed_level` is None where its type does not tell; it then stands within the section.
    `division` is the area of headings that stand under none. `is_any_report`: the report follows
    no known framework.
    """
    level: float = printed_level or LOWEST_LEVEL + 1
    known = headings.find_known(headings.placement.kind)
    if headings.placement.kind == "finding" or known is None:
        outer = headings.above_new(level, headings.placement.kind)
    elif ends_kind(title, grade, printed_level, known, is_any_report):
        outer = headings.above(min(level, known.level))
    else:  # however it looks, it is one of the parts of what the known heading is over
        level = max(level, known.level + 1)
        outer = headings.above(level)
    is_beside = bool(headings.headings) and not outer.headings
    above = Placement(area=division) if is_beside else outer.placement
    placement = replace(above, section=title, grade=grade or above.grade)
    return outer.enter(OpenHeading(title, level, placement))


def ends_kind(
    title: str, grade: str | None, level: int | None, known: OpenHeading, is_any_report: bool
) -> bool:
    """Return whether an unknown heading ends recommendations or context, with findings below.

    It does where it has a grade or names strengths or where its level is no lower than that of
    their heading, if the report follows no known framework or it is numbered as one of its parts.
    """
    is_beside = (level or LOWEST_LEVEL) <= known.level
    is_above = (level or LOWEST_LEVEL) < known.level
    is_part = CHAPTER.match(title) and (is_above or CHAPTER.match(known.title))
    is_next = is_beside and bool(is_any_report or is_part)
    return is_next or grade is not None or STRENGTHS.search(title) is not None
