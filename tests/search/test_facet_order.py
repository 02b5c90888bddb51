"""The order of each facet's values: that of its closed set, newest first, or most first."""

import random

import pytest

from index.facets import FACET
from search.facet_order import listing_order, sort_key_of
from search.model import FacetValue


@pytest.mark.parametrize(
    ("key", "values"),
    [
        ("grade", ["outstanding", "good", "requires improvement", "inadequate", "a", "unheard of"]),
        ("theme", ["health", "education", "safeguarding"]),
        ("year", ["2021", "2020", "1999", "soon", "when"]),
    ],
)
def test_closed_sets_and_years(key, values):
    shuffled = random.Random(7).sample(values, len(values))
    values_with_counts = [
        FacetValue(value, value, place, 1, False) for place, value in enumerate(shuffled)
    ]
    assert [value.value for value in sorted(values_with_counts, key=listing_order(key))] == values


def test_names_with_most_paragraphs_come_first_and_then_by_name():
    counts = {"Kent": 0, "Leeds": 2, "Bath": 2, "York": 3}
    values_with_counts = [FacetValue(name, name, count, 1, False) for name, count in counts.items()]
    ordered = sorted(values_with_counts, key=listing_order("authority"))
    assert [value.value for value in ordered] == ["York", "Bath", "Leeds", "Kent"]


def test_every_facet_has_an_order():
    by_count = [key for key in FACET if sort_key_of(key) is None]
    assert by_count == ["region", "authority"]
