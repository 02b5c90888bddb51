"""The groups of wordings in the file: enough for the field, each of use, and no mistake."""

import pytest

from corpus.errors import DataError
from search.language.vocabulary import stems_of
from search.language.wordings.groups import groups_of_the_file, is_wording, read_groups


def test_the_file_is_large_enough_for_the_field():
    groups = groups_of_the_file()
    assert len(groups) >= 250


def test_every_group_of_the_file_adds_something():
    groups = groups_of_the_file()
    alone = [group.same[0] for group in groups if len({stems_of(text) for text in group.texts}) < 2]
    assert alone == []


@pytest.mark.parametrize(
    "text", ["group = 3\n[", "", "[[group]]\nsame = []", "[[group]]\nsame = [1]"]
)
def test_a_mistake_in_the_file_is_named(text):
    with pytest.raises(DataError, match=r"vocabulary\.toml"):
        read_groups(text)


@pytest.mark.parametrize(
    ("value", "expected"), [("drift", True), ("s.47", True), ("", False), ("–", False), (3, False)]
)
def test_a_wording_is_a_text_with_a_word(value, expected):
    assert is_wording(value) is expected
