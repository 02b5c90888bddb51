"""Where one paragraph ends and the next begins: spacing, indents, markers and line fill."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.layout.bullets import has_weak_bullet
from corpus.layout.lines import LayoutLine
from corpus.layout.metrics import MAX_LEADING_RATIO, SAME_EDGE_POINTS, LayoutMetrics
from corpus.layout.sentences import ends_sentence, starts_lower

MAX_SENTENCE_LEADING_RATIO = 2.0
"""An unfinished sentence goes on no further below than this, in leadings."""

MAX_LINES_LEFT_EMPTY = 1.6
"""Lines that a page may leave empty where a paragraph goes on over it: one, kept with the next."""

TABLE_RULE_POINTS = 0.35
"""Points that the rule between two rows of a table adds to the leading."""

SIZE_TOLERANCE_SHARE = 0.08
"""Sizes that differ by less than this share are one: fonts disagree on what a point is."""

TITLE_EXTRA_POINTS = 3.0
"""Points larger than the body: a title, whose lines are broken where it looks well."""

MAX_HANG_POINTS = 80.0
"""Points that a paragraph's text may stand right of its marker."""

FACT_LABEL = re.compile(r"[A-Z][\w’' ]{2,40}:\s")
"""What a line of facts begins with, as on a title page: `Lead inspector: ...`."""

SURE_WORDS = 3
"""Words that must have had room on a line to show that it ends a paragraph, without a gap."""

Group = Sequence[LayoutLine]  # the lines of a paragraph so far


def continues_paragraph(
    group: Group, below: LayoutLine, metrics: LayoutMetrics, after_box: bool = False
) -> bool:
    """Return whether the line `below` continues the paragraph that `group` holds so far.

    `after_box`: a box stands between them.
    """
    above = group[-1]
    if above.cells or below.cells or below.number is not None:
        return False
    if above.kind_is_stated or below.kind_is_stated:
        return False
    if below.bullet and not is_dash_of_sentence(group, below, metrics):
        return False
    if after_box or above.page != below.page:
        return continues_over_break(group, below, metrics)
    leading = below.bottom - above.bottom
    if group[0].has_marker and not above.text:
        return leading < metrics.leading * 2
    if below.starts_paragraph or not has_same_size(group, below):
        return False
    expected = metrics.leading_of(below)
    if 0 < leading <= expected * MAX_LEADING_RATIO:
        return continues_right_below(group, below, metrics)
    return 0 < leading <= expected * MAX_SENTENCE_LEADING_RATIO and continues_sentence(group, below)


def is_dash_of_sentence(group: Group, below: LayoutLine, metrics: LayoutMetrics) -> bool:
    """Return whether a bullet is but a dash at the start of a line, in mid-sentence."""
    above = group[-1]
    return (
        has_weak_bullet(below)
        and not above.text.endswith((".", ":", ";", "!", "?"))
        and is_aligned(group, below)
        and not had_room(above, below, metrics)
    )


def continues_over_break(group: Group, below: LayoutLine, metrics: LayoutMetrics) -> bool:
    """Return whether the first line of a page, or after a box, continues the paragraph before."""
    above = group[-1]
    if not has_same_size(group, below) or above.bold != below.bold or above.bold:
        return False
    if not ends_sentence(above.text):
        if starts_lower(below.text):
            return True
        is_typed_on = metrics.is_typewritten and not had_room(above, below, metrics)
        return not below.starts_paragraph and (is_typed_on or is_aligned(group, below))
    if below.starts_paragraph or not is_aligned(group, below) or had_room(above, below, metrics):
        return False
    hangs = group[0].has_marker and below.left > group[0].left + SAME_EDGE_POINTS
    return hangs or metrics.lines_left_below(above) < MAX_LINES_LEFT_EMPTY


def continues_right_below(group: Group, below: LayoutLine, metrics: LayoutMetrics) -> bool:
    """Return whether a line continues the paragraph that stands right above it."""
    above = group[-1]
    if above.bold != below.bold or not is_aligned(group, below):
        is_open = not ends_sentence(above.text) and starts_lower(below.text)
        return is_open and not had_room(above, below, metrics)
    if ends_sentence(above.text):
        leading = below.bottom - above.bottom
        is_full = not had_room(above, below, metrics, SURE_WORDS)
        return is_full and leading < metrics.leading_of(below) + TABLE_RULE_POINTS
    if starts_lower(below.text):
        return True
    if not had_room(above, below, metrics, 1 if FACT_LABEL.match(below.text) else SURE_WORDS):
        return True
    return above.size > metrics.body_size + TITLE_EXTRA_POINTS and ":" not in below.text


def continues_sentence(group: Group, below: LayoutLine) -> bool:
    """Return whether a line continues a sentence although it stands further below than others."""
    above = group[-1]
    return (
        above.bold == below.bold
        and (above.text[-1:].isalnum() or above.text.endswith(","))
        and starts_lower(below.text)
        and is_aligned(group, below, SAME_EDGE_POINTS * 2)
    )


def has_same_size(group: Group, below: LayoutLine) -> bool:
    """Return whether a line's type is as large as the paragraph's, as far as can be told.

    A large bullet, or a space after it, can make its own line look larger than those below it.
    """
    above = group[-1]
    if abs(above.size - below.size) < above.size * SIZE_TOLERANCE_SHARE:
        return True
    if continues_sentence(group, below):
        return True
    return len(group) == 1 and bool(above.bullet) and not ends_sentence(above.text)


def is_aligned(group: Group, below: LayoutLine, within: float = SAME_EDGE_POINTS) -> bool:
    """Return whether a line begins where the paragraph's lines do, `within` so many points."""
    first = group[0]
    if len(group) > 1:
        return abs(below.left - group[-1].left) <= within
    if first.has_marker:
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
