"""What becomes of a block: a paragraph with its placement, or text set aside under a named rule."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.layout.blocks import Block

LOWEST_LEVEL = 9
"""Level of a heading of which the layout does not know the level."""

LETTERHEAD = "letterhead"
CLOSE = "close"
LAST_PAGE = "last-page"
SECTION_HEADING = "section-heading"
TIMESCALE_LINE = "timescale"
GRADE = "grade"
RECORD = "record"
WITHOUT_WORDS = "without-words"
BOILERPLATE = "boilerplate"
TABLE_HEADER = "table-header"
GRADE_MEANING = "grade-meaning"
COVER = "cover"
"""Rules for blocks that are no paragraphs. Those of page furniture are named as its kinds are."""


@dataclass(frozen=True, slots=True)
class Placement:
    """What the headings above a paragraph say of it. `level` is that of the section's heading."""

    section: str | None = None
    area: str | None = None
    grade: str | None = None
    kind: str = "finding"
    timescale: str | None = None
    level: int = LOWEST_LEVEL


@dataclass(frozen=True, slots=True)
class PlacedBlock:
    """A block that is a paragraph of the report, and its placement."""

    block: Block
    placement: Placement


@dataclass(frozen=True, slots=True)
class SetAside:
    """A block that is no paragraph, and the rule by which it is none."""

    rule: str
    block: Block
