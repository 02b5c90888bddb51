"""The order in which the values of each facet are listed."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TypeAlias

from corpus.registry import Registry, registry
from index.facets import FACET, ValueOrder
from search.model import FacetValue

SortKey: TypeAlias = Callable[[str], tuple[int, str]]
"""What the names of a facet's values are sorted by."""


def newest_first(year: str) -> tuple[int, str]:
    """Return what sorts years newest first, anything else behind them by name."""
    return -int(year) if year.isdecimal() else 0, year


@lru_cache(maxsize=64)
def listed_order(key: str, registry: Registry) -> SortKey:
    """Return what sorts values in the order of a registry, others behind them by name."""
    choices = registry.choices.get(key, ())
    places = {choice.key: place for place, choice in enumerate(choices)}
    return lambda name: (places.get(name, len(places)), name)


def sort_key_of(key: str) -> SortKey | None:
    """Return what sorts the values of a facet, None where their counts do."""
    order = FACET[key].order
    if order is ValueOrder.LISTED:
        return listed_order(key, registry())
    return newest_first if order is ValueOrder.NEWEST_FIRST else None


def listing_order(key: str) -> Callable[[FacetValue], tuple[int, str]]:
    """Return what sorts the counted values of a facet into the order they are listed in."""
    by_name = sort_key_of(key)
    if by_name is None:
        return lambda value: (-value.paragraphs, value.value)
    return lambda value: by_name(value.value)
