"""Facets are shown with their labels, each in its own order, and what was picked stays."""

import numpy as np
import pytest

from search.local.facets.values import list_facet, values_of_facet

NAMES = {
    "grade": ("good", "inadequate", "outstanding"),
    "year": ("2013", "2021", "2017", "soon"),
    "authority": ("Leeds", "Bath", "York", "Kent"),
}


def shown(key, paragraphs, selected=()):
    counts = np.array([9, *paragraphs]), np.array([9, *(min(1, one) for one in paragraphs)])
    found = list_facet(
        values_of_facet(key, (None, *NAMES[key]), range(1, len(NAMES[key]) + 1)), counts, selected
    )
    return [(one.value, one.paragraphs, one.reports, one.selected) for one in found.values]


@pytest.mark.parametrize(
    ("key", "paragraphs", "values"),
    [
        ("grade", (5, 0, 1), ["outstanding", "good"]),
        ("grade", (0, 0, 0), []),
        ("year", (5, 1, 0, 2), ["2021", "2013", "soon"]),
        ("authority", (2, 3, 2, 7), ["Kent", "Bath", "Leeds", "York"]),
    ],
)
def test_values_with_matches_are_shown_in_the_order_of_their_facet(key, paragraphs, values):
    assert [value for value, *_ in shown(key, paragraphs)] == values


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
            (2, 0, 3, 0),
            ("KENT", "leeds", "Atlantis"),
            [
                ("York", 3, 1, False),
                ("Leeds", 2, 1, True),
                ("Atlantis", 0, 0, True),
                ("Kent", 0, 0, True),
            ],
        ),
        ("year", (1, 0, 0, 0), ("2020",), [("2020", 0, 0, True), ("2013", 1, 1, False)]),
    ],
    ids=["of the collection", "of the closed set", "of an open set", "unknown"],
)
def test_what_is_selected_is_shown_with_or_without_matches(key, paragraphs, selected, values):
    assert shown(key, paragraphs, selected) == values


@pytest.mark.parametrize(
    ("key", "label", "labels"),
    [("grade", "Grade", ["Good"]), ("authority", "Authority", ["Leeds"])],
)
def test_labels(key, label, labels):
    found = list_facet(
        values_of_facet(key, (None, *NAMES[key]), range(1, len(NAMES[key]) + 1)),
        (np.array([0, 1, 0, 0, 0]),) * 2,
        (),
    )
    assert (found.label, [value.label for value in found.values]) == (label, labels)
