"""The fields a query may name: which values each takes, and how a typed value finds its own."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from corpus.model import CLOSED
from index.facets import FILTER
from search.language.nodes import NumericRange, Query, Term

Values = Mapping[str, Collection[str]]

YEAR = "year"
FIELDS = tuple(FILTER)

_RANGE = re.compile(r"(\d{4})?(\.\.)?(\d{4})?")


@dataclass(frozen=True, slots=True)
class Wrong:
    """Why a field and its value could not be taken: a diagnostic's kind and sentence."""

    kind: str
    message: str


def condition(name: str, typed: str, values: Values) -> Query | Wrong:
    """Return the node for `name:typed`, or what is wrong with it.

    `values` holds the names that the open fields (authority, region, report) have in the
    collection; a field that it lacks takes any value.
    """
    if name not in FIELDS:
        return Wrong("unknown-field", f"There is no field “{name}”; fields are {_list(FIELDS)}.")
    if not typed.strip():
        return Wrong("missing-value", f"“{name}:” needs a value right after the colon.")
    return _years(typed.strip()) if name == YEAR else _choice(name, typed.strip(), values)


def _years(typed: str) -> Query | Wrong:
    found = _RANGE.fullmatch(typed)
    if not found or not any(found.group(1, 3)) or (found[1] and found[3] and not found[2]):
        return Wrong("unknown-value", f"“{typed}” is no year; write 2018, 2018..2022 or 2018.. .")
    first, last = (int(year) if year else None for year in found.group(1, 3))
    if not found[2]:
        first = last = first or last
    if first is not None and last is not None and first > last:
        return Wrong(
            "impossible-range", f"No year is from {first} and up to {last}; try {last}..{first}."
        )
    return NumericRange(YEAR, first, last)


def _choice(name: str, typed: str, values: Values) -> Query | Wrong:
    names = _names(name, values)
    found = names.get(_plain(typed)) if names else typed
    if found is None:
        return Wrong(
            "unknown-value", f"No {name} is called “{typed}”; {_advice(name, typed, names)}."
        )
    return Term(name, found)


def _names(name: str, values: Values) -> dict[str, str]:
    """Return what may be typed -> the value it stands for."""
    if name in CLOSED:
        by_label = {_plain(choice.label): choice.key for choice in CLOSED[name]}
        return by_label | {_plain(choice.key): choice.key for choice in CLOSED[name]}
    return {_plain(value): value for value in values.get(name, ())}


def _advice(name: str, typed: str, names: dict[str, str]) -> str:
    if name in CLOSED:
        return f"choose from {_list([_quoted(choice.key) for choice in CLOSED[name]])}"
    near = get_close_matches(_plain(typed), names, 3, 0.75) if len(typed) < 80 else []
    return (
        f"did you mean {_list([_quoted(names[one]) for one in near], 'or')}"
        if near
        else ("names of more than one word go into quotation marks")
    )


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _quoted(value: str) -> str:
    return f'"{value}"' if " " in value else value


def _list(items: Collection[str], word: str = "and") -> str:
    *most, last = items
    return f"{', '.join(most)} {word} {last}" if most else last
