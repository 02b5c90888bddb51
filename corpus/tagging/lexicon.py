"""How themes.toml is written: themes and polarities as words with weights, each line checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from corpus.datafile import DataFile
from corpus.model import POLARITIES
from corpus.tagging.phrases import LONGEST, START, Phrase, phrase

# What a paragraph's sentences are asked, and what of the answers counts: see corpus/polarity.py.
TONES = ("praise", "blame")
SIGNS = ("praise", "blame", "both", "most_praise", "most_blame", "first_praise", "first_blame",
         "last_blame")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Scale:
    """What weighs for a theme, tone or polarity: `base` alone, and each phrase of `words`.

    `sections` are parts of headings that name a theme, and `section` what they add.
    """

    name: str
    base: float
    words: Mapping[Phrase, float]
    sections: tuple[str, ...] = ()
    section: float = 0.0


@dataclass(frozen=True, slots=True)
class Verdict:
    """What weighs for a polarity beside its words: each of SIGNS, and being a recommendation."""

    scale: Scale
    signs: tuple[float, ...]
    recommendation: float


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All that themes.toml says: themes in its order, tones and verdicts in ours."""

    themes: tuple[Scale, ...]
    tones: tuple[Scale, ...]
    verdicts: tuple[Verdict, ...]

    @property
    def scales(self) -> tuple[Scale, ...]:
        """The scales that words have weights on: those of themes, of verdicts, of tones."""
        return (*self.themes, *(verdict.scale for verdict in self.verdicts), *self.tones)


def lexicon(path: Path) -> Lexicon:
    """Returns what the file at `path` says. Raises DataError, naming the line of a mistake."""
    data = DataFile(path.name, path.read_text(encoding="utf-8"))
    data.check_keys("", ("themes", "tones", "polarity"))
    data.check_keys("tones", TONES)
    data.check_keys("polarity", tuple(choice.key for choice in POLARITIES))
    return Lexicon(
        themes=tuple(theme(data, name) for name in data.table("themes")),
        tones=tuple(tone(data, name) for name in TONES),
        verdicts=tuple(verdict(data, choice.key) for choice in POLARITIES),
    )


def theme(data: DataFile, name: str) -> Scale:
    """Returns the theme of `[themes.NAME]` and `[themes.NAME.words]`."""
    here = f"themes.{name}"
    data.check_keys(here, ("base", "section", "sections", "words"))
    sections = tuple(text.lower() for text in data.texts(here, "sections"))
    return Scale(name, data.number(here, "base"), words(data, here), sections,
                 data.number(here, "section"))  # fmt: skip


def tone(data: DataFile, name: str) -> Scale:
    """Returns the tone of `[tones.NAME]` and `[tones.NAME.words]`."""
    here = f"tones.{name}"
    data.check_keys(here, ("base", "words"))
    return Scale(name, data.number(here, "base"), words(data, here))


def verdict(data: DataFile, name: str) -> Verdict:
    """Returns the verdict of `[polarity.NAME]` and `[polarity.NAME.words]`."""
    here = f"polarity.{name}"
    data.check_keys(here, ("base", "words", "recommendation", *SIGNS))
    scale = Scale(name, data.number(here, "base"), words(data, here))
    signs = tuple(data.number(here, sign) for sign in SIGNS)
    return Verdict(scale, signs, data.number(here, "recommendation"))


def words(data: DataFile, here: str) -> dict[Phrase, float]:
    """Returns the weights of `[HERE.words]` by phrase."""
    table = f"{here}.words"
    found: dict[Phrase, float] = {}
    for text in data.table(table):
        if (entry := entry_of(data, table, text)) in found:
            raise data.mistake(table, text, "is listed twice: singular and plural are one")
        found[entry] = data.number(table, text)
    return found


def entry_of(data: DataFile, table: str, text: str) -> Phrase:
    """Returns the phrase that an entry's text spells."""
    entry = phrase(text)
    spelt = entry[1:] if entry[:1] == (START,) else entry
    if spelt and START not in spelt and len(entry) <= LONGEST and text == text.lower():
        return entry
    raise data.mistake(table, text, f"needs one to {LONGEST} words in lower case, no full stop")
