"""Load themes.toml: linear models of themes, tones and polarities, each line of it checked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from corpus.datafile import DataFile, read_data_file
from corpus.model import POLARITIES, THEMES
from corpus.tagging.phrases import MAX_PHRASE_WORDS, START, Phrase, parse_phrase

# What each sentence is scored for, and what of its sentences' degrees counts for a paragraph's
# polarity: see polarity.py.
TONES = ("praise", "blame")
OUR_THEMES = frozenset(theme.key for theme in THEMES)
THEME_NAME = re.compile(r"[a-z]+(?:-[a-z]+)*")
POLARITY_FEATURES = (
    "praise", "blame", "both", "most_praise", "most_blame", "first_praise", "first_blame",
    "last_blame",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class LinearModel:
    """Weights that score a text for a theme, tone or polarity: `base`, and one for each phrase.

    `section_weight` is added for a text under a heading that holds one of `sections`. `label` is
    what pages call a theme of one's own.
    """

    name: str
    base: float
    weights: Mapping[Phrase, float]
    sections: tuple[str, ...] = ()
    section_weight: float = 0.0
    label: str | None = None


@dataclass(frozen=True, slots=True)
class PolarityModel:
    """The model of a polarity's words, with a weight for each of POLARITY_FEATURES.

    `recommendation_weight` is added for a recommendation.
    """

    words: LinearModel
    feature_weights: tuple[float, ...]
    recommendation_weight: float


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All of themes.toml: themes in the file's order, tones and polarities in that of TONES and
    POLARITIES.
    """

    themes: tuple[LinearModel, ...]
    tones: tuple[LinearModel, ...]
    polarities: tuple[PolarityModel, ...]

    @property
    def models(self) -> tuple[LinearModel, ...]:
        """The models that words have weights in: of themes, then polarities, then tones."""
        return (*self.themes, *(polarity.words for polarity in self.polarities), *self.tones)


def load_lexicon(path: Path, own_themes: Path | None = None) -> Lexicon:
    """Return the lexicon in the file at `path`, with the themes in a file of one's own. Raise
    DataError, naming the line of a mistake.
    """
    data = read_data_file(path, path.name)
    data.check_keys("", ("themes", "tones", "polarity"))
    data.check_keys("tones", TONES)
    data.check_keys("polarity", tuple(choice.key for choice in POLARITIES))
    return Lexicon(
        themes=(
            *(parse_theme(data, name) for name in data.table("themes")),
            *(load_own_themes(own_themes) if own_themes else ()),
        ),
        tones=tuple(parse_tone(data, name) for name in TONES),
        polarities=tuple(parse_polarity(data, choice.key) for choice in POLARITIES),
    )


def load_own_themes(path: Path) -> tuple[LinearModel, ...]:
    """Return the themes in a file of one's own. Raise DataError, naming the line of a mistake."""
    data = read_data_file(path)
    data.check_keys("", ("themes",))
    for name in data.table("themes"):
        if not THEME_NAME.fullmatch(name):
            raise data.mistake("themes", name, "is no name; write small letters and hyphens")
        if name in OUR_THEMES:
            raise data.mistake("themes", name, "is a theme already; choose another name")
        data.needed_text(f"themes.{name}", "label")
    return tuple(parse_theme(data, name) for name in data.table("themes"))


def parse_theme(data: DataFile, name: str) -> LinearModel:
    """Return the theme of `[themes.NAME]` and `[themes.NAME.words]`.

    Its `headings` are for `corpus.frameworks.section_themes`.
    """
    table = f"themes.{name}"
    data.check_keys(table, ("label", "base", "section", "sections", "words", "headings"))
    return LinearModel(
        name,
        data.number(table, "base"),
        parse_weights(data, table),
        tuple(text.lower() for text in data.texts(table, "sections")),
        data.number(table, "section"),
        data.text(table, "label"),
    )


def parse_tone(data: DataFile, name: str) -> LinearModel:
    """Return the tone of `[tones.NAME]` and `[tones.NAME.words]`."""
    table = f"tones.{name}"
    data.check_keys(table, ("base", "words"))
    return LinearModel(name, data.number(table, "base"), parse_weights(data, table))


def parse_polarity(data: DataFile, name: str) -> PolarityModel:
    """Return the polarity of `[polarity.NAME]` and `[polarity.NAME.words]`."""
    table = f"polarity.{name}"
    data.check_keys(table, ("base", "words", "recommendation", *POLARITY_FEATURES))
    return PolarityModel(
        LinearModel(name, data.number(table, "base"), parse_weights(data, table)),
        tuple(data.number(table, feature) for feature in POLARITY_FEATURES),
        data.number(table, "recommendation"),
    )


def parse_weights(data: DataFile, table: str) -> dict[Phrase, float]:
    """Return the weights of `[TABLE.words]` by phrase."""
    words_table = f"{table}.words"
    weights: dict[Phrase, float] = {}
    for entry in data.table(words_table):
        phrase = parse_entry(data, words_table, entry)
        if phrase in weights:
            raise data.mistake(words_table, entry, "is listed twice: singular and plural are one")
        weights[phrase] = data.number(words_table, entry)
    return weights


def parse_entry(data: DataFile, table: str, entry: str) -> Phrase:
    """Return the phrase of an entry. Raise DataError where it is not one to three words."""
    phrase = parse_phrase(entry)
    words = phrase[1:] if phrase[:1] == (START,) else phrase
    is_short = bool(words) and len(phrase) <= MAX_PHRASE_WORDS
    if is_short and START not in words and entry == entry.lower():
        return phrase
    cause = f"needs one to {MAX_PHRASE_WORDS} words in lower case, no full stop"
    raise data.mistake(table, entry, cause)
