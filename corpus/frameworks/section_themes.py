"""Which headings, and which areas, give a section a theme: the [themes] tables of TOML files."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from corpus.datafile import DataFile, none_of
from corpus.frameworks.headings import AREA_KEYS, PATTERN_KEYS, parse_pattern


@dataclass(frozen=True, slots=True)
class SectionTheme:
    """A theme, and the sections that are about it: those under a heading that `pattern` finds, and
    those of `areas`.
    """

    theme: str
    pattern: re.Pattern[str] | None
    areas: tuple[str, ...] = ()

    def is_named_in(self, heading: str) -> bool:
        """Return whether a heading, its apostrophes straightened, names the theme."""
        return bool(self.pattern and self.pattern.search(heading))


def parse_section_themes(data: DataFile, themes: Collection[str]) -> Iterator[SectionTheme]:
    """Yield what the [themes.NAME] tables of a framework's file say. Raise DataError for a name
    that is none of `themes`, and for another mistake.
    """
    for name in data.table("themes"):
        if name not in themes:
            raise data.mistake("themes", name, none_of(name, themes))
        yield parse_section_theme(data, f"themes.{name}", name)


def parse_themes_of_headings(data: DataFile) -> Iterator[SectionTheme]:
    """Yield what the [themes.NAME.headings] tables of a themes.toml say, of any framework."""
    for name in data.table("themes"):
        if "headings" in data.table(f"themes.{name}"):
            yield parse_section_theme(data, f"themes.{name}.headings", name)


def parse_section_theme(data: DataFile, table: str, theme: str) -> SectionTheme:
    """Return what `[table]` says of a theme. Raise DataError where that is nothing."""
    data.check_keys(table, (*PATTERN_KEYS, "areas"))
    pattern, areas = parse_pattern(data, table), tuple(data.texts(table, "areas"))
    for area in areas:
        if area not in AREA_KEYS:
            raise data.mistake(table, "areas", none_of(area, AREA_KEYS), area)
    if pattern is None and not areas:
        parent, _, name = table.rpartition(".")
        keys = ", ".join(PATTERN_KEYS)
        raise data.mistake(parent, name, f"has no wording; give one of {keys}, or `areas`")
    return SectionTheme(theme, pattern, areas)
