"""Find what a visit looked at, as its letter tells: the area that its findings are about."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from corpus.layout.blocks import BULLET, Block
from corpus.patterns import anyof, straighten
from corpus.understanding.opening import select_opening
from corpus.understanding.outline.lead_ins import SENTENCE_BREAK

LOOKED_AT = anyof(
    r"\b(?:inspectors|we) (?:also )?"
    r"(?:looked at|reviewed|scrutinised|evaluated|considered|examined)",
    r"\b(?:inspectors|we|visit|inspection) (?:\w+ )?focus(?:s?ed|es) (?:\w+ )?on",
    r"\b(?:focus|purpose|scope) of (?:this|the) (?:\w+ )?visit",
    r"\bvisit (?:looked at|considered|examined)",
)
AREA_WORDS = (
    ("care-leavers", anyof("care[- ]leavers", "leaving[- ]care", "care[- ]experienced")),
    (
        "help-and-protection",
        anyof(
            r"front[- ]door",
            r"\bin[- ]need\b",
            "protect",
            "early help",
            "referral",
            "exploitation",
            r"pre-?proceedings",
            r"edge of care",
            r"extra-?familial",
            r"safeguarding hub",
        ),
    ),
    (
        "children-in-care",
        anyof(
            r"\bin care\b",
            "unaccompanied",
            r"looked[- ]after",
            "permanence",
            "placement",
            "foster",
            r"cared[- ]for",
        ),
    ),
    ("leadership", anyof("leaders", "quality assurance")),
)

MIN_BROAD_AREAS = 3
"""Areas of practice that a visit with a focus does not name together."""

PRACTICE = {"care-leavers", "help-and-protection", "children-in-care"}


def find_visit_area(blocks: Sequence[Block]) -> str | None:
    """Return the area that a letter says inspectors looked at: the one it names first.

    Bullets that follow what was looked at are part of it. A visit to all of the services has no
    one area: its sentence names them all.
    """
    opening = select_opening(blocks)
    start = next((at for at, b in enumerate(opening) if LOOKED_AT.search(b.text)), len(opening))
    bullets = takewhile(lambda block: block.kind == BULLET, opening[start + 1 :])
    text = straighten(" ".join(block.text for block in (*opening[start : start + 1], *bullets)))
    sentence = SENTENCE_BREAK.split(text)[0]
    named = {area for area, words in AREA_WORDS if words.search(sentence)}
    if len(named & PRACTICE) >= MIN_BROAD_AREAS:
        return None
    matches = [(match.start(), area) for area, words in AREA_WORDS if (match := words.search(text))]
    return min(matches)[1] if matches else None
