"""What a paragraph is about and whether it praises or criticises, told from its words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from corpus.lexicon import LONGEST_PHRASE, Lexicon, Scale, lexicon

KNOWLEDGE = Path(__file__).with_name("themes.toml")
TOKEN = re.compile(r"[a-z0-9]+(?:['’][a-z]+)?")
Hits = Mapping[tuple[str, ...], int]


@dataclass(frozen=True, slots=True)
class Reason:
    """The words of a paragraph that spoke most for a theme or polarity, weightiest first."""

    tag: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tagging:
    """A paragraph's themes and polarity, and a Reason for each that words decided."""

    themes: tuple[str, ...]
    polarity: str
    why: tuple[Reason, ...]


@cache
def known() -> Lexicon:
    """Returns what themes.toml says. Raises DataError where it holds a mistake."""
    return lexicon(KNOWLEDGE)


def tag(text: str, section: str | None = None, kind: str | None = None) -> Tagging:
    """Returns the themes and polarity of a paragraph.

    `section` is the heading it stands under: it counts where the words leave doubt.
    `kind` is "finding", "recommendation" or "context": a recommendation is a weakness
    unless its words praise, context is neutral.
    """
    phrases = counted(text)
    about = [scale for scale in known().themes if applies(scale, phrases, section)]
    polarity = judged(phrases, kind)
    told = [*about, *(scale for scale in known().polarities if scale.name == polarity)]
    return Tagging(
        themes=tuple(scale.name for scale in about),
        polarity=polarity,
        why=tuple(Reason(scale.name, words) for scale in told if (words := reason(scale, phrases))),
    )


def counted(text: str) -> Hits:
    """Returns how often each phrase of one to three words occurs in `text`."""
    words = TOKEN.findall(text.lower())
    counts: dict[tuple[str, ...], int] = {}
    for phrase in phrases(words):
        counts[phrase] = counts.get(phrase, 0) + 1
    return counts


def phrases(words: list[str]) -> Iterator[tuple[str, ...]]:
    """Yields every run of one to three words."""
    for length in range(1, LONGEST_PHRASE + 1):
        yield from zip(*(words[start:] for start in range(length)), strict=False)


def weight(scale: Scale, phrases: Hits) -> float:
    """Returns the sum of the weights of the scale's words that occur."""
    return scale.base + sum(scale.words[p] * n for p, n in phrases.items() if p in scale.words)


def applies(scale: Scale, phrases: Hits, section: str | None) -> bool:
    """Returns whether a theme's words outweigh its base; a section of its own gives one more."""
    own = (section or "").strip().lower() in scale.sections
    return weight(scale, phrases) + own > 0


def judged(phrases: Hits, kind: str | None) -> str:
    """Returns the polarity that the words, or for want of them the kind, tell."""
    if kind == "context":
        return "neutral"
    weights = {scale.name: weight(scale, phrases) for scale in known().polarities}
    praise, blame = weights["strength"], weights["weakness"]
    if kind == "recommendation":
        return "strength" if praise > 2 * blame + 2 else "weakness"
    if praise <= 0 and blame <= 0:
        return "neutral"
    if praise > 0 and blame > 0 and abs(praise - blame) <= 1:
        return "mixed"
    return "strength" if praise > blame else "weakness"


def reason(scale: Scale, phrases: Hits) -> tuple[str, ...]:
    """Returns the scale's own words among `phrases`, weightiest first."""
    found = [phrase for phrase in phrases if scale.words.get(phrase, 0) > 0]
    found.sort(key=lambda phrase: -scale.words[phrase] * phrases[phrase])
    return tuple(map(" ".join, found))
