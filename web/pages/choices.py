"""The values of a filter as boxes to tick, put together from pieces that rarely change."""

from __future__ import annotations

from functools import lru_cache
from operator import attrgetter

from markupsafe import Markup

from search.model import Facet, FacetValue
from web.server.engine import engine

# A facet with more values than the first lists only as many as the second.
MOST_LISTED, LISTED = 20, 12
BOX = Markup(
    '<label class="choice"><input class="form-check-input" type="checkbox" '
    'name="{}" value="{}" form="search"'
)
NAME = Markup('><span>{}</span> <span class="count">')
END = "</span></label>\n"


def boxes(facet: Facet, counts: str) -> Markup:
    """Returns a box for each value listed, with its `counts`: paragraphs or reports."""
    counted, out = attrgetter(counts), list[str]()
    for value in listed(facet, counts):
        # What no paragraph has may be what somebody typed: it is not remembered.
        put_together = pieces if value.paragraphs else pieces.__wrapped__
        box, name = put_together(facet.key, value.value, value.label)
        out += (box, " checked" if value.selected else "", name, f"{counted(value):,}", END)
    return Markup("".join(out))


@lru_cache(maxsize=4096)
def pieces(key: str, value: str, label: str) -> tuple[str, str]:
    """Returns what stands before and after the tick of a box."""
    return BOX.format(key, value), NAME.format(label)


def listed(facet: Facet, counts: str) -> list[FacetValue]:
    """Returns the values of a facet to tick: all of a short one, and all years; of a long one
    those that are ticked and those that would find most, in the order of what they would find.
    """
    if len(facet.values) <= MOST_LISTED or facet.key == "year":
        return list(facet.values)
    rank = attrgetter(counts)
    ticked = [value for value in facet.values if value.selected]
    most = sorted(facet.values, key=lambda value: (not value.selected, -rank(value)))
    return most[: max(LISTED, len(ticked))]


def names(key: str) -> Markup:
    """Returns all names of a facet in the collection, as the options of a <datalist>."""
    return options(engine().names(key))


@lru_cache(maxsize=8)
def options(values: tuple[str, ...]) -> Markup:
    """Returns the values as <option>s; remembered, since only a commit changes them."""
    return Markup("").join(Markup('<option value="{}">').format(value) for value in values)
