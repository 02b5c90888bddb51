"""Which authority a typed name means, and which it may mean."""

import pytest

from search.language.understanding.authority_names import (
    MAX_SUGGESTED,
    find_name,
    nearest,
    other_names,
    suggest_names,
)

NAMES = ("Kent", "Kingston upon Hull", "Marrowdale", "Isle of Ash", "ASH", "Ash", "A/B & Sons")


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Kent", "Kent"),
        ("kent", "Kent"),
        (" KENT ", "Kent"),
        ("Kent County Council", "Kent"),
        ("hull", "Kingston upon Hull"),
        ("Kingston-upon-Hull", "Kingston upon Hull"),
        ("BCP", "Bournemouth, Christchurch and Poole"),
        ("herts", "Hertfordshire"),
        ("Christchurch", "Bournemouth, Christchurch and Poole"),
        ("Stoke", "Stoke-on-Trent"),
        ("Brighton & Hove City Council", "Brighton and Hove"),
        ("marrowdale council", "Marrowdale"),  # of the collection alone
        ("a/b & sons", "A/B & Sons"),
        ("Ash", "Ash"),
        ("ASH", "ASH"),
        ("aSh", "ASH"),  # the first
    ],
)
def test_a_name_means_one_authority(typed, name):
    assert find_name(typed, NAMES) == name


@pytest.mark.parametrize(
    "typed", ["", " ", "Kingston", "Yorkshire", "Council", "Atlantis", "Ash Council", "x" * 5_000]
)
def test_a_name_of_none_or_of_several_means_none(typed):
    assert find_name(typed, NAMES) is None


def test_a_long_name_is_found_as_the_collection_writes_it():
    long = "-".join(["Place"] * 50)
    assert find_name(long, (long,)) == find_name(long.upper(), (long,)) == long
    assert find_name(f"{long} Council", (long,)) is None


@pytest.mark.parametrize(
    ("typed", "suggested"),
    [
        ("Kingston", ("Kingston upon Hull",)),
        ("isle", ("Isle of Ash",)),
        ("Knet", ("Kent",)),
        ("Atlantis", ()),
        ("", ()),
        ("Kent" * 50, ()),
    ],
)
def test_what_a_name_may_mean_is_suggested(typed, suggested):
    assert suggest_names(typed, NAMES) == suggested


def test_few_names_are_suggested():
    assert len(suggest_names("place", [f"Place {number}" for number in range(50)])) == MAX_SUGGESTED


def test_other_names_lead_to_authorities_of_the_collection():
    assert dict(other_names({"Kingston upon Hull", "Hertfordshire"})) == {
        "Hull": "Kingston upon Hull",
        "Kingston Upon Hull, City of": "Kingston upon Hull",
        "Herts": "Hertfordshire",
    }


def test_nothing_is_near_a_text_that_is_too_long():
    assert nearest("Kent" * 50, ["Kent" * 50]) is None
    assert nearest("Knet", NAMES) == "Kent"
