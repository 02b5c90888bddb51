"""The values of a facet as checkboxes, assembled from cached pieces of HTML."""

from __future__ import annotations

from functools import lru_cache
from operator import attrgetter

from markupsafe import Markup

from search.model import Facet, FacetValue
from web.pages.results import shorten
from web.server.request_engine import engine

MAX_UNCUT = 20  # values; a longer list is cut
MAX_YEARS = 60  # years; a longer list of them is cut too
CUT_LENGTH = 12  # values that are left of it
MAX_OPTION_CHARACTERS = 40_000  # of the names of a facet that a page offers
BEFORE_CHECKED = Markup(
    '<label class="choice"><input class="form-check-input" type="checkbox" '
    'name="{}" value="{}" form="search"'
)
AFTER_CHECKED = Markup('><span>{}</span> <span class="count">')
AFTER_COUNT = "</span></label>\n"


def checkboxes(facet: Facet, unit: str) -> Markup:
    """Return a checkbox for each value listed, with its count in `unit`: paragraphs or reports."""
    count_of, out = attrgetter(unit), list[str]()
    for value in listed_values(facet, unit):
        # A value without paragraphs may be anything that somebody typed: it is not cached.
        assemble = checkbox_pieces if value.paragraphs else checkbox_pieces.__wrapped__
        before, after = assemble(facet.key, value.value, shorten(value.label))
        checked = " checked" if value.selected else ""
        out += (before, checked, after, f"{count_of(value):,}", AFTER_COUNT)
    return Markup("".join(out))


@lru_cache(maxsize=4096)
def checkbox_pieces(key: str, value: str, label: str) -> tuple[str, str]:
    """Return the HTML before and after the `checked` of a checkbox."""
    return BEFORE_CHECKED.format(key, value), AFTER_CHECKED.format(label)


def listed_values(facet: Facet, unit: str) -> list[FacetValue]:
    """Return the values of a facet that get a checkbox.

    All of a short list, and all years; of a long one those selected and those with the highest
    counts in `unit`, highest first.
    """
    if not is_long(facet) or (facet.key == "year" and len(facet.values) <= MAX_YEARS):
        return list(facet.values)
    count_of = attrgetter(unit)
    ranked = sorted(facet.values, key=lambda value: (not value.selected, -count_of(value)))
    selected = sum(value.selected for value in facet.values)
    return ranked[: max(CUT_LENGTH, selected)]


def is_long(facet: Facet) -> bool:
    """Return whether a facet has so many values that one may be added by name."""
    return len(facet.values) > MAX_UNCUT


def name_options(key: str) -> Markup:
    """Return all names of a facet in the collection as the <option>s of a <datalist>.

    There are none where they would be too long for a page: a name is typed then, and what is near
    it is named where there is no such one.
    """
    names = engine().names(key)
    return build_options(names) if sum(map(len, names)) <= MAX_OPTION_CHARACTERS else Markup("")


@lru_cache(maxsize=8)
def build_options(values: tuple[str, ...]) -> Markup:
    """Return the values as <option>s; cached, since only a commit changes them."""
    return Markup("").join(Markup('<option value="{}">').format(value) for value in values)
