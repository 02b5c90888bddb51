"""Short names of authorities: those of one authority only, and each is taken for it."""

import pytest

from corpus.understanding.authorities import list_names, load_authorities
from index.analysis import terms
from search.language.understanding.names import load_scope_words
from search.language.understanding.scopes import find_absent_names, find_scopes
from search.language.understanding.short_names import (
    load_abbreviations,
    parts_of,
    short_names,
)

ALL = tuple(authority.name for authority in load_authorities())


def has_all(field):
    return ALL if field == "authority" else ()


def offered(text):
    return [scope.filters for scope in find_scopes(text, has_all)]


@pytest.mark.parametrize(
    ("short", "name"),
    [
        ("Stoke", "Stoke-on-Trent"),
        ("Barking", "Barking and Dagenham"),
        ("Dagenham", "Barking and Dagenham"),
        ("Blackburn", "Blackburn with Darwen"),
        ("Richmond", "Richmond upon Thames"),
        ("Kingston", None),  # upon Hull, upon Thames
        ("Cheshire", None),
        ("Trent", None),
        ("Poole", None),  # was an authority itself
        ("Herts", "Hertfordshire"),
        ("RBKC", "Kensington and Chelsea"),
        ("Kent", None),
    ],
)
def test_the_authority_that_has_a_short_name(short, name):
    assert short_names().get(short) == name


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Kent", []),
        ("Milton Keynes", []),
        ("Stoke-on-Trent", ["Stoke"]),
        ("East Riding of Yorkshire", ["East Riding"]),
        ("Blackburn with Darwen", ["Blackburn", "Darwen"]),
        ("Bournemouth, Christchurch and Poole", ["Bournemouth", "Christchurch", "Poole"]),
    ],
)
def test_the_parts_of_a_name(name, parts):
    assert parts_of(name) == parts


@pytest.mark.parametrize("short", sorted(short_names()))
def test_a_short_name_alone_is_offered_as_a_filter(short):
    assert offered(short) == [{"authority": (short_names()[short],)}]
    assert offered(f"neglect in {short} since 2020")[0]["authority"] == (short_names()[short],)


def test_abbreviations_are_of_listed_authorities_and_no_names_of_them():
    names = {name.lower() for name, _ in list_names()}
    for short, name in load_abbreviations().items():
        assert name in ALL
        assert short.lower() not in names


def test_short_names_that_are_no_words_need_no_capital():
    assert offered("neglect in stoke") == offered("stoke neglect") != []


@pytest.mark.parametrize("name", sorted({name for name, _ in list_names()}))
def test_every_listed_name_alone_is_offered_as_a_filter(name):
    ((field, _),) = [pair for filters in offered(name) for pair in filters.items()]
    assert field == "authority"


@pytest.mark.parametrize("word", sorted(load_scope_words().ordinary))
def test_a_name_that_is_also_a_word_is_taken_only_with_its_capital(word):
    assert offered(f"{word} with children") == []
    assert offered(f"neglect in {word.capitalize()}") != []


def test_a_short_name_of_an_authority_that_is_not_there_is_named():
    (absent,) = find_absent_names("neglect in Stoke", lambda field: ())
    assert absent.value == "Stoke-on-Trent"


def test_every_ordinary_word_is_a_name():
    names = {" ".join(terms(name)) for name, _ in list_names()} | set(map(str.lower, short_names()))
    assert load_scope_words().ordinary <= names
