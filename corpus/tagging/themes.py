"""Tag paragraphs with themes and polarity by weighted words, and name the words that decided.

A theme's score in a paragraph is its base and the weights of its words and short phrases that
occur, each times the root of how often, shrunk for longer texts: a theme must be what a
paragraph is about, not what it mentions in passing. Above 0 the theme applies.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain, compress
from pathlib import Path

import numpy as np

from corpus.datafile import own_themes_file
from corpus.tagging.lexicon import TONES, Lexicon, LinearModel, load_lexicon
from corpus.tagging.phrases import Ints, Phrase, PhraseFinder, PhraseMatches, map_spellings
from corpus.tagging.polarity import Floats, apply_logistic, classify, compute_features

LEXICON_PATH = Path(__file__).with_name("themes.toml")

USUAL_WORDS, LENGTH_EXPONENT = 60, 0.35
"""A text of so many words keeps its weights; the exponent tells how fast longer ones lose."""

MIN_TONE_MARGIN = 0.3
"""Between the degrees of praise and blame of a sentence that clearly is one of them."""

MAX_REASON_PHRASES = 8
MIN_REASON_SHARE = 0.3
"""Share of the highest weight below which a phrase is not one of the reasons."""

STOP_WORDS = frozenset(
    (
        *("a", "also", "an", "and", "are", "as", "at", "be", "been", "by", "child", "children"),
        *("for", "from", "had", "has", "have", "in", "is", "it", "its", "of", "on", "or", "such"),
        *("that", "the", "their", "them", "there", "these", "they", "this", "those", "to", "was"),
        *("were", "which", "who", "will", "with"),
    )
)
"""Words that mean nothing on their own: a reason is never made of these alone."""

POLARITY_TONES = {"strength": ("praise",), "weakness": ("blame",), "mixed": ("praise", "blame")}


@dataclass(frozen=True, slots=True)
class TagReason:
    """The words of a paragraph that weighed most for a theme or tone, weightiest first."""

    tag: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tagging:
    """A paragraph's themes and polarity."""

    themes: tuple[str, ...]
    polarity: str
    text: str = field(repr=False, compare=False)

    @property
    def reasons(self) -> tuple[TagReason, ...]:
        """The words that decided, for each theme and for the polarity's tones."""
        tags = (*self.themes, *POLARITY_TONES.get(self.polarity, ()))
        return default_tagger().explain(self.text, tags)


@dataclass(frozen=True, slots=True)
class TaggingInput:
    """A paragraph's text, and the heading above it and its kind where they are known.

    The heading counts where the words leave doubt. `kind` is "finding", "recommendation" or
    "context": a recommendation is a weakness unless its words praise, context is neutral.
    """

    text: str
    section: str | None = None
    kind: str | None = None


def tag_paragraph(text: str, section: str | None = None, kind: str | None = None) -> Tagging:
    """Return the themes and polarity of one paragraph, as `tag_paragraphs` does."""
    return tag_paragraphs([TaggingInput(text, section, kind)])[0]


def tag_paragraphs(paragraphs: Sequence[TaggingInput]) -> list[Tagging]:
    """Return the themes and polarity of each paragraph: far faster than one at a time.

    Raise DataError where themes.toml holds a mistake.
    """
    return default_tagger().tag(paragraphs) if paragraphs else []


def judge_sentences(sentences: Sequence[str]) -> list[str | None]:
    """Return whether each sentence is a strength or a weakness, None where that is not clear."""
    return default_tagger().judge(sentences) if sentences else []


def default_tagger() -> Tagger:
    """Return the tagger of themes.toml, and of the themes of one's own. Raise DataError where a
    file holds a mistake.
    """
    return tagger_with(own_themes_file())


@lru_cache(maxsize=4)
def tagger_with(own_themes: Path | None) -> Tagger:
    """Return the tagger of themes.toml and of a file of one's own."""
    return Tagger(load_lexicon(LEXICON_PATH, own_themes))


