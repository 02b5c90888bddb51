"""Words as concepts: wordings that mean the same are one, and rare ones tell more."""

import pytest

from search.followup.tracker.concepts import RAREST, find_concepts
from tests.search.followup.authority import idf_of


def names(text):
    return [one.name for one in find_concepts(text)]


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
    assert concept in names(one)
    assert concept in names(other)


def test_the_stems_of_a_wording_are_covered_by_its_concepts():
    covered = {one.name for one in find_concepts("otters see an IRO") if one.is_covered}
    assert covered == {"iro"}


def test_function_words_are_no_concepts():
    assert names("the swimming of the otter") == ["swim", "otter"]


def test_the_rarer_a_concept_the_more_it_weighs():
    idf = idf_of("otters swim", "otters sleep", "otters eat", "foxes run")
    assert idf.of("fox") > idf.of("otter") >= 0
    assert idf.of("unheard") == RAREST > idf.of("fox")


def test_a_group_of_wordings_is_as_frequent_as_its_most_frequent_one():
    idf = idf_of("an IRO came", "an IRO left", "an IRO spoke", "an otter swam")
    assert idf.of("#independent reviewing officers") == idf.of("iro") < idf.of("otter")
