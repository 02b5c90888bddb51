"""The values of a facet as checkboxes, assembled from cached pieces of HTML."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from operator import attrgetter

from markupsafe import Markup
from msgspec.structs import replace

from corpus.registry import registry
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
GROUP_HEADING = Markup('<p class="facet-group">{}</p>\n')
NO_SCALE = "Of no scale that is known"
MIN_GROUPED_SCALES = 2
GRADE_FACETS = ("grade", "report_grade", "authority_grade")


def checkboxes(facet: Facet, unit: str) -> Markup:
    """Return a checkbox for each value listed, with its count in `unit`: paragraphs or reports."""
    count_of, out = attrgetter(unit), list[str]()
    scales = engine().names("scale") if facet.key in GRADE_FACETS else ()
    for heading, values in group_by_scale(listed_values(facet, unit), scales):
        out += [GROUP_HEADING.format(heading)] if heading else []
        for value in values:
            # A value without paragraphs may be anything that somebody typed: it is not cached.
            assemble = checkbox_pieces if value.paragraphs else checkbox_pieces.__wrapped__
            before, after = assemble(facet.key, value.value, shorten(value.label))
            checked = " checked" if value.selected else ""
            out += (before, checked, after, f"{count_of(value):,}", AFTER_COUNT)
    return Markup("".join(out))


def group_by_scale(
    values: list[FacetValue], scales: Sequence[str]
) -> list[tuple[str, list[FacetValue]]]:
    """Return grades under the labels of the scales of a collection, where it has more than one;
    else all values under no label.

    A word that several scales have is counted once, over all of them, under the first.
    """
    if len(scales) < MIN_GROUPED_SCALES:
        return [("", values)]
    known = [registry().scale[key] for key in scales if key in registry().scale]
    groups: dict[str, list[FacetValue]] = {scale.label: [] for scale in known}
    groups[NO_SCALE] = []
    for value in values:
        labels = [s.label for s in known if any(grade.key == value.value for grade in s.grades)]
        groups[(*labels, NO_SCALE)[0]].append(with_scales(value, labels))
    return [(label, grades) for label, grades in groups.items() if grades]


def with_scales(value: FacetValue, labels: list[str]) -> FacetValue:
    """Return a grade whose label says which scales have its word too, beside the first."""
    also = f" (also {', '.join(labels[1:])})" if labels[1:] else ""
    return replace(value, label=f"{value.label}{also}")


def is_offered(facet: Facet) -> bool:
    """Return whether a page offers a facet: one has values, and one scale alone is no choice."""
    is_choice = facet.key != "scale" or len(facet.values) > 1
    return bool(facet.values) and (is_choice or any(value.selected for value in facet.values))


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
