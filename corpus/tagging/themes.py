"""What paragraphs are about and whether they praise or criticise, told from their words.

A theme's score in a paragraph is its base and the weights of its words and short phrases that
occur, each times the root of how often, shrunk for longer texts: a theme must be what a
paragraph says, not what it says in passing. Above 0 the theme applies.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import chain, compress
from pathlib import Path

import numpy as np

from corpus.tagging.lexicon import TONES, Lexicon, Scale, lexicon
from corpus.tagging.phrases import Finder, Found, Ints, Phrase, spellings
from corpus.tagging.polarity import Floats, judged, signs, tones

KNOWLEDGE = Path(__file__).with_name("themes.toml")

# A text of this many words keeps its weights; the exponent says how fast longer ones lose.
USUAL_LENGTH, SHRINKING = 60, 0.35
MOST_WORDS = 8
# A word that weighs less than this part of the weightiest is none of the reasons.
FAINT = 0.3
# Words that say nothing on their own: a reason is never made of these alone.
EMPTY = frozenset(
    (
        *("a", "also", "an", "and", "are", "as", "at", "be", "been", "by", "child", "children"),
        *("for", "from", "had", "has", "have", "in", "is", "it", "its", "of", "on", "or", "such"),
        *("that", "the", "their", "them", "there", "these", "they", "this", "those", "to", "was"),
        *("were", "which", "who", "will", "with"),
    )
)
TONE_OF = {"strength": ("praise",), "weakness": ("blame",), "mixed": ("praise", "blame")}


@dataclass(frozen=True, slots=True)
class Reason:
    """The words of a paragraph that spoke most for a theme or tone, weightiest first."""

    tag: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tagging:
    """A paragraph's themes and polarity, and a Reason for each that words decided."""

    themes: tuple[str, ...]
    polarity: str
    text: str = field(repr=False, compare=False)

    @property
    def why(self) -> tuple[Reason, ...]:
        """The words that decided, for each theme and for the polarity's tones."""
        return known().why(self.text, (*self.themes, *TONE_OF.get(self.polarity, ())))


@dataclass(frozen=True, slots=True)
class Passage:
    """A text, the heading it stands under and its kind, where they are known."""

    text: str
    section: str | None = None
    kind: str | None = None


def tag(text: str, section: str | None = None, kind: str | None = None) -> Tagging:
    """Returns the themes and polarity of one paragraph, as `tag_all` does."""
    return tag_all([Passage(text, section, kind)])[0]


def tag_all(paragraphs: Sequence[Passage]) -> list[Tagging]:
    """Returns the themes and polarity of each paragraph: far faster than one at a time.

    `section` counts where the words leave doubt. `kind` is "finding", "recommendation" or
    "context": a recommendation is a weakness unless its words praise, context is neutral.
    Raises DataError where themes.toml holds a mistake.
    """
    return known().tagged(paragraphs) if paragraphs else []


@cache
def known() -> Tagger:
    """Returns the tagger that knows what themes.toml says. Raises DataError as `lexicon` does."""
    return Tagger(lexicon(KNOWLEDGE))


class Tagger:
    """Tells themes and polarity by the weights of a lexicon."""

    def __init__(self, words: Lexicon) -> None:
        self.lexicon = words
        self.phrases = sorted(set(chain.from_iterable(scale.words for scale in words.scales)))
        self.finder = Finder(self.phrases)
        self.weights = np.array([(0.0,) * len(words.scales), *map(self.weighed, self.phrases)])
        self.bases = np.array([scale.base for scale in words.scales])

    def weighed(self, phrase: Phrase) -> tuple[float, ...]:
        """Returns a phrase's weight on each scale."""
        return tuple(scale.words.get(phrase, 0.0) for scale in self.lexicon.scales)

    def tagged(self, paragraphs: Sequence[Passage]) -> list[Tagging]:
        """Returns the tagging of each paragraph, of which there is at least one."""
        found = self.finder.find([paragraph.text for paragraph in paragraphs])
        heard = self.heard(found)
        about = heard[:, : len(self.lexicon.themes)]
        scores = about + np.array([self.placed(p.section) for p in paragraphs])
        degrees = tones(self.toned(found))
        kinds = [paragraph.kind for paragraph in paragraphs]
        polarities = judged(
            heard[:, len(self.lexicon.themes) :],
            signs(degrees, found),
            kinds,
            self.lexicon.verdicts,
        )
        names = [scale.name for scale in self.lexicon.themes]
        return [
            Tagging(tuple(compress(names, applies)), polarity, paragraph.text)
            for paragraph, applies, polarity in zip(
                paragraphs, (scores > 0).tolist(), polarities, strict=True
            )
        ]

    def heard(self, found: Found) -> Floats:
        """Returns the scores (texts, themes and verdicts) that the words alone give."""
        texts, rows, times = counted(found)
        words = np.add.reduceat(found.lengths, found.texts).clip(1)
        shrunk = (USUAL_LENGTH / words) ** SHRINKING
        columns = self.weights[:, : -len(TONES)].T
        roots = np.sqrt(times)
        sums = [np.bincount(texts, column[rows] * roots, len(words)) for column in columns]
        return self.bases[: len(sums)] + np.stack(sums, axis=1) * shrunk[:, None]

    def toned(self, found: Found) -> Floats:
        """Returns the weights (sentences, 2) of sentences on the tones."""
        weights = self.weights[:, -len(TONES) :]
        heard = weights[found.rows].sum(axis=0)
        return self.bases[-len(TONES) :] + np.add.reduceat(heard, found.starts)

    def placed(self, section: str | None) -> tuple[float, ...]:
        """Returns what a heading adds to each theme."""
        heading = (section or "").lower()
        return tuple(
            scale.section if any(part in heading for part in scale.sections) else 0.0
            for scale in self.lexicon.themes
        )

    def why(self, text: str, tags: Sequence[str]) -> tuple[Reason, ...]:
        """Returns, for each theme or tone among `tags`, the words of `text` that spoke for it."""
        heard = spellings(text)
        reasons = (
            Reason(scale.name, spoken(scale, heard))
            for scale in self.lexicon.scales
            if scale.name in tags
        )
        return tuple(reason for reason in reasons if reason.words)


def spoken(scale: Scale, heard: Mapping[Phrase, str]) -> tuple[str, ...]:
    """Returns the phrases that weigh for a scale, as they are written, the weightiest first."""
    weights = {
        phrase: scale.words[phrase]
        for phrase in heard
        if scale.words.get(phrase, 0.0) > 0 and not EMPTY.issuperset(phrase)
    }
    least = FAINT * max(weights.values(), default=0.0)
    telling = (phrase for phrase, weight in weights.items() if weight >= least)
    best = sorted(telling, key=weights.__getitem__, reverse=True)
    return tuple(filter(None, dict.fromkeys(map(heard.__getitem__, best))))[:MOST_WORDS]


def counted(found: Found) -> tuple[Ints, Ints, Ints]:
    """Returns each phrase of each text once: its text, its row, and how often it occurs there."""
    spans = np.diff(found.starts[found.texts], append=found.rows.shape[1])
    texts = np.repeat(np.arange(len(spans)), spans)
    size = int(found.rows.max(initial=0)) + 1
    keys, times = np.unique((texts * size + found.rows)[found.rows > 0], return_counts=True)
    return keys // size, keys % size, times
