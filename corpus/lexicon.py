"""How themes.toml is written: themes and polarities as words with weights, each line checked."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from corpus.errors import DataError

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

WORD = re.compile(r"[a-z0-9]+")
LONGEST_PHRASE = 3
HEADER = re.compile(r"\s*\[([^\[\]]+)\]")
KEY = re.compile(r"""\s*(?:"([^"]*)"|'([^']*)'|([\w-]+))\s*=""")


@dataclass(frozen=True, slots=True)
class Scale:
    """What weighs for a theme or polarity: `base` alone, each phrase of `words`, its `sections`."""

    name: str
    base: float
    words: Mapping[tuple[str, ...], float]
    sections: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All that themes.toml says."""

    themes: tuple[Scale, ...]
    polarities: tuple[Scale, ...]


def lexicon(path: Path) -> Lexicon:
    """Returns what the file at `path` says. Raises DataError, naming the line of a mistake."""
    data = DataFile(path.name, path.read_text(encoding="utf-8"))
    return Lexicon(scales(data, "themes"), scales(data, "polarity"))


def scales(data: DataFile, group: str) -> tuple[Scale, ...]:
    """Returns the scales of the tables `[group.NAME]`, in the file's order."""
    return tuple(scale(data, group, name) for name in data.table(group))


def scale(data: DataFile, group: str, name: str) -> Scale:
    """Returns the scale of `[group.NAME]` and `[group.NAME.words]`."""
    here = f"{group}.{name}"
    table = data.table(here)
    for key in table.keys() - {"base", "sections", "words"}:
        raise data.mistake(here, key, "is none of base, sections, words")
    words = data.table(f"{here}.words")
    return Scale(
        name=name,
        base=data.number(here, "base", table.get("base", 0)),
        words={
            data.phrase(f"{here}.words", text): data.number(f"{here}.words", text, weight)
            for text, weight in words.items()
        },
        sections=frozenset(
            text.lower() for text in data.texts(here, "sections", table.get("sections", []))
        ),
    )


@dataclass(frozen=True)
class DataFile:
    """A TOML file that can name the line of a mistake in it. All methods raise DataError."""

    name: str
    text: str

    @cached_property
    def content(self) -> dict[str, Any]:
        """The text as TOML."""
        try:
            return tomllib.loads(self.text)
        except tomllib.TOMLDecodeError as error:
            raise DataError(f"{self.name}: {error}; mend that line") from error

    def table(self, path: str) -> dict[str, Any]:
        """Returns the table `[path]`."""
        found = self.content
        for part in path.split("."):
            inner = found.get(part, {})
            if not isinstance(inner, dict):
                raise self.mistake(path.rpartition(".")[0], part, "is not a table")
            found = inner
        return found

    def number(self, table: str, key: str, value: object) -> float:
        """Returns `value` if it is a number."""
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            return float(value)
        raise self.mistake(table, key, f"needs a number, not {value!r}")

    def texts(self, table: str, key: str, value: object) -> list[str]:
        """Returns `value` if it is a list of texts."""
        if isinstance(value, list) and all(isinstance(text, str) for text in value):
            return value
        raise self.mistake(table, key, f"needs a list of texts, not {value!r}")

    def phrase(self, table: str, text: str) -> tuple[str, ...]:
        """Returns the words of `text` if they are one to three, in lower case."""
        words = tuple(text.split(" "))
        if len(words) <= LONGEST_PHRASE and all(map(WORD.fullmatch, words)):
            return words
        raise self.mistake(table, text, "needs one to three words of lower-case letters or digits")

    def mistake(self, table: str, key: str, cause: str) -> DataError:
        """Returns the error that names file, line, `key` and cause."""
        return DataError(f"{self.name}, line {self.line(table, key)}: {key!r} {cause}")

    def line(self, table: str, key: str) -> int:
        """Returns the line, from 1, that sets `key` in `[table]`, or else opens the table."""
        here, opened = "", 1
        for number, line in enumerate(self.text.splitlines(), 1):
            if header := HEADER.match(line):
                here = header[1].strip()
                opened = number if here in (table, f"{table}.{key}") else opened
            elif here == table and (found := KEY.match(line)) and key in found.groups():
                return number
        return opened
