"""Why a paragraph has its labels: the words that decided each theme and its polarity."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.model import Paragraph
from corpus.registry import label
from corpus.tagging.themes import POLARITY_TONES, Tagging

TONE_LABELS = {"praise": "Praise", "blame": "Criticism"}
MAX_REASON_WORDS = 5  # of one label
BALANCE = "the balance of all its words"


@dataclass(frozen=True, slots=True)
class LabelReason:
    """Why a paragraph has one label: the `words` that weighed most, weightiest first.

    Where no words decided, `otherwise` says what did.
    """

    label: str
    words: tuple[str, ...]
    otherwise: str


def reasons(paragraph: Paragraph) -> tuple[LabelReason, ...]:
    """Return a reason for each theme of the paragraph and for each tone of its polarity."""
    tagging = Tagging(tuple(paragraph.themes), paragraph.polarity or "", paragraph.text)
    words = {reason.tag: reason.words[:MAX_REASON_WORDS] for reason in tagging.reasons}
    section = f"its section, {paragraph.section}" if paragraph.section else BALANCE
    by_kind = "what is asked for must improve" if paragraph.kind == "recommendation" else BALANCE
    return (
        *(
            LabelReason(label("theme", theme), words.get(theme, ()), section)
            for theme in paragraph.themes
        ),
        *(
            LabelReason(TONE_LABELS[tone], words.get(tone, ()), by_kind)
            for tone in POLARITY_TONES.get(tagging.polarity, ())
        ),
    )
