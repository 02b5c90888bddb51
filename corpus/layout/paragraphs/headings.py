"""Headings: recognised as larger or bolder than the body, or by what they stand over; ranked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from msgspec.structs import replace as replace_fields

from corpus.layout.blocks import BULLET, HEADING, PARAGRAPH, ROW, Block
from corpus.layout.lines import LayoutLine
from corpus.layout.metrics import MAX_LEADING_RATIO, LayoutMetrics
from corpus.layout.sentences import CLOSING_MARKS
from corpus.layout.state import LayoutState, LineGroup

MAX_HEADING_WORDS, MAX_SENTENCE_HEADING_WORDS = 40, 20
"""Words that a heading has at most; one with a full stop must be bold, too."""

MAX_PLAIN_HEADING_WORDS = 15
"""Words that a heading in plain type has at most."""

MIN_HEADED_WORDS = 15
"""Words of a paragraph that a heading in plain type may stand over, at least."""

HEADING_EXTRA_POINTS = 0.9
"""Points by which a heading without bold letters is larger than the body, more than this."""

BOLD_WORTH_POINTS = 1.0
"""Points by which a regular heading must be larger to rank over a bold one, more than this."""

LETTER_OPENING = "Dear "

FontStyle = tuple[float, bool]
"""Size, to half a point, and whether it is bold."""


def detach_page_titles(state: LayoutState) -> LayoutState:
    """Step: let titles at the top of a page begin a paragraph.

    Else they would continue the one on the page before.
    """
    lines = list(state.lines)
    neighbours = zip(state.lines, state.lines[1:], state.lines[2:], strict=False)
    for index, (above, line, below) in enumerate(neighbours, start=1):
        if is_page_title(above, line, below, state.metrics):
            lines[index] = replace_fields(line, starts_paragraph=True)
    return replace(state, lines=tuple(lines))


def is_page_title(
    above: LayoutLine, line: LayoutLine, below: LayoutLine, metrics: LayoutMetrics
) -> bool:
    """Return whether a line is a title at the top of a page, over a gap or a list."""
    if above.page == line.page or line.page != below.page or not reads_like_title([line]):
        return False
    leading = below.bottom - line.bottom
    return below.has_marker or leading > metrics.leading_of(below) * MAX_LEADING_RATIO


def classify_groups(groups: Sequence[LineGroup], metrics: LayoutMetrics) -> list[str]:
    """Return the kind of block that each group of lines is."""
    kinds: list[str] = []
    below: LineGroup = ()
    for group in reversed(groups):
        kind = kind_by_look(group, metrics.body_size)
        if kind == PARAGRAPH and heads(group, below, kinds[-1:], metrics):
            kind = HEADING
        kinds.append(kind)
        below = group
    return kinds[::-1]


def kind_by_look(group: LineGroup, body_size: float) -> str:
    """Return the kind of block that a group of lines is by its own look."""
    first = group[0]
    if first.cells:
        return ROW
    if first.heading_level is not None:
        return HEADING
    if first.bullet or first.bullet_depth:
        return BULLET
    if first.number is not None:
        return PARAGRAPH
    text = " ".join(line.text for line in group)
    bold = all(line.bold for line in group)
    return HEADING if stands_out(text, first.size, bold, body_size) else PARAGRAPH


def stands_out(text: str, size: float, bold: bool, body_size: float) -> bool:
    """Return whether a text is a heading by its size and weight, next to the body's size."""
    words = len(text.split())
    if text.rstrip(CLOSING_MARKS).endswith((".", "!", ";", ",")):
        return bold and words <= MAX_SENTENCE_HEADING_WORDS
    is_larger = size > body_size + HEADING_EXTRA_POINTS
    return (bold or is_larger) and words <= MAX_HEADING_WORDS and any(map(str.isalpha, text))


def heads(
    group: LineGroup, below: LineGroup, kind_below: Sequence[str], metrics: LayoutMetrics
) -> bool:
    """Return whether a short paragraph in plain type is the heading of the group below it.

    It is over a list; where all type is alike, over a long paragraph, a row or a heading, too.
    `kind_below` holds the kind of `below`, nothing where there is no group below.
    """
    if not below or group[0].number is not None or not reads_like_title(group):
        return False
    if below[0].has_marker and (metrics.is_typewritten or len(group) == 1):
        return True
    words = sum(len(line.text.split()) for line in below)
    is_headed = HEADING in kind_below or ROW in kind_below or words >= MIN_HEADED_WORDS
    return metrics.is_typewritten and is_headed


def reads_like_title(group: Sequence[LayoutLine]) -> bool:
    """Return whether lines read like a title: few words, a capital first, no full stop."""
    first, last = group[0].text, group[-1].text
    words = sum(len(line.text.split()) for line in group)
    ends_like_title = last[-1:].isalnum() or last.endswith(("?", ")"))
    begins_like_title = first[:1].isupper() and not first.startswith(LETTER_OPENING)
    return words <= MAX_PLAIN_HEADING_WORDS and begins_like_title and ends_like_title


def rank_headings(state: LayoutState) -> LayoutState:
    """Step: rank headings, and rows in their type, by their font: level 1 is the most prominent.

    Where all type is alike, no heading is told from another.
    """
    if state.metrics.is_typewritten:
        return state
    body_size = state.metrics.body_size
    fonts = {
        font_style(block)
        for block in state.blocks
        if is_unranked(block) or is_row_in_larger_type(block, body_size)
    }
    ordered = sorted(fonts, key=prominence, reverse=True)
    levels = {font: level for level, font in enumerate(ordered, start=1)}
    blocks = tuple(
        replace(block, level=levels.get(font_style(block)))
        if is_unranked(block) or block.kind == ROW
        else block
        for block in state.blocks
    )
    return replace(state, blocks=blocks)


def rank_headings_below_stated(state: LayoutState) -> LayoutState:
    """Step: rank headings recognised by their look one level below all that the format states."""
    level = max((block.level or 0 for block in state.blocks), default=0) + 1
    blocks = tuple(
        replace(block, level=level, level_is_guess=True) if is_unranked(block) else block
        for block in state.blocks
    )
    return replace(state, blocks=blocks)


def is_unranked(block: Block) -> bool:
    """Return whether a block is a heading whose level the format does not state."""
    return block.kind == HEADING and block.level is None


def is_row_in_larger_type(block: Block, body_size: float) -> bool:
    """Return whether a block is a row in the type of a title, with a grade beside it."""
    return block.kind == ROW and block.size > body_size + HEADING_EXTRA_POINTS


def font_style(block: Block) -> FontStyle:
    """Return what headings of one level have in common."""
    return round(block.size * 2) / 2, block.bold


def prominence(font: FontStyle) -> float:
    """Return how much a font stands out: bold type as much as regular type a point larger."""
    size, bold = font
    return size + BOLD_WORTH_POINTS * bold
