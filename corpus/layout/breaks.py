"""Where one paragraph ends and the next begins: spacing, indents, markers and line fill."""

from __future__ import annotations

import re

from corpus.layout.measure import SAME, Measures
from corpus.layout.pieces import Piece

GAP = 1.15
"""A line further below than this, in line pitches, begins a new paragraph."""

ROOM = 1.6
"""Lines that a page may leave empty where a paragraph goes on over it: one, kept with the next."""

RULE = 0.35
"""Points that the rule between two rows of a table adds to the pitch."""

SIMILAR = 0.08
"""Sizes that differ by less than this share are one: fonts disagree on what a point is."""

TITLE = 3.0
"""Points larger than the body: a title, whose lines are broken where it looks well."""

DEEPEST_HANG = 80.0
"""Points that a paragraph's text may stand right of its marker."""

LABEL = re.compile(r"[A-Z][\w’' ]{2,40}:\s")
"""What a line of facts begins with, as on a title page: `Lead inspector: ...`."""

SURE = 3
"""Words that must have had room on a line to say that it ends a paragraph, without a gap."""

ENDS = (".", "!", "?")
CLOSERS = "’”'\")]»"


def finished(text: str) -> bool:
    """Whether a text ends as a sentence does."""
    return text.rstrip(CLOSERS + " ").endswith(ENDS)


def opens_lower(text: str) -> bool:
    """Whether a text begins in the middle of a sentence."""
    return text.lstrip("‘“'\"(")[:1].islower()


def goes_on(group: list[Piece], below: Piece, measures: Measures, apart: bool = False) -> bool:
    """Whether the line `below` goes on with the paragraph that `group` holds so far.

    `apart`: a box stands between them.
    """
    above = group[-1]
    if above.cells or below.cells or below.number is not None or stated(above) or stated(below):
        return False
    if below.bullet and not (below.weak and mid_sentence(group, below, measures)):
        return False
    if apart or above.page != below.page:
        return over_break(group, below, measures)
    pitch = below.bottom - above.bottom
    if group[0].marked and not above.text:
        return pitch < measures.pitch * 2
    if below.fresh or not same_size(group, below):
        return False
    if 0 < pitch <= measures.leading(below) * GAP:
        return next_line(group, below, measures)
    return 0 < pitch <= measures.leading(below) * 2 and under_way(group, below)


def under_way(group: list[Piece], below: Piece) -> bool:
    """Whether a line goes on with a sentence although it stands further below than others."""
    above = group[-1]
    return (
        above.bold == below.bold
        and (above.text[-1:].isalnum() or above.text.endswith(","))
        and opens_lower(below.text)
        and aligned(group, below, SAME * 2)
    )


def same_size(group: list[Piece], below: Piece) -> bool:
    """Whether a line's type is as large as the paragraph's, as far as can be told.

    A large bullet can make its own line look larger than those below it, a space after it, too.
    """
    above = group[-1]
    if abs(above.size - below.size) < above.size * SIMILAR or under_way(group, below):
        return True
    return len(group) == 1 and bool(above.bullet) and not finished(above.text)


def next_line(group: list[Piece], below: Piece, measures: Measures) -> bool:
    """Whether a line goes on with the paragraph that stands right above it."""
    above = group[-1]
    wraps = not fits(above, below, measures)
    if above.bold != below.bold or not aligned(group, below):
        return wraps and not finished(above.text) and opens_lower(below.text)
    if finished(above.text):
        pitch = below.bottom - above.bottom
        ends = fits(above, below, measures, words=SURE)
        return not ends and pitch < measures.leading(below) + RULE
    if opens_lower(below.text):
        return True
    if not fits(above, below, measures, words=1 if LABEL.match(below.text) else SURE):
        return True
    return above.size > measures.size + TITLE and ":" not in below.text


def stated(piece: Piece) -> bool:
    """Whether the format itself says what the line is."""
    return piece.level is not None or piece.depth > 0


def over_break(group: list[Piece], below: Piece, measures: Measures) -> bool:
    """Whether the first line of a page, or after a box, goes on with the paragraph before."""
    above = group[-1]
    if not same_size(group, below) or above.bold != below.bold or above.bold:
        return False
    if not finished(above.text):
        typed_on = measures.plain and not fits(above, below, measures)
        return opens_lower(below.text) or (not below.fresh and (typed_on or aligned(group, below)))
    if below.fresh or not aligned(group, below) or fits(above, below, measures):
        return False
    hangs = group[0].marked and below.start > group[0].start + SAME
    return hangs or measures.room(above) < ROOM


def mid_sentence(group: list[Piece], below: Piece, measures: Measures) -> bool:
    """Whether a line that begins with a dash stands in the middle of a sentence."""
    above = group[-1]
    return (
        not above.text.endswith((".", ":", ";", "!", "?"))
        and aligned(group, below)
        and not fits(above, below, measures)
    )


def aligned(group: list[Piece], below: Piece, within: float = SAME) -> bool:
    """Whether a line begins where the lines of the paragraph do, `within` so many points."""
    first = group[0]
    if len(group) > 1:
        return abs(below.start - group[-1].start) <= within
    if first.marked:
        return -SAME <= below.start - first.start <= DEEPEST_HANG
    return abs(below.start - first.start) <= within


def fits(above: Piece, below: Piece, measures: Measures, words: int = 1) -> bool:
    """Whether the first words of `below` would have had room at the end of `above`.

    A paragraph's lines are filled as far as they go, so one with room to spare ends it.
    """
    if not below.text:
        return False
    letter = (below.right - below.start) / len(below.text)
    wanted = len(" ".join(below.text.split(maxsplit=words)[:words])) + 1
    return above.right + letter * wanted < measures.reach(above) - measures.slack
