"""The table of facets: what it says agrees with the closed sets, the disk and the schema."""

from datetime import date

import pytest

from corpus.registry import registry
from index.facets import (
    COMBO_COLUMNS,
    FACET,
    FACETS,
    FILTER,
    HISTORY_FACETS,
    PARAGRAPH_FACETS,
    REPORT_FACETS,
    THEME_COLUMNS,
    ValueOrder,
    date_number,
    year_of,
)
from index.whoosh.schema import SCHEMA
from tests.index.reports import report


def test_the_columns_on_disk_keep_their_order():
    keys = [facet.key for facet in PARAGRAPH_FACETS]
    assert keys == ["theme", "grade", "area", "kind", "polarity"]
    assert [key for key, _ in COMBO_COLUMNS] == [*keys, "theme"]
    assert THEME_COLUMNS == {"either": (0, 5), "words": (0,), "section": (5,)}


def test_every_facet_belongs_to_the_paragraph_or_to_the_report():
    assert PARAGRAPH_FACETS + HISTORY_FACETS + REPORT_FACETS == FACETS
    assert list(FACET) == [facet.key for facet in FACETS]


def test_every_closed_set_is_a_facet_in_its_own_order():
    closed = {facet.key for facet in FACETS if facet.order is ValueOrder.LISTED}
    assert closed == set(registry().choices) == {facet.key for facet in FACETS if facet.choices}


def test_only_names_are_counted_by_size():
    assert [f.key for f in FACETS if f.order is ValueOrder.MOST_FIRST] == ["region", "authority"]


def test_the_schema_has_a_field_for_every_filter_that_is_stored():
    worked_out = {facet.key for facet in HISTORY_FACETS}
    assert set(FILTER) - set(SCHEMA.names()) == worked_out
    assert list(FILTER) == [*FACET, "report"]


def test_what_a_report_counts_as():
    ash = report(
        "ash",
        (
            "Plans.",
            {"themes": ("health",), "section_themes": ("safeguarding", "health"), "grade": "good"},
        ),
        day=date(2019, 5, 1),
        scale="ofsted",
    )
    (paragraph,) = ash.paragraphs
    values = {facet.key: facet.values(paragraph) for facet in PARAGRAPH_FACETS}
    values |= {facet.key: facet.value(ash) for facet in REPORT_FACETS}
    assert values == {
        "theme": ("health", "safeguarding"),
        "grade": ("good",),
        "area": (paragraph.area,),
        "kind": ("finding",),
        "polarity": (paragraph.polarity,),
        "framework": ash.framework,
        "scale": "ofsted",
        "year": "2019",
        "region": ash.region,
        "authority": "Ash",
    }


@pytest.mark.parametrize(
    ("day", "year", "number"),
    [(date(2019, 5, 1), "2019", 20190501), (date(987, 12, 31), "0987", 9871231), (None, None, 0)],
)
def test_a_day_as_a_year_and_as_a_number(day, year, number):
    assert year_of(report("ash", "Plans.", day=day)) == year
    assert date_number(day) == number
