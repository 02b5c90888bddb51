"""Local authorities by any name they go by, with their regions: lookups in authorities.csv."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from corpus.errors import DataError

CSV_NAME = "authorities.csv"
MAX_MEMO_NAMES = 4096

COUNCIL_STYLE = re.compile(
    r"\b(?:royal|london|metropolitan|unitary|district|county|city|borough|town|council|councils|"
    r"corporation|authority|mbc|of|the|and)\b|&"
)
"""Words of a council's style. The same place is named with and without them."""


@dataclass(frozen=True, slots=True)
class Authority:
    """A local authority: its usual name, its region (None: not known), and other names.

    `code` is its number in the Department for Education's lists; `neighbour_codes` are those of its
    statistical neighbours there, the closest first.
    """

    name: str
    region: str | None
    aliases: tuple[str, ...] = ()
    code: str | None = None
    neighbour_codes: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def load_authorities() -> tuple[Authority, ...]:
    """Return all of authorities.csv. Raise DataError naming a line that holds a mistake."""
    text = files("corpus.understanding").joinpath(CSV_NAME).read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return tuple(parse_row(number, row) for number, row in enumerate(rows, 2))


def parse_row(line: int, row: dict[str, str]) -> Authority:
    """Return the Authority of a row. Raise DataError, naming the line, where a part is missing."""
    if not row.get("name") or not row.get("region"):
        raise DataError(
            f"corpus/understanding/{CSV_NAME}, line {line}: an authority needs a name and a region"
        )
    aliases = (row.get("also_known_as") or "").split(";")
    return Authority(
        row["name"],
        row["region"],
        tuple(a.strip() for a in aliases if a.strip()),
        row.get("la_code") or None,
        tuple((row.get("statistical_neighbours") or "").split()),
    )


@lru_cache(maxsize=1)
def index_by_code() -> dict[str, Authority]:
    """Return the authorities that have a code, by it."""
    return {one.code: one for one in load_authorities() if one.code}


@lru_cache(maxsize=1)
def list_regions() -> tuple[str, ...]:
    """Return the regions of all authorities, by name."""
    return tuple(sorted({one.region for one in load_authorities() if one.region}))


def make_name_key(name: str) -> str:
    """Return the letters of a place's name without its council's style."""
    plain = name.lower().replace("’", "'").replace("'s ", " ").replace("'", "").replace(".", "")
    return re.sub(r"[\W_]+", "", COUNCIL_STYLE.sub(" ", re.sub(r"[-,/]", " ", plain)))


def list_names() -> Iterator[tuple[str, Authority]]:
    """Yield every name and alias, such as "City of Bristol", with its authority."""
    for authority in load_authorities():
        for name in (authority.name, *authority.aliases):
            yield name, authority


@lru_cache(maxsize=1)
def index_by_key() -> dict[str, Authority]:
    """Return the authorities by their names' keys; a full name has precedence over an alias."""
    by_key: dict[str, Authority] = {}
    for name, authority in list_names():
        by_key.setdefault(make_name_key(name) or name.lower(), authority)
    for authority in load_authorities():
        by_key[make_name_key(authority.name) or authority.name.lower()] = authority
    return by_key


@lru_cache(maxsize=MAX_MEMO_NAMES)
def find_authority(name: str) -> Authority | None:
    """Return the authority of that name, in whatever style of council it is printed."""
    return index_by_key().get(make_name_key(name) or name.lower().strip())


def find_region(name: str | None) -> str | None:
    """Return the region of the authority of that name, None where none is listed."""
    listed = find_authority(name) if name else None
    return listed.region if listed else None


def list_neighbours(name: str | None) -> tuple[Authority, ...]:
    """Return the statistical neighbours of the authority of that name that are listed, the closest
    first; none where it is not listed.
    """
    listed, by_code = find_authority(name) if name else None, index_by_code()
    codes = listed.neighbour_codes if listed else ()
    return tuple(by_code[code] for code in codes if code in by_code)


@lru_cache(maxsize=1)
def compile_names() -> re.Pattern[str]:
    """Return a pattern that matches any listed name as whole words, the longest first."""
    names = sorted({name for name, _ in list_names()}, key=len, reverse=True)
    words = "|".join(re.escape(name).replace(r"\ and\ ", r"\ (?:and|&)\ ") for name in names)
    return re.compile(rf"\b(?:{words})\b(?!-)".replace(r"\ ", r"[\s-]+"))


def locate_mentions(text: str) -> Iterator[tuple[tuple[int, int], Authority]]:
    """Yield where `text` names a listed authority, from and to, with the authority, in order."""
    for match in compile_names().finditer(text):
        if authority := find_authority(match[0]):
            yield match.span(), authority


def find_mentions(text: str) -> list[Authority]:
    """Return the listed authorities that `text` names, in order, once for each mention."""
    return [authority for _, authority in locate_mentions(text)]
