"""Masks of filters: which paragraphs each lets through, and what is kept of them."""

from datetime import date

import numpy as np
import pytest

from index.segments.strings import Strings
from search.errors import BadRequest
from search.local.filters import (
    any_value_mask,
    date_mask,
    equal_mask,
    filter_matches,
    named_mask,
    passing_rows,
    range_mask,
    request_masks,
    value_mask,
)
from search.local.matches import constant_score
from search.local.ranking.bm25 import Bm25
from search.model import Request
from tests.search.worlds import index_snapshot


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory):
    """Paragraphs 0 and 1 of 2019, 2 of 2021, 3 without a date."""
    return index_snapshot(
        tmp_path_factory.mktemp("world"),
        (
            "ash",
            [
                (
                    "one",
                    {"grade": "good", "themes": ("health",), "section_themes": ("safeguarding",)},
                ),
                ("two", {"grade": None}),
            ],
            {"day": date(2019, 5, 1), "region": "North East"},
        ),
        (
            "elm",
            [("three", {"themes": ("health", "education"), "section_themes": ("health",)})],
            {"day": date(2021, 5, 1)},
        ),
        ("oak", [("four", {"grade": "inadequate"})], {"day": None, "authority": None}),
    )


@pytest.mark.parametrize(
    ("key", "values", "docs"),
    [
        ("grade", ["good", "inadequate"], [0, 2, 3]),
        ("theme", ["education"], [2]),
        ("theme", ["safeguarding"], [0]),
        ("theme", ["health", "safeguarding"], [0, 2]),
        ("region", ["NORTH EAST"], [0, 1]),
        ("report", ["ash", "oak", "yew"], [0, 1, 3]),
        ("year", ["2021"], [2]),
        ("authority", ["unknown"], []),
        ("theme", [], []),
    ],
)
def test_masks_of_values(snapshot, key, values, docs):
    assert value_mask(snapshot, key, values).nonzero()[0].tolist() == docs


@pytest.mark.parametrize(
    ("theme_by", "value", "docs"),
    [
        ("either", "health", [0, 2]),
        ("words", "health", [0, 2]),
        ("section", "health", [2]),
        ("either", "safeguarding", [0]),
        ("words", "safeguarding", []),
        ("section", "safeguarding", [0]),
        ("section", "education", []),
    ],
)
def test_themes_count_by_words_or_section(snapshot, theme_by, value, docs):
    request = Request(filters={"theme": (value,)}, theme_by=theme_by)
    by_filter = request_masks(request, Bm25(snapshot))["theme"]
    by_field = equal_mask(snapshot, "theme", value, theme_by)
    assert [mask.nonzero()[0].tolist() for mask in (by_filter, by_field)] == [docs, docs]


def test_a_mask_of_one_way_is_not_that_of_another(snapshot):
    bm25 = Bm25(snapshot)
    for theme_by, count in (("either", 2), ("section", 1), ("words", 2), ("section", 1)):
        request = Request(filters={"theme": ("health",)}, theme_by=theme_by)
        assert request_masks(request, bm25)["theme"].sum() == count


@pytest.mark.parametrize(
    ("field", "limits", "docs"),
    [
        ("year", (2019, 2021), [0, 1, 2]),
        ("year", (2019, 2021, True, True), []),
        ("year", (None, 2019), [0, 1]),
        ("year", ("2020", None), [2]),
        ("date", (20190501, None, True), [2]),
        ("date", (None, "20190501"), [0, 1]),
        ("date", (None, None), [0, 1, 2]),
        ("date", (-5, 20190430), []),
    ],
)
def test_masks_of_ranges(snapshot, field, limits, docs):
    assert range_mask(snapshot, field, *limits).nonzero()[0].tolist() == docs


@pytest.mark.parametrize(
    ("since", "until", "docs"),
    [
        (date(2019, 5, 1), None, [0, 1, 2]),
        (date(2019, 5, 2), date(2021, 5, 1), [2]),
        (None, date(2021, 4, 30), [0, 1]),
    ],
)
def test_masks_of_dates(snapshot, since, until, docs):
    assert date_mask(snapshot.columns, since, until).nonzero()[0].tolist() == docs


@pytest.mark.parametrize(
    ("field", "docs"),
    [
        ("grade", [0, 2, 3]),
        ("theme", [0, 2]),
        ("region", [0, 1]),
        ("authority", [0, 1, 2]),
        ("date", [0, 1, 2]),
        ("report", [0, 1, 2, 3]),
        ("under", [0, 1, 2, 3]),
    ],
)
def test_masks_of_any_value(snapshot, field, docs):
    assert any_value_mask(snapshot, field).nonzero()[0].tolist() == docs


def test_a_mask_of_the_names_that_are_chosen_from_all(snapshot):
    all_names = []

    def choose_last(names: Strings) -> list[int]:
        all_names.extend(names.all())
        return [len(names) - 1]

    assert named_mask(snapshot, "authority", choose_last).nonzero()[0].tolist() == [2]
    assert all_names == ["Ash", "Elm"]


@pytest.mark.parametrize(
    "mask",
    [
        lambda snapshot: equal_mask(snapshot, "colour", "red"),
        lambda snapshot: range_mask(snapshot, "grade", 1, 2),
        lambda snapshot: any_value_mask(snapshot, "colour"),
        lambda snapshot: named_mask(snapshot, "report", lambda names: []),
    ],
    ids=["equal", "range", "any", "named"],
)
def test_a_field_that_cannot_be_searched_is_refused_with_those_that_can(snapshot, mask):
    with pytest.raises(BadRequest, match="cannot be searched so; choose from theme, grade"):
        mask(snapshot)


@pytest.mark.parametrize(
    ("without", "rows"), [(None, [1]), ("grade", [1, 2]), ("date", [0, 1]), ("year", [1])]
)
def test_all_masks_count_but_one(without, rows):
    masks = {
        "grade": np.array([True, True, False, False]),
        "date": np.array([False, True, True, True]),
    }
    docs = np.array([0, 1, 2])
    assert passing_rows(masks, docs, without).nonzero()[0].tolist() == rows
    matches = filter_matches(masks, constant_score(docs), without)
    assert matches.docs.tolist() == docs[rows].tolist()


def test_matches_without_a_mask_are_not_copied():
    matches = constant_score(np.array([0, 2]))
    assert filter_matches({}, matches) is matches
    assert filter_matches({"grade": np.zeros(3, bool)}, matches, without="grade") is matches
    assert passing_rows({}, matches.docs).tolist() == [True, True]


def test_the_masks_of_facets_are_kept(snapshot):
    bm25 = Bm25(snapshot)
    request = Request(
        filters={"grade": ("good", "inadequate"), "theme": ()}, since=date(2020, 1, 1)
    )
    masks, again = request_masks(request, bm25), request_masks(request, bm25)
    assert masks.keys() == {"grade", "date"}
    assert masks["grade"] is again["grade"]
