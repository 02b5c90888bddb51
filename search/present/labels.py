"""How facets are shown: which values, under which label, in which order."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

import msgspec

from corpus.model import CLOSED, label
from index.facets import FACET
from index.snapshot import Snapshot
from search.local.facets import Counts
from search.model import Facet, FacetValue, Request

Order = Callable[[str], tuple[int, str]]
"""What the names of a facet's values are sorted by."""


class Values(msgspec.Struct, frozen=True, eq=False):
    """The values that a facet has in one snapshot: `names` and `labels` by code, of which 0 is no
    value, and the `codes` sorted by the facet's `order`. A facet without one is sorted by numbers,
    most first, its codes by name.
    """

    key: str
    names: tuple[str, ...]
    labels: tuple[str, ...]
    codes: tuple[int, ...]
    order: Order | None


def shown(snapshot: Snapshot, request: Request, counts: Mapping[str, Counts]) -> tuple[Facet, ...]:
    """Returns the facets that a Request asks for, of their `counts` by code."""
    known: Mapping[str, Values] = snapshot.compute_once("values", values)
    return tuple(
        [facet(known[key], counts[key], request.filters.get(key, ())) for key in request.facets]
    )


def values(snapshot: Snapshot) -> dict[str, Values]:
    """Returns the values of every facet of a snapshot."""
    return {key: of_facet(key, names) for key, names in snapshot.columns.names.items()}


def of_facet(key: str, names: Sequence[str | None]) -> Values:
    """Returns the values of a facet that are called `names` by code."""
    called, order = tuple(name or "" for name in names), ORDERS.get(key)
    labels = tuple([label(key, name) for name in called])
    place = order or str
    codes = sorted(range(1, len(called)), key=lambda code: place(called[code]))
    return Values(key, called, labels, tuple(codes), order)


def facet(known: Values, counts: Counts, selected: Sequence[str]) -> Facet:
    """Returns a facet as it is shown: its values that any match has, and those selected."""
    paragraphs, reports = counts[0].tolist(), counts[1].tolist()
    ticked, strange = ticks(known, selected)
    codes = [code for code in known.codes if paragraphs[code] or code in ticked]
    if known.order is None:
        codes.sort(key=paragraphs.__getitem__, reverse=True)  # equal ones stay sorted by name
    names, labels = known.names, known.labels
    found = [
        FacetValue(names[code], labels[code], paragraphs[code], reports[code], code in ticked)
        for code in codes
    ]
    if strange:
        found += [FacetValue(name, label(known.key, name), 0, 0, True) for name in strange]
        found.sort(key=by_order(known.order))
    return Facet(known.key, FACET[known.key].label, tuple(found))


def ticks(known: Values, selected: Sequence[str]) -> tuple[Collection[int], list[str]]:
    """Returns the codes of the values selected, and those of them that the collection lacks."""
    if not selected:
        return (), []
    codes = {name.casefold(): code for code, name in enumerate(known.names) if code}
    folded = {value.casefold(): value for value in selected}
    ticked = {codes[value] for value in folded if value in codes}
    return ticked, [value for key, value in folded.items() if key not in codes]


def by_order(order: Order | None) -> Callable[[FacetValue], tuple[int, str]]:
    """Returns what sorts values by the order of their facet, or by their numbers, then names."""
    if order is None:
        return lambda value: (-value.paragraphs, value.value)
    return lambda value: order(value.value)


def by_year(name: str) -> tuple[int, str]:
    """Sorts years newest first."""
    return -int(name) if name.isdecimal() else 0, name


def by_choice(key: str) -> Order:
    """Returns what sorts the values of a closed set in its own order."""
    places = {choice.key: place for place, choice in enumerate(CLOSED[key])}
    return lambda name: (places.get(name, len(places)), name)


ORDERS: Mapping[str, Order] = {
    "year": by_year,
    **{key: by_choice(key) for key in CLOSED},
}
