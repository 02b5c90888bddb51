"""Words beside a number, whole and shortened."""

import pytest

from search.language.forms.shortened import (
    SHORTENED,
    numbered_forms,
    percentage_size,
    split_number,
)
from search.language.nodes import Phrase, Term


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["s47"], ("s", "47")),
        (["s117a"], ("s", "117a")),
        (["section47"], ("section", "47")),
        (["section", "47"], ("section", "47")),
        (["s", "47"], ("s", "47")),
        (["section"], None),
        (["sections", "47"], None),
        (["section", "on"], None),
        (["x47"], None),
        (["section", "47", "plan"], None),
    ],
)
def test_a_name_and_its_number(words, expected):
    assert split_number(words) == expected


def test_other_forms_of_a_numbered_name():
    forms = list(numbered_forms("s", "47", ["s47"]))
    assert Phrase("text", ["section", "47"]) in forms
    assert Phrase("text", ["s", "47"]) in forms
    assert Term("text", "s47") not in forms


def test_no_name_is_shortened_to_what_another_is():
    names = [name for group in SHORTENED for name in group]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("words", "size"),
    [
        (["95", "per", "cent"], 3),
        (["95", "per", "cent", "of"], 3),
        (["12.5", "percent"], 2),
        (["95", "per", "child"], 1),
        (["ten", "per", "cent"], 1),
        (["95"], 1),
    ],
)
def test_a_number_with_per_cent(words, size):
    assert percentage_size(words) == size