class Tagger:
    """Tag paragraphs by the weights of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.phrases = sorted(set(chain.from_iterable(m.weights for m in lexicon.models)))
        self.finder = PhraseFinder(self.phrases)
        no_phrase = (0.0,) * len(lexicon.models)
        self.weights = np.array([no_phrase, *map(self.phrase_weights, self.phrases)])
        self.bases = np.array([model.base for model in lexicon.models])

    def phrase_weights(self, phrase: Phrase) -> tuple[float, ...]:
        """Return a phrase's weight in each model."""
        return tuple(model.weights.get(phrase, 0.0) for model in self.lexicon.models)

    def tag(self, paragraphs: Sequence[TaggingInput]) -> list[Tagging]:
        """Return the tagging of each paragraph, of which there is at least one."""
        matches = self.finder.find([paragraph.text for paragraph in paragraphs])
        word_scores = self.score_texts(matches)
        themes = self.lexicon.themes
        sections = np.array([self.section_weights(p.section) for p in paragraphs])
        applies = (word_scores[:, : len(themes)] + sections > 0).tolist()
        degrees = apply_logistic(self.score_sentences(matches))
        polarities = classify(
            word_scores[:, len(themes) :],
            compute_features(degrees, matches),
            [paragraph.kind for paragraph in paragraphs],
            self.lexicon.polarities,
        )
        names = [theme.name for theme in themes]
        return [
            Tagging(tuple(compress(names, selectors)), polarity, paragraph.text)
            for paragraph, selectors, polarity in zip(paragraphs, applies, polarities, strict=True)
        ]

    def judge(self, sentences: Sequence[str]) -> list[str | None]:
        """Return the clear polarity of each of some sentences: that which both its words and the
        margin between its degrees of praise and blame tell.
        """
        matches = self.finder.find(sentences)
        degrees = apply_logistic(self.score_sentences(matches))
        features = compute_features(degrees, matches)
        word_scores = self.score_texts(matches)[:, len(self.lexicon.themes) :]
        kinds = [None] * len(sentences)
        polarities = classify(word_scores, features, kinds, self.lexicon.polarities)
        margins = (features[:, 0] - features[:, 1]).tolist()
        return [
            polarity if polarity == clear_tone(margin) else None
            for polarity, margin in zip(polarities, margins, strict=True)
        ]

    def score_texts(self, matches: PhraseMatches) -> Floats:
        """Return the scores (texts, themes and polarities) that the words alone give."""
        texts, rows, times = count_phrases(matches)
        words = np.add.reduceat(matches.sentence_lengths, matches.first_sentences).clip(1)
        shrinking = (USUAL_WORDS / words) ** LENGTH_EXPONENT
        columns = self.weights[:, : -len(TONES)].T
        roots = np.sqrt(times)
        sums = [np.bincount(texts, column[rows] * roots, len(words)) for column in columns]
        return self.bases[: len(sums)] + np.stack(sums, axis=1) * shrinking[:, None]

    def score_sentences(self, matches: PhraseMatches) -> Floats:
        """Return the scores (sentences, tones) of sentences."""
        weights = self.weights[:, -len(TONES) :]
        by_word = weights[matches.rows].sum(axis=0)
        return self.bases[-len(TONES) :] + np.add.reduceat(by_word, matches.sentence_starts)

    def section_weights(self, section: str | None) -> tuple[float, ...]:
        """Return what a heading adds to the score of each theme."""
        heading = (section or "").lower()
        return tuple(
            theme.section_weight if any(part in heading for part in theme.sections) else 0.0
            for theme in self.lexicon.themes
        )

    def explain(self, text: str, tags: Sequence[str]) -> tuple[TagReason, ...]:
        """Return, for each theme or tone among `tags`, the words of `text` that decided it."""
        spellings = map_spellings(text)
        reasons = (
            TagReason(model.name, select_telling(model, spellings))
            for model in self.lexicon.models
            if model.name in tags
        )
        return tuple(reason for reason in reasons if reason.words)


def clear_tone(margin: float) -> str | None:
    """Return the polarity of a degree of praise less that of blame, None where it is small."""
    if abs(margin) < MIN_TONE_MARGIN:
        return None
    return "strength" if margin > 0 else "weakness"


def select_telling(model: LinearModel, spellings: Mapping[Phrase, str]) -> tuple[str, ...]:
    """Return the phrases that weigh most for a model, as they are spelt, the weightiest first."""
    weights = {
        phrase: model.weights[phrase]
        for phrase in spellings
        if model.weights.get(phrase, 0.0) > 0 and not STOP_WORDS.issuperset(phrase)
    }
    least = MIN_REASON_SHARE * max(weights.values(), default=0.0)
    telling = (phrase for phrase, weight in weights.items() if weight >= least)
    ranked = sorted(telling, key=weights.__getitem__, reverse=True)
    words = dict.fromkeys(spellings[phrase] for phrase in ranked)
    return tuple(filter(None, words))[:MAX_REASON_PHRASES]


def count_phrases(matches: PhraseMatches) -> tuple[Ints, Ints, Ints]:
    """Return each phrase of each text once: its text, its row, and how often it occurs there."""
    starts = matches.sentence_starts[matches.first_sentences]
    lengths = np.diff(starts, append=matches.rows.shape[1])
    texts = np.repeat(np.arange(len(lengths)), lengths)
    base = int(matches.rows.max(initial=0)) + 1
    keys = (texts * base + matches.rows)[matches.rows > 0]
    keys, times = np.unique(keys, return_counts=True)
    return keys // base, keys % base, times
