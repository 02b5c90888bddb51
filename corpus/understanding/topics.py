"""What a visit looked at, as its letter says: the area that its findings are about."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from corpus.layout.blocks import BULLET, Block
from corpus.patterns import anyof
from corpus.understanding.facts import opening_of, straight

LOOKED_AT = anyof(
    r"\binspectors (?:looked at|reviewed|evaluated|considered)",
    r"\bfocus of this visit",
    r"\bvisit (?:looked|focused)",
)
TOPICS = (
    ("care-leavers", anyof("care leavers", "leaving care")),
    (
        "help-and-protection",
        anyof("front door", "in need", "protect", "early help", "referral", "exploitation"),
    ),
    ("children-in-care", anyof("in care", "looked after", "permanence", "placement")),
    ("leadership", anyof("leaders", "quality assurance")),
)


def topic_of(blocks: Sequence[Block]) -> str | None:
    """Returns the area that a letter says inspectors looked at: the one it names first.

    Bullets that follow what was looked at are part of it.
    """
    opening = opening_of(blocks)
    at = next((at for at, b in enumerate(opening) if LOOKED_AT.search(b.text)), len(opening))
    named = [*opening[at : at + 1], *takewhile(lambda b: b.kind == BULLET, opening[at + 1 :])]
    text = straight(" ".join(block.text for block in named))
    found = [(match.start(), area) for area, words in TOPICS if (match := words.search(text))]
    return min(found)[1] if found else None
