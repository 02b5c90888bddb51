"""Ranges of percentages in every form that reports print."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.language.forms.percent_ranges import find_percent_range

FORMS = {
    f"10{first} {to}15{last}"
    for to in ("", "to ")
    for first, last in [
        *(("", mark) for mark in ("%", " per cent", " percent")),
        *((mark, mark) for mark in ("%", " per cent", " percent")),
    ]
}


def forms_of(typed, is_dashed=False):
    number = find_percent_range(tuple(typed.split()), is_dashed)
    return number and (number.size, {" ".join(form) for form in number.forms})


@pytest.mark.parametrize(
    ("typed", "is_dashed", "size"),
    [
        ("10 to 15%", False, 3),
        ("10 15% of", True, 2),
        ("10% 15%", True, 2),
        ("10% to 15%", False, 3),
        ("10 to 15 per cent of", False, 5),
        ("10 15 per cent", True, 4),
        ("10 per cent to 15 per cent", False, 7),
        ("10 percent to 15 percent", False, 5),
    ],
)
def test_each_form_finds_all_others(typed, is_dashed, size):
    assert forms_of(typed, is_dashed) == (size, FORMS)
    number = find_percent_range(tuple(typed.split()), is_dashed)
    assert " ".join(number.forms[0]) == " ".join(typed.split()[:size])


@pytest.mark.parametrize(
    ("typed", "is_dashed"),
    [
        *(("10 15%", False), ("10 to 15", False), ("10% to", False), ("10", False), ("10%", True)),
        *(("15 to 10%", False), ("children to 15%", False), ("10 to children", False)),
        *(("10 and 15%", False), ("10 per cent", False), ("10 15", True)),
    ],
)
def test_what_is_no_range_of_percentages(typed, is_dashed):
    assert forms_of(typed, is_dashed) is None


@given(
    st.lists(
        st.sampled_from(["10", "15%", "2.5", "per", "cent", "percent", "to", "a"]), min_size=1
    ),
    st.booleans(),
)
def test_any_words_can_be_asked(words, is_dashed):
    number = find_percent_range(tuple(words), is_dashed)
    if number:
        asked_again = {find_percent_range(form, True).forms[0] for form in number.forms}
        assert asked_again == set(number.forms)
