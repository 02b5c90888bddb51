"""Words as concepts: wordings that mean the same are one, and rare ones tell more."""

import pytest

from search.followup.concepts import ASPECT, GROUP, find_concepts, of_kind
from tests.search.followup.authority import idf_of


@pytest.mark.parametrize(
    ("one", "other", "concept"),
    [
        ("looked after children", "children in care", "#looked after children"),
        ("IROs", "independent reviewing officers", "#independent reviewing officers"),
        ("too much drift", "done promptly", "@timeliness"),
        ("young people leaving care", "care leavers", "%care-leavers"),
    ],
)
def test_wordings_that_mean_the_same_share_a_concept(one, other, concept):
    assert concept in find_concepts(one)
    assert concept in find_concepts(other)


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
    assert of_kind(find_concepts(text), kind) == expected


def test_function_words_are_no_concepts():
    assert find_concepts("the swimming of the otter") == ["swim", "otter"]


def test_the_rarer_a_concept_the_more_it_weighs():
    idf = idf_of("otters swim", "otters sleep", "otters eat", "foxes run")
    assert idf.of("fox") > idf.of("otter") >= 0
    assert idf.of("unheard") > idf.of("fox")


def test_a_group_of_wordings_is_as_frequent_as_its_most_frequent_one():
    idf = idf_of("an IRO came", "an IRO left", "an IRO spoke", "an otter swam")
    assert idf.of("#independent reviewing officers") == idf.of("iro") < idf.of("otter")
