"""Facets are listed with their labels, each in its own order; selected values stay."""

import numpy as np
import pytest

from search.local.facets.values import list_facet, values_of_facet

NAMES = {
    "grade": ("good", "inadequate", "outstanding"),
    "year": ("2013", "2021", "2017", "soon"),
    "authority": ("Leeds", "Bath", "York", "Kent", "KENT", "Removed"),
}
LIVING = {"grade": [1, 2, 3], "year": [1, 2, 3, 4], "authority": [1, 2, 3, 4, 5]}


def list_values(key, paragraphs, selected=()):
    coded = values_of_facet(key, (None, *NAMES[key]), LIVING[key])
    reports = [min(1, count) for count in paragraphs]
    return list_facet(coded, (np.array([9, *paragraphs]), np.array([9, *reports])), selected)


def rows(facet):
    return [(v.value, v.paragraphs, v.reports, v.selected) for v in facet.values]


@pytest.mark.parametrize(
    ("key", "paragraphs", "values"),
    [
        ("grade", (5, 0, 1), ["outstanding", "good"]),
        ("grade", (0, 0, 0), []),
        ("year", (5, 1, 0, 2), ["2021", "2013", "soon"]),
        ("authority", (2, 3, 2, 7, 0, 0), ["Kent", "Bath", "Leeds", "York"]),
    ],
)
def test_values_with_matches_are_listed_in_the_order_of_their_facet(key, paragraphs, values):
    assert [value.value for value in list_values(key, paragraphs).values] == values


@pytest.mark.parametrize(
    ("key", "paragraphs", "selected", "values"),
    [
        (
            "grade",
            (5, 0, 1),
            ("inadequate",),
            [("outstanding", 1, 1, False), ("good", 5, 1, False), ("inadequate", 0, 0, True)],
        ),
        (
            "grade",
            (5, 0, 0),
            ("requires improvement",),
            [("good", 5, 1, False), ("requires improvement", 0, 0, True)],
        ),
        (
            "authority",
            (2, 0, 3, 0, 1, 0),
            ("kent", "leeds", "Atlantis", "ATLANTIS", "removed"),
            [
                ("York", 3, 1, False),
                ("Leeds", 2, 1, True),
                ("KENT", 1, 1, True),
                ("ATLANTIS", 0, 0, True),
                ("Kent", 0, 0, True),
                ("removed", 0, 0, True),
            ],
        ),
        ("year", (1, 0, 0, 0), ("2020",), [("2020", 0, 0, True), ("2013", 1, 1, False)]),
    ],
    ids=["of the collection", "of the closed set", "of an open set", "unknown"],
)
def test_what_is_selected_is_listed_with_or_without_matches(key, paragraphs, selected, values):
    assert rows(list_values(key, paragraphs, selected)) == values


@pytest.mark.parametrize(
    ("key", "label", "labels"),
    [("grade", "Grade", ["Good"]), ("authority", "Authority", ["Leeds"])],
)
def test_labels(key, label, labels):
    facet = list_values(key, (1, 0, 0, 0, 0, 0))
    assert (facet.label, [value.label for value in facet.values]) == (label, labels)
