"""Tell by its words of what kind a paragraph is: a finding, a recommendation, or context."""

from __future__ import annotations

from dataclasses import replace

from corpus.frameworks.framework import Framework
from corpus.layout.blocks import Block
from corpus.patterns import straighten
from corpus.understanding.cues import is_about_inspection, is_lead_in, read_timescale
from corpus.understanding.outline.lead_ins import find_label
from corpus.understanding.outline.open_headings import Placement, as_context


def place_paragraph(
    block: Block, following: Block | None, under: Placement, framework: Framework
) -> Placement:
    """Return the placement of a paragraph, with the block after it, under the headings of `under`.

    What tells of the inspection is context anywhere, and what begins as recommendations do is one.
    A timescale may be the label beside a recommendation.
    """
    text = straighten(block.text)
    is_intro = under.section is None and not framework.is_graded
    if is_about_inspection(text, is_intro) or framework.is_context(text):
        return as_context(under)
    if framework.is_recommendation(text):
        under = replace(under, grade=None, kind="recommendation")
    elif under.kind == "recommendation" and is_lead_in(block, following):
        return replace(under, kind="context", timescale=None)
    if under.kind != "recommendation":
        return under
    timescale = read_timescale(straighten(find_label(block) or ""))
    return replace(under, timescale=timescale) if timescale else under
