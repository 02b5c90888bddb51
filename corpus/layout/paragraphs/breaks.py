"""Where one paragraph ends and the next begins: spacing, indents, markers and line fill."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.layout.bullets import has_weak_bullet
from corpus.layout.lines import LayoutLine
from corpus.layout.metrics import MAX_LEADING_RATIO, SAME_EDGE_POINTS, LayoutMetrics
from corpus.layout.sentences import ends_sentence, starts_lower

MAX_SENTENCE_LEADING_RATIO = 2.0
"""The next line of an unfinished sentence stands no further below than this, in leadings."""

MAX_LINES_LEFT_EMPTY = 1.6
"""A paragraph continues over the foot of a page only if fewer lines than this were left empty.

One may be: a line is often kept with the one after it.
"""

MAX_LINES_UNDER_SENTENCE = 12
"""Lines that a page may leave empty under a line whose sentence goes on with a capital overleaf."""

TABLE_RULE_POINTS = 0.35
"""Points that the rule between two rows of a table adds to the leading."""

SIZE_TOLERANCE_SHARE = 0.08
"""Sizes that differ by less than this share are one: fonts disagree on what a point is."""

TITLE_EXTRA_POINTS = 3.0
"""Type larger than the body by more than this is a title's: its lines break where it looks well."""

MAX_HANG_POINTS = 80.0
"""Points that a paragraph's text may stand right of its marker."""

FACT_LABEL = re.compile(r"[A-Z][\w’' ]{2,40}:\s")
"""What a line of facts begins with, as on a title page: `Lead inspector: ...`."""

OUTLINE_NUMBER = re.compile(r"\d{1,3}(?:(?:\.\d{1,2})+\.?|[.)])\s")
"""A number such as 2.1 or 1. that a paragraph begins with: its other lines may stand indented."""

OPEN_WORD = re.compile(r"[a-z,] (?:a|an|and|at|by|for|from|in|into|of|on|or|the|to|with)$")
"""The end of a line that no sentence ends with, and no heading that has room for its next word."""

OPEN_ENDS = (",", "-", "\u00ad", "\u2010")
"""What a line of a sentence that goes on may end in, besides a letter or digit."""

SURE_WORDS = 3
"""Words that must have had room on a line for it to end a paragraph without a gap below."""

OpenParagraph = Sequence[LayoutLine]
"""The lines of a paragraph so far, at least one."""


def continues_paragraph(
    paragraph: OpenParagraph, below: LayoutLine, metrics: LayoutMetrics, after_box: bool = False
) -> bool:
    """Return whether the line `below` continues the paragraph so far.

    `after_box`: a box stands between them.
    """
    above = paragraph[-1]
    if above.cells or below.cells or below.number is not None:
        return False
    if above.kind_is_stated or below.kind_is_stated:
        return False
    if below.bullet and not is_dash_of_sentence(paragraph, below, metrics):
        return False
    if after_box or above.page != below.page:
        return continues_over_break(paragraph, below, metrics)
    leading = below.bottom - above.bottom
    if paragraph[0].has_marker and not above.text:
        return leading < metrics.leading * 2
    if below.starts_paragraph or not has_same_size(paragraph, below):
        return False
    expected = metrics.leading_of(below)
    if 0 < leading <= expected * MAX_LEADING_RATIO:
        return continues_right_below(paragraph, below, metrics)
    return 0 < leading <= expected * MAX_SENTENCE_LEADING_RATIO and continues_sentence(
        paragraph, below
    )


def is_dash_of_sentence(
    paragraph: OpenParagraph, below: LayoutLine, metrics: LayoutMetrics
) -> bool:
    """Return whether a line's bullet is only a dash in the middle of a sentence.

    One at the edge of a list's dashes begins the next item.
    """
    above, first = paragraph[-1], paragraph[0]
    is_next_item = first.bullet == below.bullet and abs(first.left - below.left) < SAME_EDGE_POINTS
    return (
        has_weak_bullet(below)
        and not is_next_item
        and not above.text.endswith((".", ":", ";", "!", "?"))
        and is_aligned(paragraph, below)
        and not had_room(above, below, metrics)
    )


