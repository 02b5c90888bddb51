"""`make themes`: train themes.toml; with --measure, on two thirds, and score the third.

The third that is held back is that of the labelled paragraphs of ../shared whose id's SHA-256,
read as a number, is divisible by 3. With --develop the other two thirds are scored: each sixth of
the authorities by what all paragraphs of other authorities teach.
"""

from __future__ import annotations

import argparse
import hashlib
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias

import numpy as np

from corpus.model import POLARITIES
from corpus.tagging.lexicon import POLARITY_FEATURES, TONES, load_lexicon
from corpus.tagging.themes import LEXICON_PATH, Tagger, Tagging, TaggingInput
from tests.tools.themes.labels import (
    LabelledParagraph,
    exclude_similar,
    find_authorities,
    is_held_back,
    load_own,
    load_shared,
)
from tests.tools.themes.training import (
    TrainingSet,
    build_training_set,
    train_polarities,
    train_theme,
    train_tone,
)
from tests.tools.themes.writing import FILE_HEAD, format_table, format_words

THEME_SECTIONS = {
    "health": '["health"]',
    "education": '["education", "enjoying and achieving", "enjoy and achieve"]',
    "safeguarding": '["safeguarding", "staying safe", "stay safe", "help and protection"]',
}
SECTION_WEIGHT = 1.0
RECOMMENDATION_WEIGHTS = {"strength": -2.0, "weakness": 3.0}
MIN_WEIGHT = 0.02  # smaller ones change next to nothing and are left out
AUTHORITY_PARTS = 6
Prediction: TypeAlias = tuple[Tagging, LabelledParagraph]


def main() -> None:
    """Train on all labelled paragraphs and write themes.toml, or measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--measure", action="store_true", help="score the third held back")
    parser.add_argument("--develop", action="store_true", help="score the rest, part by part")
    options = parser.parse_args()
    paragraphs = load_shared()
    held_back = [p for p in paragraphs if is_held_back(p.id)]
    rest = [p for p in paragraphs if not is_held_back(p.id)]
    if options.develop:
        predictions = cross_validate(rest, exclude_similar(load_own(), held_back))
        print("development:", *score(predictions), sep="\n  ")
    elif options.measure:
        text = train(build_training_set([*rest, *exclude_similar(load_own(), held_back)]))
        print("seen by training:", *score(predict(text, rest)), sep="\n  ")
        print("held back:", *score(predict(text, held_back)), sep="\n  ")
    else:
        text = train(build_training_set([*paragraphs, *load_own()]))
        LEXICON_PATH.write_text(text, encoding="utf-8")


def cross_validate(rest: list[LabelledParagraph], own: list[LabelledParagraph]) -> list[Prediction]:
    """Return predictions for the development paragraphs, each by training on other authorities."""
    both = [*rest, *own]
    parts = [part_of(authority) for authority in find_authorities(both)]
    predictions: list[Prediction] = []
    for part in range(AUTHORITY_PARTS):
        tested = [p for p, its_part in zip(rest, parts, strict=False) if its_part == part]
        trained = [p for p, its_part in zip(both, parts, strict=True) if its_part != part]
        predictions += predict(train(build_training_set(trained)), tested)
    return predictions


def part_of(authority: str) -> int:
    """Return which part of the development paragraphs an authority is in."""
    return int(hashlib.sha256(authority.encode()).hexdigest(), 16) % AUTHORITY_PARTS


def train(training_set: TrainingSet) -> str:
    """Return the text of themes.toml that a training set teaches."""
    phrases = training_set.phrases
    parts = [FILE_HEAD]
    for name, sections in THEME_SECTIONS.items():
        model = train_theme(training_set, name)
        values = {"base": round(model.b, 2), "section": SECTION_WEIGHT, "sections": sections}
        parts.append(format_table(f"themes.{name}", values))
        parts.append(format_words(f"themes.{name}", phrases, model.w, MIN_WEIGHT))
    for name in TONES:
        model = train_tone(training_set, name, np.ones(len(training_set.paragraphs), bool))
        parts.append(format_table(f"tones.{name}", {"base": round(model.b, 2)}))
        parts.append(format_words(f"tones.{name}", phrases, model.w, MIN_WEIGHT))
    for column, choice in zip(train_polarities(training_set).T, POLARITIES, strict=True):
        name, own_words = f"polarity.{choice.key}", column[: len(phrases)]
        weights = column[len(phrases) :].round(2)
        features = dict(zip((*POLARITY_FEATURES, "base"), weights, strict=True))
        recommendation = RECOMMENDATION_WEIGHTS.get(choice.key, 0.0)
        parts.append(format_table(name, {**features, "recommendation": recommendation}))
        parts.append(format_words(name, phrases, own_words, MIN_WEIGHT))
    return "".join(parts)


def predict(text: str, paragraphs: list[LabelledParagraph]) -> list[Prediction]:
    """Return the tagging of each paragraph by a themes.toml of that text."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / LEXICON_PATH.name
        path.write_text(text, encoding="utf-8")
        tagger = Tagger(load_lexicon(path))
    taggings = tagger.tag([TaggingInput(p.text) for p in paragraphs])
    return list(zip(taggings, paragraphs, strict=True))


def score(predictions: list[Prediction]) -> list[str]:
    """Return lines with the F1 of each theme and of all, and the accuracy of polarities."""
    total, lines = np.zeros(3), []
    for name in THEME_SECTIONS:
        pairs = [
            (name in tagging.themes, name in paragraph.themes)
            for tagging, paragraph in predictions
            if name not in paragraph.doubtful
        ]
        outcomes = ((True, True), (True, False), (False, True))
        counts = np.array([pairs.count(outcome) for outcome in outcomes])
        total += counts
        lines.append(f"{name:14} {f1(*counts):.3f} F1")
    is_right = [t.polarity == p.polarity for t, p in predictions if p.polarity]
    return [*lines, f"{'micro':14} {f1(*total):.3f} F1", f"{'polarity':14} {np.mean(is_right):.3f}"]


def f1(right: float, wrong: float, missed: float) -> float:
    """Return the harmonic mean of precision and recall."""
    return 2 * right / (2 * right + wrong + missed)


if __name__ == "__main__":
    main()
