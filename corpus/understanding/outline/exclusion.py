"""Tell blocks that are no paragraphs by what they say: boilerplate, heads of tables, a cover."""

from __future__ import annotations

from corpus.frameworks.framework import Framework
from corpus.layout.blocks import Block
from corpus.patterns import straighten
from corpus.understanding.boilerplate import is_boilerplate, is_cover_line, is_sentence
from corpus.understanding.cues import is_grade_meaning, is_table_header
from corpus.understanding.outline.placement import (
    BOILERPLATE,
    GRADE_MEANING,
    TABLE_HEADER,
    WITHOUT_WORDS,
)


def find_exclusion_rule(block: Block, framework: Framework, in_grade_scale: bool) -> str | None:
    """Return the rule by which a block is no paragraph wherever it stands, None where it may be.

    `in_grade_scale`: it stands in the scale of grades and their meanings.
    """
    text = straighten(block.text)
    is_said = str.isalnum if len(block.cells) > 1 else str.isalpha  # figures, in a table
    if not any(map(is_said, text)):
        return WITHOUT_WORDS
    if is_boilerplate(text):
        return BOILERPLATE
    if is_table_header(block, framework):
        return TABLE_HEADER
    is_meaning = in_grade_scale and is_grade_meaning(block, framework.scale)
    return GRADE_MEANING if is_meaning else None


def is_on_cover(block: Block, framework: Framework, is_headed: bool) -> bool:
    """Return whether a block before all paragraphs is a line of the cover.

    Below the heading of a section (`is_headed`) only a line with a labelled fact is.
    """
    text = straighten(block.text)
    if framework.prints_fact(text) and not is_sentence(text):
        return True
    return block.number is None and not is_headed and is_cover_line(text)
