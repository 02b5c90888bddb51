"""What can be corrected of a report and of a paragraph, and which values it takes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import date
from typing import TypeAlias

from corpus.catalogue import parsing
from corpus.model import FOLLOW_UPS
from corpus.registry import registry
from corpus.understanding.authorities import find_authority

Value: TypeAlias = str | int | date | tuple[str, ...] | None
"""The value of a field; None takes away what the reader read there."""

NONE = "none"


def parse_text(given: object) -> Value:
    """Return a name or title in one line. Raise ValueError for anything else."""
    if not isinstance(given, str) or not given.strip():
        raise ValueError("needs a text in quotes")
    return parsing.parse_text(given)


def parse_authority(given: object) -> Value:
    """Return an authority's name as it is listed, one that is not listed as it stands."""
    name = str(parse_text(given))
    listed = find_authority(name)
    return listed.name if listed else name


def parse_date(given: object) -> Value:
    """Return a date, of TOML or as an ISO text. Raise ValueError for anything else."""
    if type(given) is date:
        return given
    try:
        return date.fromisoformat(str(given))
    except ValueError as error:
        raise ValueError("needs a date, such as 2024-12-31") from error


def parse_outcome(given: object) -> Value:
    """Return an outcome's number. Raise ValueError for none of them."""
    numbers = [str(number) for number in registry().outcome_numbers]
    if str(given) not in numbers:
        raise ValueError(f"is none of {', '.join(numbers)}")
    return int(str(given))


def one_of(field: str) -> Callable[[object], Value]:
    """Return the parser of a value of a closed set, in any case, by its key or its label."""

    def parse(given: object) -> Value:
        return find_key(field, given)

    return parse


def parse_themes(given: object) -> Value:
    """Return themes, of a list or of a text with commas. Raise ValueError for none of them."""
    names = given if isinstance(given, list) else str(given).split(",")
    return tuple(dict.fromkeys(find_key("theme", name) for name in names if str(name).strip()))


def find_key(field: str, given: object) -> str:
    """Return the key of a value of a closed set. Raise ValueError, which lists them, for none."""
    wanted = " ".join(str(given).split()).casefold()
    choices = registry().choices[field]
    for choice in choices:
        if wanted in (choice.key.casefold(), choice.label.casefold()):
            return choice.key
    raise ValueError(f"is none of {', '.join(choice.key for choice in choices)}")


def parse_follow_up(given: object) -> Value:
    """Return what a later report says of a recommendation. Raise ValueError, which lists what it
    may say, for anything else.
    """
    wanted = " ".join(str(given).split()).casefold()
    for choice in FOLLOW_UPS:
        if wanted in (choice.key.casefold(), choice.label.casefold()):
            return choice.key
    raise ValueError(f"is none of {', '.join(choice.key for choice in FOLLOW_UPS)}")


FOLLOW_UP = "follow_up-"
"""What a field of a recommendation begins with that is what a later report, whose id follows, says
of it: no field of a paragraph, but decided when recommendations are followed.
"""

THEME_FIELDS = ("themes", "section_themes")

Parsers: TypeAlias = Mapping[str, Callable[[object], Value]]

REPORT_FIELDS: Parsers = {
    "title": parse_text,
    "authority": parse_authority,
    "framework": one_of("framework"),
    "inspection_start": parse_date,
    "inspection_end": parse_date,
    "published": parse_date,
    "lead_inspector": parse_text,
    "overall": one_of("grade"),
    "outcome": parse_outcome,
}
PARAGRAPH_FIELDS: Parsers = {
    "section": parse_text,
    "area": one_of("area"),
    "grade": one_of("grade"),
    "kind": one_of("kind"),
    **dict.fromkeys(THEME_FIELDS, parse_themes),
    "polarity": one_of("polarity"),
}
NEVER_NONE: Collection[str] = frozenset({"title", "framework", "kind"})


def is_of_paragraph(subject: str) -> bool:
    """Return whether an id is that of a paragraph, and not of a report."""
    return "/" in subject


def is_follow_up(field: str) -> bool:
    """Return whether a field is what a later report says of a recommendation."""
    return field.startswith(FOLLOW_UP) and field != FOLLOW_UP


def parse_value(subject: str, field: str, given: object) -> Value:
    """Return the value that corrects a field of a report or a paragraph, by its id.

    Raise ValueError, which says what is wrong with the field or the value.
    """
    parsers = PARAGRAPH_FIELDS if is_of_paragraph(subject) else REPORT_FIELDS
    if is_of_paragraph(subject) and is_follow_up(field):
        parsers = {field: parse_follow_up}
    if field not in parsers:
        what = "a paragraph" if is_of_paragraph(subject) else "a report"
        raise ValueError(f"{field!r} cannot be corrected of {what}: {', '.join(parsers)} can")
    may_be_none = field not in NEVER_NONE and not is_follow_up(field)
    if isinstance(given, str) and given.strip().lower() == NONE and may_be_none:
        return () if field in THEME_FIELDS else None
    try:
        return parsers[field](given)
    except ValueError as error:
        raise ValueError(f"{field} {given!r} {error}") from error
