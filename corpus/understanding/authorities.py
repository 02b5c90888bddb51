"""Local authorities: their names as known, other names they go by, and their regions."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from corpus.errors import DataError

FILE = "authorities.csv"

STYLE = re.compile(
    r"\b(?:royal|london|metropolitan|unitary|district|county|city|borough|town|council|councils|"
    r"corporation|authority|mbc|of|the|and)\b|&"
)
"""Words of a council's style. The same place is named with and without them."""


@dataclass(frozen=True, slots=True)
class Authority:
    """A local authority: `name` as it is known, other names, region (None: not known)."""

    name: str
    region: str | None
    aliases: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def authorities() -> tuple[Authority, ...]:
    """Returns all of authorities.csv. Raises DataError naming a line that holds a mistake."""
    text = files("corpus.understanding").joinpath(FILE).read_text(encoding="utf-8")
    return tuple(map(authority, enumerate(csv.DictReader(text.splitlines()), 2)))


def authority(numbered: tuple[int, dict[str, str]]) -> Authority:
    """Returns the Authority of a numbered line. Raises DataError where it has no name."""
    line, row = numbered
    if not row.get("name") or not row.get("region"):
        raise DataError(
            f"corpus/understanding/{FILE}, line {line}: an authority needs a name and a region"
        )
    aliases = (row.get("also_known_as") or "").split(";")
    return Authority(row["name"], row["region"], tuple(a.strip() for a in aliases if a.strip()))


def key(name: str) -> str:
    """Returns the letters of a place's name without its council's style."""
    plain = name.lower().replace("’", "'").replace("'s ", " ").replace("'", "").replace(".", "")
    return re.sub(r"[\W_]+", "", STYLE.sub(" ", re.sub(r"[-,/]", " ", plain)))


def names() -> Iterator[tuple[str, Authority]]:
    """Yields every name, alias and comma-turned name ("City of Bristol") with its authority."""
    for place in authorities():
        for name in (place.name, *place.aliases):
            yield name, place


@lru_cache(maxsize=1)
def by_key() -> dict[str, Authority]:
    """Returns the authorities by key(); full names win over aliases."""
    found: dict[str, Authority] = {}
    for name, place in names():
        found.setdefault(key(name) or name.lower(), place)
    return {**found, **{key(place.name) or place.name.lower(): place for place in authorities()}}


@lru_cache(maxsize=4096)
def known(name: str) -> Authority | None:
    """Returns the authority of that name, in whatever style of council it is printed."""
    return by_key().get(key(name) or name.lower().strip())


@lru_cache(maxsize=1)
def pattern() -> re.Pattern[str]:
    """Returns a pattern that finds any known name as whole words, the longest first."""
    spellings = sorted({name for name, _ in names()}, key=len, reverse=True)
    words = "|".join(re.escape(name).replace(r"\ and\ ", r"\ (?:and|&)\ ") for name in spellings)
    return re.compile(rf"\b(?:{words})\b(?!-)".replace(r"\ ", r"[\s-]+"))


def mentioned(text: str) -> list[Authority]:
    """Returns the authorities that `text` names, in order, once for each mention."""
    found = (known(match[0]) for match in pattern().finditer(text))
    return [place for place in found if place]
