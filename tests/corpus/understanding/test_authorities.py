import pytest

from corpus.errors import DataError
from corpus.understanding.authorities import authorities, authority, key, known, mentioned

REGIONS = {
    "East Midlands", "East of England", "London", "North East", "North West",
    "South East", "South West", "West Midlands", "Yorkshire and the Humber",
}  # fmt: skip


def test_the_list_is_whole():
    names = [place.name for place in authorities()]
    assert len(names) == len(set(names)) >= 157
    assert {place.region for place in authorities()} == REGIONS


def test_no_two_authorities_share_a_key():
    keys = [key(place.name) or place.name for place in authorities()]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Royal Borough of Kensington and Chelsea", "Kensington and Chelsea"),
        ("Metropolitan Borough of Barnsley Council", "Barnsley"),
        ("London Borough of Sutton", "Sutton"),
        ("Kingston Upon Hull City Council", "Kingston upon Hull"),
        ("Hull", "Kingston upon Hull"),
        ("Bristol City of", "Bristol"),
        ("City of London", "City of London Corporation"),
        ("City of London Corporation", "City of London Corporation"),
        ("Southend on Sea", "Southend-on-Sea"),
        ("East Riding", "East Riding of Yorkshire"),
        ("Brighton & Hove City Council", "Brighton and Hove"),
        ("St Helens", "St. Helens"),
        ("Bournemouth Christchurch and Poole", "Bournemouth, Christchurch and Poole"),
        ("Borough of Poole", "Poole"),
        ("Northamptonshire County Council", "Northamptonshire"),
        ("Cumbria", "Cumbria"),
        ("North Yorkshire", "North Yorkshire"),
    ],
)
def test_a_place_is_known_in_any_style(printed, name):
    place = known(printed)
    assert place is not None
    assert (place.name, place.region is not None) == (name, True)


@pytest.mark.parametrize("printed", ["", "Council", "Eastmere", "The", "Yorkshire"])
def test_what_is_no_authority(printed):
    assert known(printed) is None


def test_mentions_are_whole_names_the_longest_first():
    text = "North Yorkshire, York, Yorkshire, Brighton & Hove, North East Lincolnshire; Kentish"
    found = [place.name for place in mentioned(text)]
    assert found == ["North Yorkshire", "York", "Brighton and Hove", "North East Lincolnshire"]


def test_a_line_without_region_is_a_mistake():
    with pytest.raises(DataError, match=r"authorities\.csv, line 7: .* name and a region"):
        authority((7, {"name": "Eastmere", "region": ""}))
