"""The fields of the query language: which values each takes, and which one a typed value names."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from difflib import get_close_matches

from corpus.registry import label, registry
from corpus.understanding.authorities import list_names, list_regions
from index.analysis import terms
from index.facets import FILTER, UNDER
from search.language.nodes import NumericRange, Query, Term
from search.language.understanding.authority_names import find_name

Names = Callable[[str], Collection[str]]
"""From an open field (authority, region, report) to the names that it has in a collection."""

YEAR = "year"
LISTED_FIELDS = ("authority", "region")  # fields with values that are listed, whoever has them
NO_REPORT = "no-report"
"""The kind of a diagnostic about a value that exists, and that no report has."""

# How a report that has a value is described: "no report on Kent".
REPORT_LEADS = {
    **{"framework": "of the framework", "scale": "graded by", "year": "of", "region": "from"},
    "authority": "on",
}
FIELDS = (*FILTER, UNDER)
VALUES_OF = {UNDER: "grade"}  # fields that take the values of another one
FIELD_OF = {typed: key for key in FIELDS for typed in (key, key.replace("_", "-"))}
"""What may be typed before a colon -> the field that it names."""

YEAR_RANGE = re.compile(r"(\d{4})?(\.\.)?(\d{4})?")
MAX_ADVISED_LENGTH = 80  # characters of a value for which similar names are looked up
MAX_ADVISED_NAMES = 3
MIN_SIMILARITY = 0.75  # the ratio of difflib


@dataclass(frozen=True, slots=True)
class FieldProblem:
    """Why a field's value cannot be searched for: a diagnostic's kind and sentence."""

    kind: str
    message: str


def resolve(field: str, typed: str, names: Names) -> Query | FieldProblem:
    """Return the node for a typed value of a field, or what is wrong with it.

    An open field without `names` takes any value.
    """
    return _years(typed.strip()) if field == YEAR else _choice(field, typed.strip(), names)


def _years(typed: str) -> Query | FieldProblem:
    match = YEAR_RANGE.fullmatch(typed)
    if not match or not any(match.group(1, 3)) or (match[1] and match[3] and not match[2]):
        message = f"“{typed}” is not a year; write 2018, 2018..2022 or 2018.. ."
        return FieldProblem("unknown-value", message)
    first, last = (int(year) if year else None for year in match.group(1, 3))
    if not match[2]:
        first = last = first or last
    if first is not None and last is not None and first > last:
        message = f"No year is both from {first} on and up to {last}; try {last}..{first}."
        return FieldProblem("impossible-range", message)
    return NumericRange(YEAR, first, last)


def absence(node: Query, names: Names) -> FieldProblem | None:
    """Return what to say of a value that no report of a collection has; None where one has it, and
    without `names`.
    """
    if not isinstance(node, Term) or node.fieldname not in LISTED_FIELDS:
        return None
    in_collection = names(node.fieldname)
    if not in_collection or node.text in in_collection:
        return None
    return FieldProblem(NO_REPORT, no_report(node.fieldname, node.text))


def no_report(field: str, value: str) -> str:
    """Return the sentence that no report of the collection has a value."""
    return f"This collection has no report {REPORT_LEADS[field]} {label(field, value)}."


def _choice(field: str, typed: str, names: Names) -> Query | FieldProblem:
    values = _values(field, names)
    value = values.get(_plain(typed)) or _listed(field, typed) if values else typed
    if value is None:
        advice = _advice(field, typed, values)
        message = f"No {field} is called “{typed}”{f'; {advice}' if advice else ''}."
        return FieldProblem("unknown-value", message)
    return Term(field, value)


def _listed(field: str, typed: str) -> str | None:
    """Return the listed authority or region of a name, None where none is called so."""
    if field == "authority":
        return find_name(typed, ())
    if field == "region":
        return {_plain(region): region for region in list_regions()}.get(_plain(typed))
    return None


def _values(field: str, names: Names) -> dict[str, str]:
    """Return what may be typed -> the value that it names."""
    choices = registry().choices.get(VALUES_OF.get(field, field), ())
    by_name = {_plain(value): value for value in names(field)}
    by_label = {_plain(choice.label): choice.key for choice in choices}
    return by_name | by_label | {_plain(choice.key): choice.key for choice in choices}


def _advice(field: str, typed: str, values: dict[str, str]) -> str:
    """Return what to type instead of a value that a field does not have, "" for no idea."""
    if choices := registry().choices.get(VALUES_OF.get(field, field)):
        return f"choose from {_list([_quoted(choice.key) for choice in choices])}"
    similar = (
        get_close_matches(_plain(typed), values, MAX_ADVISED_NAMES, MIN_SIMILARITY)
        if len(typed) < MAX_ADVISED_LENGTH
        else []
    )
    if similar:
        return f"did you mean {_list([_quoted(values[name]) for name in similar], 'or')}"
    listed = {
        "authority": (name for name, _ in list_names()),
        "region": iter(list_regions()),
    }.get(field, iter(()))
    beginning = f"{_plain(typed)} "
    names = (*values, *map(_plain, listed))
    if any(name.startswith(beginning) for name in names):
        return "put a name of more than one word in quotation marks"
    return ""


def _plain(text: str) -> str:
    """Return a name without its punctuation, in lower case."""
    return " ".join(terms(text))


def _quoted(value: str) -> str:
    return f'"{value}"' if " " in value else value


def _list(items: Collection[str], conjunction: str = "and") -> str:
    *others, last = items
    return f"{', '.join(others)} {conjunction} {last}" if others else last
