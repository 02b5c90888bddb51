"""The values of a facet as checkboxes: which are listed, and the HTML of each."""

import pytest

from search.model import Facet, FacetValue
from web.pages.checkboxes import (
    CUT_LENGTH,
    MAX_UNCUT,
    build_options,
    checkboxes,
    is_long,
    listed_values,
)


def facet(key, size, selected=()):
    """A facet of values v0, v1 ...: each has fewer paragraphs, and more reports, than the last."""
    values = (FacetValue(f"v{n}", f"V{n}", size - n, n, f"v{n}" in selected) for n in range(size))
    return Facet(key, key.title(), tuple(values))


@pytest.mark.parametrize(
    ("values", "unit", "listed"),
    [
        (facet("authority", 3), "paragraphs", ["v0", "v1", "v2"]),
        (facet("authority", MAX_UNCUT + 9), "paragraphs", [f"v{n}" for n in range(CUT_LENGTH)]),
        (facet("authority", 30), "reports", [f"v{n}" for n in range(29, 29 - CUT_LENGTH, -1)]),
        (facet("authority", 30, ["v29"]), "paragraphs", ["v29", *(f"v{n}" for n in range(11))]),
        (facet("year", 30), "paragraphs", [f"v{n}" for n in range(30)]),
    ],
    ids=["short", "long", "by reports", "selected first", "years"],
)
def test_a_long_list_is_cut_to_the_highest_counts(values, unit, listed):
    assert [value.value for value in listed_values(values, unit)] == listed


@pytest.mark.parametrize(("size", "long"), [(MAX_UNCUT, False), (MAX_UNCUT + 1, True)])
def test_only_a_long_list_takes_names(size, long):
    assert is_long(facet("authority", size)) is long


def test_a_checkbox_has_its_count_and_its_tick():
    value = FacetValue('a"<b', "A & b", 1234, 5, True)
    assert checkboxes(Facet("authority", "Authority", (value,)), "paragraphs") == (
        '<label class="choice"><input class="form-check-input" type="checkbox" name="authority" '
        'value="a&#34;&lt;b" form="search" checked><span>A &amp; b</span> '
        '<span class="count">1,234</span></label>\n'
    )


def test_names_are_escaped_options():
    assert build_options(("Ash", 'a"<b')) == ('<option value="Ash"><option value="a&#34;&lt;b">')
