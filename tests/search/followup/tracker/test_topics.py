"""The wordings that say what a text is about."""

import pytest

from search.followup.tracker.topics import (
    ASPECT,
    GROUP,
    concept_wordings,
    group_of_area,
    list_groups,
    of_kind,
    stems_by_concept,
)
from tests.search.followup.authority import concept_names


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("The quality of supervision", ASPECT, {"@oversight"}),
        ("The timeliness of recording", ASPECT, {"@timeliness", "@recording"}),
        ("Young carers", GROUP, {"%young-carers"}),
        ("The swimming pool", GROUP, set()),
        ("", ASPECT, set()),
    ],
)
def test_aspects_and_groups_are_told_apart(text, kind, expected):
    assert of_kind(concept_names(text), kind) == expected


def test_what_only_says_how_good_something_is_has_no_concept():
    assert "#poor quality" not in stems_by_concept()
    assert "#supervision" in stems_by_concept()


def test_longer_wordings_come_before_those_they_begin_with():
    lengths = [len(stems) for stems, _ in concept_wordings()["care"]]
    assert lengths == sorted(lengths, reverse=True)


@pytest.mark.parametrize(
    ("area", "groups"),
    [("care-leavers", {"%care-leavers"}), ("overall", set()), (None, set())],
)
def test_some_areas_are_about_a_group_of_children(area, groups):
    assert group_of_area(area) == groups
    assert groups <= set(list_groups())
