import pytest

from corpus.errors import DataError
from corpus.understanding.authorities import (
    find_authority,
    find_mentions,
    list_neighbours,
    load_authorities,
    make_name_key,
    parse_row,
)

REGIONS = {
    "East Midlands", "East of England", "London", "North East", "North West",
    "South East", "South West", "West Midlands", "Yorkshire and the Humber",
}  # fmt: skip


def test_the_list_is_whole():
    names = [authority.name for authority in load_authorities()]
    assert len(names) == len(set(names)) >= 157
    assert {authority.region for authority in load_authorities()} == REGIONS


def test_no_two_authorities_share_a_key():
    keys = [make_name_key(a.name) or a.name for a in load_authorities()]
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
def test_an_authority_is_found_in_any_style(printed, name):
    authority = find_authority(printed)
    assert authority is not None
    assert (authority.name, authority.region is not None) == (name, True)


@pytest.mark.parametrize("printed", ["", "Council", "Eastmere", "The", "Yorkshire"])
def test_what_is_not_an_authority(printed):
    assert find_authority(printed) is None


def test_mentions_are_whole_names_the_longest_first():
    text = "North Yorkshire, York, Yorkshire, Brighton & Hove, North East Lincolnshire; Kentish"
    names = [authority.name for authority in find_mentions(text)]
    assert names == ["North Yorkshire", "York", "Brighton and Hove", "North East Lincolnshire"]


def test_a_line_without_region_is_a_mistake():
    with pytest.raises(DataError, match=r"authorities\.csv, line 7: .* name and a region"):
        parse_row(7, {"name": "Eastmere", "region": ""})


def test_neighbours_are_other_authorities_the_closest_first():
    devon = find_authority("Devon")
    names = [one.name for one in list_neighbours("Devon")]
    assert len(names) == len(set(names)) == len(devon.neighbour_codes) == 10
    assert "Devon" not in names
    assert list_neighbours("Cumbria") == ()


def test_codes_are_of_one_authority_each():
    codes = [one.code for one in load_authorities() if one.code]
    assert len(codes) == len(set(codes)) > 150
