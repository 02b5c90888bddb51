"""What becomes of a block: a paragraph with its placement, or text set aside under a named rule."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.layout.blocks import Block
from corpus.understanding.outline.open_headings import Placement

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
class PlacedBlock:
    """A block that is a paragraph of the report, and its placement."""

    block: Block
    placement: Placement


@dataclass(frozen=True, slots=True)
class SetAside:
    """A block that is no paragraph, and the rule by which it is none."""

    rule: str
    block: Block
