"""Find what a visit looked at, as its letter tells: the area that its findings are about."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from corpus.layout.blocks import BULLET, Block
from corpus.patterns import anyof, straighten
from corpus.understanding.opening import select_opening

LOOKED_AT = anyof(
    r"\binspectors (?:looked at|reviewed|evaluated|considered)",
    r"\bfocus of this visit",
    r"\bvisit (?:looked|focused)",
)
AREA_WORDS = (
    ("care-leavers", anyof("care leavers", "leaving care")),
    (
        "help-and-protection",
        anyof("front door", "in need", "protect", "early help", "referral", "exploitation"),
    ),
    ("children-in-care", anyof("in care", "looked after", "permanence", "placement")),
    ("leadership", anyof("leaders", "quality assurance")),
)


def find_visit_area(blocks: Sequence[Block]) -> str | None:
    """Return the area that a letter says inspectors looked at: the one it names first.

    Bullets that follow what was looked at are part of it.
    """
    opening = select_opening(blocks)
    start = next((at for at, b in enumerate(opening) if LOOKED_AT.search(b.text)), len(opening))
    bullets = takewhile(lambda block: block.kind == BULLET, opening[start + 1 :])
    text = straighten(" ".join(block.text for block in (*opening[start : start + 1], *bullets)))
    matches = [(match.start(), area) for area, words in AREA_WORDS if (match := words.search(text))]
    return min(matches)[1] if matches else None