def continues_over_break(
    paragraph: OpenParagraph, below: LayoutLine, metrics: LayoutMetrics
) -> bool:
    """Return whether the first line of a page, or after a box, continues the paragraph before."""
    above = paragraph[-1]
    if not has_same_size(paragraph, below) or above.bold != below.bold or above.bold:
        return False
    if not ends_sentence(above.text):
        if starts_lower(below.text):
            return True
        if metrics.lines_left_below(above) > MAX_LINES_UNDER_SENTENCE:
            return False
        is_typed_on = metrics.is_typewritten and not had_room(above, below, metrics)
        return not below.starts_paragraph and (is_typed_on or is_aligned(paragraph, below))
    if (
        below.starts_paragraph
        or not is_aligned(paragraph, below)
        or had_room(above, below, metrics)
    ):
        return False
    hangs = paragraph[0].has_marker and below.left > paragraph[0].left + SAME_EDGE_POINTS
    return hangs or metrics.lines_left_below(above) < MAX_LINES_LEFT_EMPTY


def continues_right_below(
    paragraph: OpenParagraph, below: LayoutLine, metrics: LayoutMetrics
) -> bool:
    """Return whether a line continues the paragraph that stands right above it."""
    above = paragraph[-1]
    if above.bold != below.bold or not is_aligned(paragraph, below):
        is_open = not ends_sentence(above.text) and starts_lower(below.text)
        return is_open and not had_room(above, below, metrics)
    if ends_sentence(above.text):
        leading = below.bottom - above.bottom
        is_full = not had_room(above, below, metrics, SURE_WORDS)
        return is_full and leading < metrics.leading_of(below) + TABLE_RULE_POINTS
    if starts_lower(below.text) or OPEN_WORD.search(above.text):
        return True
    if not had_room(above, below, metrics, 1 if FACT_LABEL.match(below.text) else SURE_WORDS):
        return True
    return above.size > metrics.body_size + TITLE_EXTRA_POINTS and ":" not in below.text


def continues_sentence(paragraph: OpenParagraph, below: LayoutLine) -> bool:
    """Return whether a line continues a sentence although it stands further below than usual."""
    above = paragraph[-1]
    return (
        above.bold == below.bold
        and (above.text[-1:].isalnum() or above.text.endswith(OPEN_ENDS))
        and starts_lower(below.text)
        and is_aligned(paragraph, below, SAME_EDGE_POINTS * 2)
    )


def has_same_size(paragraph: OpenParagraph, below: LayoutLine) -> bool:
    """Return whether a line's type may be as large as the paragraph's.

    A large bullet, or a space after it, can make its own line look larger than those below it.
    """
    above = paragraph[-1]
    if abs(above.size - below.size) < above.size * SIZE_TOLERANCE_SHARE:
        return True
    if continues_sentence(paragraph, below):
        return True
    return len(paragraph) == 1 and bool(above.bullet) and not ends_sentence(above.text)


def is_aligned(
    paragraph: OpenParagraph, below: LayoutLine, within: float = SAME_EDGE_POINTS
) -> bool:
    """Return whether a line begins where the paragraph's lines do, `within` so many points."""
    first = paragraph[0]
    if len(paragraph) > 1:
        return abs(below.left - paragraph[-1].left) <= within
    if first.has_marker or OUTLINE_NUMBER.match(first.text):
        return -SAME_EDGE_POINTS <= below.left - first.left <= MAX_HANG_POINTS
    return abs(below.left - first.left) <= within


def had_room(above: LayoutLine, below: LayoutLine, metrics: LayoutMetrics, words: int = 1) -> bool:
    """Return whether the first words of `below` would have had room at the end of `above`.

    A paragraph's lines are filled as far as they go, so one with room to spare ends it.
    """
    if not below.text:
        return False
    letter_width = (below.right - below.left) / len(below.text)
    letters = len(" ".join(below.text.split(maxsplit=words)[:words])) + 1
    return above.right + letter_width * letters < metrics.right_edge_of(above) - metrics.slack
