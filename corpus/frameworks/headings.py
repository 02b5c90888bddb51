"""Headings of a report and what stands under them: the [headings] tables of a framework's file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from corpus.datafile import DataFile
from corpus.frameworks import phrase_pattern
from corpus.model import AREAS, KINDS
from corpus.patterns import anyof, anyof_when_used

AREA_KEYS = tuple(area.key for area in AREAS)
KIND_KEYS = tuple(kind.key for kind in KINDS)
PATTERN_KEYS: Mapping[str, Callable[[str], str]] = {
    "is": phrase_pattern.consists_of,
    "begins": phrase_pattern.begins_with,
    "contains": phrase_pattern.contains,
    "regex": str,
}
"""Keys with lists of wordings -> what makes a regular expression of one."""

HEADING_KEYS = (*PATTERN_KEYS, "area", "kind", "opens_part", "apart", "inner", "graded")
NAME = re.compile(r"[\w-]+")


@dataclass(frozen=True, slots=True)
class HeadingRule:
    """A heading, or a family of headings, and what the paragraphs under it are.

    `pattern` is searched in a heading's text, its apostrophes straightened. `area` is that of
    the section; None takes the division's. `kind` is that of its paragraphs. A heading that
    `opens_division` gives its area to the sections after it that have none of their own, until
    the next such heading. Where the division `stands_apart`, its judgements have no area: that
    tells them from those of another division whose sections have the same names. A heading that
    `is_inner` is a subheading within sections of findings, and opens a section of its own anywhere
    else. `is_graded`: a grade is missed where it has none.
    """

    pattern: re.Pattern[str]
    area: str | None
    kind: str = "finding"
    opens_division: bool = False
    is_inner: bool = False
    stands_apart: bool = False
    is_graded: bool = True


Families = Mapping[str, tuple[HeadingRule, ...]]
"""Headings that many frameworks print, by the name that a framework uses them by."""


def parse_families(data: DataFile) -> dict[str, tuple[HeadingRule, ...]]:
    """Return the families of a headings.toml: each table of it has a table for each heading.

    Raise DataError, naming the line of a mistake.
    """
    return {family: tuple(parse_headings(data, family, {})) for family in data.content}


def parse_headings(data: DataFile, table: str, families: Families) -> Iterator[HeadingRule]:
    """Yield the rules of the tables below `[table]`, in the order of the file."""
    for name in data.table(table):
        inner = f"{table}.{name}"
        if not NAME.fullmatch(name):
            raise data.mistake(table, name, "is no name; write letters, digits and hyphens")
        if "use" in data.table(inner):
            data.check_keys(inner, ("use",))
            yield from families[data.choice(inner, "use", families) or ""]
        else:
            yield parse_heading(data, inner)


def parse_heading(data: DataFile, table: str) -> HeadingRule:
    """Return the rule of one heading's table."""
    data.check_keys(table, (*HEADING_KEYS, "use"))
    pattern = parse_pattern(data, table)
    if pattern is None:
        parent, _, name = table.rpartition(".")
        keys = ", ".join(PATTERN_KEYS)
        raise data.mistake(parent, name, f"has no wording; give one of {keys}, or `use`")
    return HeadingRule(
        pattern,
        data.choice(table, "area", AREA_KEYS),
        data.choice(table, "kind", KIND_KEYS) or "finding",
        data.switch(table, "opens_part"),
        data.switch(table, "inner"),
        data.switch(table, "apart"),
        is_graded=data.switch(table, "graded", default=True),
    )


def parse_pattern(data: DataFile, table: str) -> re.Pattern[str] | None:
    """Return the pattern that matches any wording of a table; None where it has none."""
    written = [(key, key) for key in PATTERN_KEYS]
    return compile_wordings(data, table, written)


def parse_phrases(data: DataFile, table: str, key: str, written_as: str) -> re.Pattern[str] | None:
    """Return what matches any of the wordings that `[table]` lists at `key`; None for none.

    `written_as` is the key of PATTERN_KEYS that says how they are to be understood.
    """
    return compile_wordings(data, table, [(key, written_as)])


def compile_wordings(
    data: DataFile, table: str, written: Iterable[tuple[str, str]]
) -> re.Pattern[str] | None:
    """Return the pattern of all wordings in lists of `[table]`; None where there are none.

    Each list is that of a key, with the key of PATTERN_KEYS that it is written as.
    """
    listed = [
        (key, wording, written_as)
        for key, written_as in written
        for wording in data.texts(table, key)
    ]
    if not listed:
        return None

    def translate() -> Iterator[str]:
        for key, wording, written_as in listed:
            yield translate_wording(data, table, key, wording, written_as)

    if data.is_ours:
        return anyof_when_used(translate)
    expressions = list(translate())
    try:
        pattern = anyof(*expressions)
        if not pattern.search(""):
            return pattern
    except re.error:
        pass  # told below, with the wording that is at fault
    for (key, wording, _), expression in zip(listed, expressions, strict=True):
        check_expression(data, table, key, wording, expression)
    raise data.mistake(table, listed[0][0], "cannot be joined into one pattern; use phrases")


def translate_wording(data: DataFile, table: str, key: str, wording: str, written_as: str) -> str:
    """Return the regular expression of a wording."""
    try:
        return PATTERN_KEYS[written_as](wording)
    except phrase_pattern.PhraseError as error:
        raise data.mistake(table, key, str(error), wording) from error


def check_expression(data: DataFile, table: str, key: str, wording: str, expression: str) -> None:
    """Raise DataError where a wording is no expression, or is in every text."""
    try:
        is_everywhere = re.search(expression, "", re.IGNORECASE)
    except re.error as error:
        cause = f"is no regular expression ({error}); mend it, or write a phrase"
        raise data.mistake(table, key, cause, wording) from error
    if is_everywhere:
        raise data.mistake(table, key, "is in every text; say more of the wording", wording)
