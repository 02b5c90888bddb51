"""Check the values of filters: those that exist anywhere, and those that a collection has."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from corpus.registry import registry
from corpus.understanding.authorities import list_regions, load_authorities
from index.facets import FACET, ReportFacet
from search.language.fields import Names, no_report
from search.language.understanding.authority_names import find_name, nearest

YEAR = re.compile(r"[0-9]{4}")


@dataclass(frozen=True, slots=True)
class UnknownValue:
    """A value that a facet cannot have, and in words what its values are: "is a year"."""

    key: str
    value: str
    expected: str


@dataclass(slots=True)
class CheckedFilters:
    """The filters with the values that exist, as data writes them; those that do not exist.

    `absences` are sentences: a value exists, but no report of the collection has it.
    """

    filters: dict[str, tuple[str, ...]] = field(default_factory=dict)
    unknown: list[UnknownValue] = field(default_factory=list)
    absences: list[str] = field(default_factory=list)


def check_values(filters: Mapping[str, tuple[str, ...]], names: Names) -> CheckedFilters:
    """Return the values of facets that exist; `names` gives those that a facet has in a collection.

    Values are found in any case. Those of filters that are no facets are not looked at.
    """
    checked = CheckedFilters()
    for key, values in filters.items():
        known = dict.fromkeys(check_facet(key, values, names, checked) if key in FACET else values)
        if known:
            checked.filters[key] = tuple(known)
    return checked


def check_facet(
    key: str, values: tuple[str, ...], names: Names, checked: CheckedFilters
) -> Iterator[str]:
    """Yield the values of a facet that exist; note in `checked` what is said of the others."""
    in_collection = names(key)
    find, expected = FINDERS.get(key, (find_choice, choice_expected))
    for value in values:
        known = value if value in in_collection else find(key, value, in_collection)
        if known is None:
            checked.unknown.append(UnknownValue(key, value, expected(key, value, in_collection)))
            continue
        if known not in in_collection and isinstance(FACET[key], ReportFacet):
            checked.absences.append(no_report(key, known))
        yield known


def find_choice(key: str, value: str, names: Collection[str]) -> str | None:
    """Return the key of a closed set that is written so, or that has such a label."""
    typed = value.casefold()
    for choice in registry().choices[key]:
        if typed in (choice.key, choice.label.casefold()):
            return choice.key
    return None


def find_year(key: str, value: str, names: Collection[str]) -> str | None:
    """Return the value where it is a year."""
    return value if YEAR.fullmatch(value) else None


def find_region(key: str, value: str, names: Collection[str]) -> str | None:
    """Return the region of the collection, or of any listed authority, that is written so."""
    return {name.casefold(): name for name in (*list_regions(), *names)}.get(value.casefold())


def find_by_name(key: str, value: str, names: Collection[str]) -> str | None:
    """Return the authority of the collection that goes by that name, else the listed one."""
    return find_name(value, names)


def choice_expected(key: str, value: str, names: Collection[str]) -> str:
    """Return what the values of a closed set are."""
    return f"is {join_or([choice.key for choice in registry().choices[key]])}"


def year_expected(key: str, value: str, names: Collection[str]) -> str:
    """Return what a year is."""
    return "is four digits, such as 2018"


def region_expected(key: str, value: str, names: Collection[str]) -> str:
    """Return which regions there are."""
    return f"is {join_or(list(dict.fromkeys((*list_regions(), *names)))[:20])}"


def name_expected(key: str, value: str, names: Collection[str]) -> str:
    """Return what an authority is called, with the nearest name where one is near."""
    return f"is the name of an authority, and none is called so{advise_name(value, names)}"


def advise_name(value: str, names: Iterable[str]) -> str:
    """Return "; did you mean Kent?" for a name that is near that of an authority, else ""."""
    near = nearest(value, [*(authority.name for authority in load_authorities()), *names])
    return f"; did you mean {near}?" if near else ""


def join_or(items: list[str]) -> str:
    """Return 'good, adequate or inadequate'."""
    *others, last = items
    return f"{', '.join(others)} or {last}" if others else last


Finder = Callable[[str, str, Collection[str]], str | None]
Describer = Callable[[str, str, Collection[str]], str]
# Open facet -> how a value of it is found, and how it is said what its values are.
FINDERS: Mapping[str, tuple[Finder, Describer]] = {
    "year": (find_year, year_expected),
    "region": (find_region, region_expected),
    "authority": (find_by_name, name_expected),
}
