"""Load frameworks and scales from the folder of this package, and from a folder of one's own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from corpus.datafile import THEMES_NAME, DataFile, read_data_file
from corpus.errors import DataError
from corpus.frameworks.framework import Framework, parse_framework
from corpus.frameworks.headings import HeadingRule, parse_families
from corpus.frameworks.scale import Scale, parse_scales
from corpus.frameworks.section_themes import parse_themes_of_headings

OUR_FOLDER = Path(__file__).parent
SCALES, HEADINGS = "scales.toml", "headings.toml"
SHARED_FILES = (SCALES, HEADINGS, THEMES_NAME)
"""Files of a folder that are no framework: scales, headings, and themes by headings and words."""

FALLBACK = "other"
"""The framework of the reports whose title names none."""

MAX_FILES = 500
"""Files of one folder: each report's title is compared with every framework."""

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Library:
    """All frameworks, in the order in which a title is compared with them, and all scales.

    The last framework is that of the reports whose title names none.
    """

    frameworks: tuple[Framework, ...]
    scales: tuple[Scale, ...]


def load_library(folder: Path | None = None) -> Library:
    """Return our frameworks and scales and those in `folder`. Raise DataError for a mistake."""
    files = [*list_files(OUR_FOLDER), *(list_files(folder) if folder else ())]
    scales: dict[str, Scale] = {}
    families: dict[str, tuple[HeadingRule, ...]] = {}
    frameworks: dict[str, Framework] = {}
    for data in select_named(files, SCALES):
        for scale in parse_scales(data):
            add(scales, scale.key, scale, data, scale.key)
    for data in select_named(files, HEADINGS):
        for name, rules in parse_families(data).items():
            add(families, name, rules, data, name)
    theme_files = select_named(files, THEMES_NAME)
    themes = [name for data in theme_files for name in data.table("themes")]
    section_themes = [one for data in theme_files for one in parse_themes_of_headings(data)]
    for path, data in files:
        if path.name not in SHARED_FILES:
            framework = parse_framework(data, families, scales, themes, section_themes)
            add(frameworks, framework.key, framework, data, "key")
            if framework.is_fallback and framework.key != FALLBACK:
                cause = "is missing; list what its titles contain, or its covers, under [title]"
                raise data.mistake("", "title", cause)
    return Library(tuple(sorted(frameworks.values(), key=make_order)), tuple(scales.values()))


def list_files(folder: Path) -> list[tuple[Path, DataFile]]:
    """Return the TOML files of a folder, by name. Raise DataError where they cannot be read."""
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix == ".toml")
    except OSError as error:
        cause = f"is no folder of frameworks ({error.strerror}); give one with TOML files"
        raise DataError(f"{folder}: {cause}") from error
    if len(paths) > MAX_FILES:
        raise DataError(f"{folder}: has {len(paths)} TOML files; give at most {MAX_FILES}")
    return [(p, read_data_file(p, p.name if folder == OUR_FOLDER else None)) for p in paths]


def select_named(files: Iterable[tuple[Path, DataFile]], name: str) -> list[DataFile]:
    """Return the files of a name."""
    return [data for path, data in files if path.name == name]


def add(named: dict[str, Item], name: str, item: Item, data: DataFile, key: str) -> None:
    """Put what `data` sets at `key` among what has names. Raise DataError if there is its name."""
    if name in named:
        raise data.mistake("", key, f"names {name!r}, which there is already; choose another name")
    named[name] = item


def make_order(framework: Framework) -> tuple[bool, int, str]:
    """Return what sorts frameworks into the order in which a title is compared with them."""
    return framework.is_fallback, framework.precedence, framework.key
