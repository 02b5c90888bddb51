"""Why a paragraph has its labels: the words that decided each theme and its polarity."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.model import Paragraph
from corpus.tagging.themes import POLARITY_TONES, Tagging
from web.pages.results import label

OF_TONE = {"praise": "Praise", "blame": "Criticism"}
SHOWN = 5  # words of a reason
BALANCE = "the balance of all its words"


@dataclass(frozen=True, slots=True)
class Reason:
    """One label: the words that weighed most for it, and what decided where none did."""

    label: str
    words: tuple[str, ...]
    otherwise: str


def reasons(paragraph: Paragraph) -> tuple[Reason, ...]:
    """Returns a reason for each theme of the paragraph and each tone of its polarity."""
    tagging = Tagging(tuple(paragraph.themes), paragraph.polarity or "", paragraph.text)
    words = {reason.tag: reason.words[:SHOWN] for reason in tagging.reasons}
    section = f"its section, {paragraph.section}" if paragraph.section else BALANCE
    by_kind = "what is asked for must improve" if paragraph.kind == "recommendation" else BALANCE
    return (
        *(Reason(label(one, "theme"), words.get(one, ()), section) for one in paragraph.themes),
        *(
            Reason(OF_TONE[tone], words.get(tone, ()), by_kind)
            for tone in POLARITY_TONES.get(tagging.polarity, ())
        ),
    )
