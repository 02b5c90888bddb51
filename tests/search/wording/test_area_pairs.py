"""The best paragraphs of two results are paired by area."""

import pytest

from search.language.plan import plan_wording
from search.model import Request
from search.wording.area_pairs import best_by_area, pair_areas
from tests.search.clocks import AMPLE

AREAS = {
    "ash": ("good", ["health", "health", "overall"]),
    "elm": ("good", ["leadership"]),
    "oak": ("inadequate", ["overall", "adoption"]),
    "yew": ("inadequate", ["health", None]),
}


@pytest.fixture(scope="module")
def engine(build_engine):
    return build_engine(
        *(
            (name, [("Plans.", {"grade": grade, "area": area}) for area in areas], {})
            for name, (grade, areas) in AREAS.items()
        )
    )


def pair(engine, *queries):
    plans = (plan_wording(Request(query), engine, AMPLE) for query in queries)
    return pair_areas(*(best_by_area(engine, plan) for plan in plans))


def test_areas_of_both_come_first_then_those_with_most_of_the_best(engine):
    pairs = pair(engine, "plans grade:good", "plans grade:inadequate")
    ids = [
        (one.area, *(quote and quote.paragraph.id for quote in (one.first, one.second)))
        for one in pairs
    ]
    assert ids == [
        ("health", "ash/p1", "yew/p1"),
        ("overall", "ash/p3", "oak/p1"),
        ("adoption", None, "oak/p2"),
        ("leadership", "elm/p1", None),
    ]


def test_nothing_is_paired_with_nothing(engine):
    assert pair(engine, "unicorns", "unicorns") == ()
