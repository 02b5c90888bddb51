"""The order in which the values of each facet are listed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from corpus.model import Choice
from index.facets import FACETS, FacetField, ValueOrder
from search.model import FacetValue

SortKey: TypeAlias = Callable[[str], tuple[int, str]]
"""What the names of a facet's values are sorted by."""


def newest_first(year: str) -> tuple[int, str]:
    """Return what sorts years newest first, anything else behind them by name."""
    return -int(year) if year.isdecimal() else 0, year


def closed_order(choices: Sequence[Choice]) -> SortKey:
    """Return what sorts the values of a closed set in its own order, others behind them by name."""
    places = {choice.key: place for place, choice in enumerate(choices)}
    return lambda name: (places.get(name, len(places)), name)


def sort_key(facet: FacetField) -> SortKey | None:
    """Return what sorts the values of a facet, None where their counts do."""
    if facet.order is ValueOrder.CLOSED_SET:
        return closed_order(facet.choices)
    return newest_first if facet.order is ValueOrder.NEWEST_FIRST else None


SORT_KEYS: Mapping[str, SortKey | None] = {facet.key: sort_key(facet) for facet in FACETS}


def listing_order(key: str) -> Callable[[FacetValue], tuple[int, str]]:
    """Return what sorts the counted values of a facet into the order they are listed in."""
    by_name = SORT_KEYS[key]
    if by_name is None:
        return lambda value: (-value.paragraphs, value.value)
    return lambda value: by_name(value.value)
