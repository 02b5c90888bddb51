"""Why a paragraph has its labels: the words, or the heading, that decided them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.model import Paragraph
from corpus.registry import label, registry
from corpus.tagging.themes import POLARITY_TONES, Tagging

TONE_LABELS = {"praise": "Praise", "blame": "Criticism"}
MAX_REASON_WORDS = 5  # of one label
BALANCE = "the balance of all its words"


@dataclass(frozen=True, slots=True)
class LabelReason:
    """Why a paragraph has one label: the `words` that weighed most, weightiest first.

    Where no words decided, `otherwise` says what did. `by_section`: it is a theme that the
    paragraph has by its section (`section_themes`).
    """

    label: str
    words: tuple[str, ...]
    otherwise: str
    by_section: bool = False


def reasons(paragraph: Paragraph, framework: str) -> tuple[LabelReason, ...]:
    """Return a reason for each theme of a paragraph, by its words and by its section, and for each
    tone of its polarity. `framework` is that of its report.
    """
    tagging = Tagging(tuple(paragraph.themes), paragraph.polarity or "", paragraph.text)
    words = {reason.tag: reason.words[:MAX_REASON_WORDS] for reason in tagging.reasons}
    section = f"its section, {paragraph.section}" if paragraph.section else BALANCE
    by_kind = "what is asked for must improve" if paragraph.kind == "recommendation" else BALANCE
    return (
        *(
            LabelReason(label("theme", theme), words.get(theme, ()), section)
            for theme in paragraph.themes
        ),
        *section_reasons(paragraph, framework),
        *(
            LabelReason(TONE_LABELS[tone], words.get(tone, ()), by_kind)
            for tone in POLARITY_TONES.get(tagging.polarity, ())
        ),
    )


def section_reasons(paragraph: Paragraph, framework: str) -> Iterator[LabelReason]:
    """Yield a reason for each theme by the section: the heading, or the area, that gives it."""
    known = registry().framework.get(framework, registry().fallback)
    headings = known.find_section_themes(paragraph.path, paragraph.area)
    for theme in paragraph.section_themes:
        heading = headings.get(theme) or paragraph.section
        otherwise = f"the heading above it, {heading}"
        if theme in headings and headings[theme] is None:
            otherwise = f"the area of its section, {label('area', paragraph.area or '')}"
        yield LabelReason(label("theme", theme), (), otherwise, by_section=True)
