"""Train the models of themes.toml: from labelled paragraphs to weights of phrases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import numpy as np
from scipy import sparse

from corpus.datafile import DataFile
from corpus.model import POLARITIES
from corpus.tagging.lexicon import TONES
from corpus.tagging.phrases import (
    MAX_PHRASE_WORDS,
    START,
    Phrase,
    PhraseFinder,
    PhraseMatches,
    fold_token,
    parse_phrase,
)
from corpus.tagging.polarity import apply_logistic, compute_features
from corpus.tagging.themes import LENGTH_EXPONENT, STOP_WORDS, USUAL_WORDS, count_phrases
from tests.tools.themes.fitting import Examples, FittedModel, fit_polarities, fit_sparsely
from tests.tools.themes.labels import LabelledParagraph

WORDS_FILE = Path(__file__).with_name("words.toml")
# Weights that hand-made words start from.
THEME_PRIORS = {"strong": 2.5, "likely": 1.3, "against": -1.7}
TONE_PRIOR = 0.8
OPPOSITE_TONE_FACTOR = -0.25
MIN_PARAGRAPHS = 4  # that hold a phrase
STIFFNESS = {"theme": 1.0, "tone": 16.0}
MAX_WEIGHTS = {"theme": 1500, "tone": 1500, "polarity": 800}
FOLDS = 4
POLARITY_PLACES = {choice.key: place for place, choice in enumerate(POLARITIES)}


@dataclass(frozen=True, slots=True)
class TrainingSet:
    """The paragraphs to learn from, the phrases they hold, and which holds which."""

    paragraphs: Sequence[LabelledParagraph]
    phrases: Sequence[Phrase]
    matches: PhraseMatches

    def find_columns(self, entries: Iterable[str]) -> list[int]:
        """Return the places of hand-made entries among the phrases."""
        columns = {phrase: column for column, phrase in enumerate(self.phrases)}
        return [columns[phrase] for phrase in map(parse_phrase, entries)]


def build_training_set(paragraphs: Sequence[LabelledParagraph]) -> TrainingSet:
    """Return the training set of some paragraphs: the hand-made words, and all frequent phrases."""
    counts = Counter(chain.from_iterable(set(list_phrases(p.text)) for p in paragraphs))
    frequent = (
        phrase
        for phrase, count in counts.items()
        if count >= MIN_PARAGRAPHS and not STOP_WORDS.issuperset(phrase)
    )
    hand_made = map(parse_phrase, chain.from_iterable(list_hand_made()))
    phrases = sorted({*frequent, *hand_made})
    matches = PhraseFinder(phrases).find([p.text for p in paragraphs])
    return TrainingSet(paragraphs, phrases, matches)


def load_hand_made() -> DataFile:
    """Return words.toml."""
    return DataFile(WORDS_FILE.name, WORDS_FILE.read_text(encoding="utf-8"))


def list_hand_made() -> Iterable[list[str]]:
    """Yield each list of hand-made words."""
    data = load_hand_made()
    for group in ("themes", "tones"):
        for table in data.table(group).values():
            yield from table.values()


def list_phrases(text: str) -> Iterable[Phrase]:
    """Yield the phrases of one to three words within the sentences of a text."""
    words = [START, *chain.from_iterable(map(fold_token, text.lower().split()))]
    for length in range(1, MAX_PHRASE_WORDS + 1):
        for run in zip(*(words[start:] for start in range(length)), strict=False):
            if START not in run[1:] and run != (START,):
                yield run


def theme_priors(training_set: TrainingSet, table: str) -> np.ndarray:
    """Return the weights (phrases,) that words.toml gives a theme."""
    data = load_hand_made()
    weights = np.zeros(len(training_set.phrases))
    for key, weight in THEME_PRIORS.items():
        weights[training_set.find_columns(data.texts(table, key))] = weight
    return weights


def train_theme(training_set: TrainingSet, name: str) -> FittedModel:
    """Return the model of a theme."""
    is_sure = np.array([name not in p.doubtful for p in training_set.paragraphs])
    is_about = np.array([name in p.themes for p in training_set.paragraphs])
    priors = theme_priors(training_set, f"themes.{name}")
    # A theme is rare: what is about it counts more, or learning would rather miss it than err.
    rarity = np.where(is_about, np.sqrt((~is_about).sum() / is_about.sum()), 1)
    examples = Examples(
        shrunk_counts(training_set)[is_sure],
        is_about[is_sure],
        (label_weights(training_set) * rarity)[is_sure],
    )
    return fit_sparsely(examples, priors, STIFFNESS["theme"], MAX_WEIGHTS["theme"])


def label_weights(training_set: TrainingSet) -> np.ndarray:
    """Return how much each paragraph counts."""
    return np.array([p.weight for p in training_set.paragraphs])


def shrunk_counts(training_set: TrainingSet) -> sparse.csr_matrix:
    """Return the counts (paragraphs, phrases) as corpus.tagging.themes shrinks them."""
    matches = training_set.matches
    texts, rows, times = count_phrases(matches)
    words = np.add.reduceat(matches.sentence_lengths, matches.first_sentences).clip(1)
    values = np.sqrt(times) * ((USUAL_WORDS / words) ** LENGTH_EXPONENT)[texts]
    shape = (len(training_set.paragraphs), len(training_set.phrases))
    return sparse.csr_matrix((values, (texts, rows - 1)), shape)


def train_tone(training_set: TrainingSet, name: str, included: np.ndarray) -> FittedModel:
    """Return the model of a tone, learnt from the sentences of the paragraphs `included`.

    All sentences of a strength are taken to praise, all of a weakness to find fault, and those of
    a neutral paragraph to do neither: what they have in common outweighs the exceptions.
    """
    texts = text_of_sentences(training_set.matches)
    polarity = polarity_places(training_set)[texts]
    is_clear = (polarity >= 0) & (polarity != POLARITY_PLACES["mixed"])
    chosen = included[texts] & is_clear
    has_tone = polarity == POLARITY_PLACES["strength" if name == "praise" else "weakness"]
    examples = Examples(
        sentence_counts(training_set)[chosen],
        has_tone[chosen],
        label_weights(training_set)[texts][chosen],
    )
    priors = tone_priors(training_set, name)
    return fit_sparsely(examples, priors, STIFFNESS["tone"], MAX_WEIGHTS["tone"])


def sentence_counts(training_set: TrainingSet) -> sparse.csr_matrix:
    """Return the counts (sentences, phrases) of phrases in sentences."""
    matches = training_set.matches
    lengths = np.diff(matches.sentence_starts, append=matches.rows.shape[1])
    sentences = np.tile(np.repeat(np.arange(len(lengths)), lengths), len(matches.rows))
    rows = matches.rows.ravel()
    is_phrase = rows > 0
    counts = (np.ones(is_phrase.sum()), (sentences[is_phrase], rows[is_phrase] - 1))
    return sparse.csr_matrix(counts, (len(lengths), len(training_set.phrases)))


def text_of_sentences(matches: PhraseMatches) -> np.ndarray:
    """Return the number (sentences,) of the text that each sentence is of."""
    lengths = np.diff(matches.first_sentences, append=len(matches.sentence_starts))
    return np.repeat(np.arange(len(lengths)), lengths)


def polarity_places(training_set: TrainingSet) -> np.ndarray:
    """Return each paragraph's polarity by its place in POLARITIES; -1 where readers differed."""
    polarities = (p.polarity for p in training_set.paragraphs)
    return np.array([POLARITY_PLACES[name] if name else -1 for name in polarities])


