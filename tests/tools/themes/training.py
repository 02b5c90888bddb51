"""From labelled paragraphs to all that themes.toml says, as tables of names and numbers."""

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
from corpus.tagging.phrases import START, Finder, Found, Phrase, folded, phrase
from corpus.tagging.polarity import signs, tones
from corpus.tagging.themes import EMPTY, SHRINKING, USUAL_LENGTH, counted
from tests.tools.themes.fitting import Examples, Fit, fit, verdicts
from tests.tools.themes.labels import Labelled

WORDS = Path(__file__).with_name("words.toml")
HAND = {"strong": 2.5, "likely": 1.3, "against": -1.7}
TONE = 0.8
OPPOSITE = -0.25
LEAST_PARAGRAPHS = 4
STIFFNESS = {"theme": 1.0, "tone": 16.0}
KEPT = {"theme": 1500, "tone": 1500, "polarity": 800}
FOLDS = 4
POLARITY = {choice.key: place for place, choice in enumerate(POLARITIES)}


@dataclass(frozen=True, slots=True)
class World:
    """The paragraphs to learn from, the phrases they hold, and which holds which."""

    paragraphs: Sequence[Labelled]
    phrases: Sequence[Phrase]
    found: Found

    def column(self, words: Iterable[str]) -> list[int]:
        """Returns the places of hand-made words among the phrases."""
        place = {words: number for number, words in enumerate(self.phrases)}
        return [place[entry] for entry in map(phrase, words)]


def world(paragraphs: Sequence[Labelled]) -> World:
    """Returns the world of some paragraphs: the hand-made words, and all that are frequent."""
    times = Counter(chain.from_iterable(set(runs(p.text)) for p in paragraphs))
    frequent = (
        words
        for words, number in times.items()
        if number >= LEAST_PARAGRAPHS and not EMPTY.issuperset(words)
    )
    phrases = sorted({*frequent, *map(phrase, chain.from_iterable(hand_made()))})
    return World(paragraphs, phrases, Finder(phrases).find([p.text for p in paragraphs]))


def hand_made() -> Iterable[list[str]]:
    """Yields each list of hand-made words."""
    data = DataFile(WORDS.name, WORDS.read_text(encoding="utf-8"))
    for group in ("themes", "tones"):
        for table in data.table(group).values():
            yield from table.values()


def runs(text: str) -> Iterable[Phrase]:
    """Yields the phrases of one to three words that a sentence of the text may hold."""
    words = [START, *chain.from_iterable(map(folded, text.lower().split()))]
    for length in (1, 2, 3):
        for run in zip(*(words[start:] for start in range(length)), strict=False):
            if START not in run[1:] and run != (START,):
                yield run


def hand_made_weights(world: World, table: str) -> np.ndarray:
    """Returns the weights (phrases,) that words.toml gives a theme."""
    data = DataFile(WORDS.name, WORDS.read_text(encoding="utf-8"))
    weights = np.zeros(len(world.phrases))
    for name, weight in HAND.items():
        weights[world.column(data.texts(table, name))] = weight
    return weights


def theme(world: World, name: str) -> Fit:
    """Returns the weights of a theme."""
    sure = np.array([name not in p.doubtful for p in world.paragraphs])
    about = np.array([name in p.themes for p in world.paragraphs])
    prior = hand_made_weights(world, f"themes.{name}")
    # A theme is rare: what is about it counts more, or learning would rather miss it than err.
    rarity = np.where(about, np.sqrt((~about).sum() / about.sum()), 1)
    known = Examples(damped(world)[sure], about[sure], (counting(world) * rarity)[sure])
    return fit(known, prior, STIFFNESS["theme"], KEPT["theme"])


def counting(world: World) -> np.ndarray:
    """Returns how much each paragraph counts."""
    return np.array([p.weight for p in world.paragraphs])


def damped(world: World) -> sparse.csr_matrix:
    """Returns the counts (paragraphs, phrases) as corpus.themes shrinks them."""
    texts, rows, times = counted(world.found)
    words = np.add.reduceat(world.found.lengths, world.found.texts).clip(1)
    values = np.sqrt(times) * ((USUAL_LENGTH / words) ** SHRINKING)[texts]
    shape = (len(world.paragraphs), len(world.phrases))
    return sparse.csr_matrix((values, (texts, rows - 1)), shape)


def tone(world: World, name: str, among: np.ndarray) -> Fit:
    """Returns the weights of a tone, learnt from the sentences of the paragraphs that `among` marks.

    All sentences of a strength are taken to praise, all of a weakness to find fault, and none of
    a neutral paragraph either: what they have in common outweighs the exceptions.
    """
    x = sentences(world)
    polarity = polarities(world)[text_of(world.found)]
    learnt = among[text_of(world.found)] & (polarity >= 0) & (polarity != POLARITY["mixed"])
    tells = polarity == POLARITY["strength" if name == "praise" else "weakness"]
    known = Examples(x[learnt], tells[learnt], counting(world)[text_of(world.found)][learnt])
    return fit(known, hand_made_tone(world, name), STIFFNESS["tone"], KEPT["tone"])


def sentences(world: World) -> sparse.csr_matrix:
    """Returns the counts (sentences, phrases) of phrases in sentences."""
    found = world.found
    spans = np.diff(found.starts, append=found.rows.shape[1])
    sentence = np.tile(np.repeat(np.arange(len(spans)), spans), len(found.rows))
    rows = found.rows.ravel()
    known = rows > 0
    counts = (np.ones(known.sum()), (sentence[known], rows[known] - 1))
    return sparse.csr_matrix(counts, (len(spans), len(world.phrases)))


def text_of(found: Found) -> np.ndarray:
    """Returns the number of the text (sentences,) that each sentence is of."""
    spans = np.diff(found.texts, append=len(found.starts))
    return np.repeat(np.arange(len(spans)), spans)


def polarities(world: World) -> np.ndarray:
    """Returns each paragraph's polarity by its place among POLARITIES; -1 where readers differed."""
    return np.array([POLARITY[p.polarity] if p.polarity else -1 for p in world.paragraphs])


def hand_made_tone(world: World, name: str) -> np.ndarray:
    """Returns the weights (phrases,) that words.toml gives a tone, its opposite counted against."""
    data = DataFile(WORDS.name, WORDS.read_text(encoding="utf-8"))
    weights = np.zeros(len(world.phrases))
    for tone in TONES:
        places = world.column(data.texts(f"tones.{tone}", "strong"))
        weights[places] += TONE if tone == name else TONE * OPPOSITE
    return weights


def unseen_signs(world: World) -> np.ndarray:
    """Returns the SIGNS (texts, 8) of each paragraph from tones that were learnt without it."""
    fold = np.random.default_rng(0).integers(FOLDS, size=len(world.paragraphs))
    x, text = sentences(world), text_of(world.found)
    weights = np.zeros((x.shape[0], len(TONES)))
    for number in range(FOLDS):
        own = fold[text] == number
        for column, name in enumerate(TONES):
            learnt = tone(world, name, fold != number)
            weights[own, column] = x[own] @ learnt.w + learnt.b
    return signs(tones(weights), world.found)


def judge(world: World) -> np.ndarray:
    """Returns the weights (phrases + signs + 1, polarities) of polarities, their bases last."""
    polarity = polarities(world)
    told = polarity >= 0
    known = Examples(damped(world)[told], polarity[told], counting(world)[told])
    return verdicts(known, unseen_signs(world)[told], KEPT["polarity"])
