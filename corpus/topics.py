"""What a visit looked at, as its letter says: the area that its findings are about."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.blocks import Block
from corpus.facts import opening_of, straight
from corpus.patterns import anyof

LOOKED_AT = anyof(
    r"\binspectors (?:looked at|reviewed|evaluated|considered)",
    r"\bfocus of this visit",
    r"\bvisit (?:looked|focused)",
)
TOPICS = (
    ("care-leavers", anyof("care leavers", "leaving care")),
    (
        "help-and-protection",
        anyof("front door", "in need", "protection", "early help", "referral", "exploitation"),
    ),
    ("children-in-care", anyof("in care", "looked after", "permanence", "placement")),
    ("leadership", anyof("leaders", "quality assurance")),
)


def topic_of(blocks: Sequence[Block]) -> str | None:
    """Returns the area that a letter says inspectors looked at: the one it names first."""
    texts = (straight(block.text) for block in opening_of(blocks))
    text = next((text for text in texts if LOOKED_AT.search(text)), "")
    found = [(match.start(), area) for area, words in TOPICS if (match := words.search(text))]
    return min(found)[1] if found else None