def tone_priors(training_set: TrainingSet, name: str) -> np.ndarray:
    """Return the weights (phrases,) that words.toml gives a tone; its opposite counts against it."""
    data = load_hand_made()
    weights = np.zeros(len(training_set.phrases))
    for tone in TONES:
        columns = training_set.find_columns(data.texts(f"tones.{tone}", "strong"))
        weights[columns] += TONE_PRIOR if tone == name else TONE_PRIOR * OPPOSITE_TONE_FACTOR
    return weights


def cross_fitted_features(training_set: TrainingSet) -> np.ndarray:
    """Return the POLARITY_FEATURES (texts, 8) of each paragraph by tones learnt without it.

    Cross-fitting: each fold is scored by models of the other folds.
    """
    folds = np.random.default_rng(0).integers(FOLDS, size=len(training_set.paragraphs))
    x, texts = sentence_counts(training_set), text_of_sentences(training_set.matches)
    scores = np.zeros((x.shape[0], len(TONES)))
    for fold in range(FOLDS):
        in_fold = folds[texts] == fold
        for column, name in enumerate(TONES):
            model = train_tone(training_set, name, folds != fold)
            scores[in_fold, column] = x[in_fold] @ model.w + model.b
    return compute_features(apply_logistic(scores), training_set.matches)


def train_polarities(training_set: TrainingSet) -> np.ndarray:
    """Return the weights (phrases + features + 1, polarities) of polarities, biases last."""
    polarity = polarity_places(training_set)
    is_sure = polarity >= 0
    examples = Examples(
        shrunk_counts(training_set)[is_sure],
        polarity[is_sure],
        label_weights(training_set)[is_sure],
    )
    features = cross_fitted_features(training_set)[is_sure]
    return fit_polarities(examples, features, MAX_WEIGHTS["polarity"])
