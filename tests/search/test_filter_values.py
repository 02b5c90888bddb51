"""Values of filters: those that exist in any case, those that no report has, those that are none."""

import pytest

from corpus.registry import registry
from index.facets import FACET
from search.filter_values import check_values

NAMES = {
    "authority": ("Kent", "A/B & Sons", "Isle of Ash"),
    "region": ("London", "Ash Valley"),
    "year": ("2018", "2021"),
    "framework": ("ilacs",),
}


def names(key):
    return NAMES.get(key, ())


def check(key, *values):
    return check_values({key: values}, names)


@pytest.mark.parametrize(
    ("key", "value", "known"),
    [
        ("grade", "good", "good"),
        ("grade", "Requires Improvement", "requires improvement"),
        ("area", "Help and protection", "help-and-protection"),
        ("framework", "ILACS", "ilacs"),
        ("year", "2018", "2018"),
        ("region", "london", "London"),
        ("region", "ash valley", "Ash Valley"),
        ("authority", "KENT", "Kent"),
        ("authority", "Kent County Council", "Kent"),
        ("authority", "A/B & Sons", "A/B & Sons"),
    ],
)
def test_a_value_is_found_however_it_is_written(key, value, known):
    checked = check(key, value)
    assert checked.filters == {key: (known,)}
    assert (checked.unknown, checked.absences) == ([], [])


@pytest.mark.parametrize(
    ("key", "value", "absence"),
    [
        ("authority", "Bolton", "This collection has no report on Bolton."),
        ("authority", "City of Bristol", "This collection has no report on Bristol."),
        ("region", "North West", "This collection has no report from North West."),
        ("year", "1850", "This collection has no report of 1850."),
        (
            "framework",
            "jtai",
            "This collection has no report of the framework Joint targeted area inspection.",
        ),
    ],
)
def test_what_exists_but_no_report_has_stays_and_is_said(key, value, absence):
    checked = check(key, value)
    assert list(checked.filters) == [key]
    assert (checked.unknown, checked.absences) == ([], [absence])


@pytest.mark.parametrize("key", FACET)
@pytest.mark.parametrize("value", ["Atlantis", "abc", "", "\x00", "x" * 500, "’", "18-5", "²⁰¹⁸"])
def test_what_does_not_exist_is_left_out_and_the_right_values_are_named(key, value):
    checked = check(key, value)
    assert checked.filters == {}
    (unknown,) = checked.unknown
    assert (unknown.key, unknown.value) == (key, value)
    if key in registry().choices:
        assert all(choice.key in unknown.expected for choice in registry().choices[key])


@pytest.mark.parametrize(
    ("value", "advice"),
    [
        ("Knet", "did you mean Kent?"),
        ("Isle of Ashe", "did you mean Isle of Ash?"),
        ("Boltonn", "did you mean Bolton?"),
    ],
)
def test_a_misspelt_authority_is_told_the_nearest(value, advice):
    assert check("authority", value).unknown[0].expected.endswith(advice)


def test_alternatives_that_exist_are_kept_beside_one_that_does_not():
    checked = check("authority", "kent", "Atlantis", "Kent", "Bolton")
    assert checked.filters == {"authority": ("Kent", "Bolton")}
    assert [value.value for value in checked.unknown] == ["Atlantis"]


def test_a_filter_that_is_no_facet_is_not_looked_at():
    assert check("report", "ash-2019").filters == {"report": ("ash-2019",)}
