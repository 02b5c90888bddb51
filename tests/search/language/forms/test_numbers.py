"""Words beside a number in every form: whole, shortened, joined, as a range."""

import pytest

from search.language.forms.numbers import MAGNITUDES, SHORTENED, find_number


def forms_of(typed, joined=1):
    number = find_number(tuple(typed.split()), joined)
    return number and (number.size, {" ".join(form) for form in number.forms})


SIGNS = ("%", " per cent", " percent")
TEN_PERCENT = {"10%", "10 per cent", "10 percent", "ten per cent", "ten percent"}
SECTION_47 = {f"{name}{gap}47" for name in ("section", "sec", "sect", "s") for gap in (" ", "")}


@pytest.mark.parametrize(
    ("typed", "joined", "expected"),
    [
        ("s47", 1, (1, SECTION_47)),
        ("section47 plan", 1, (1, SECTION_47)),
        ("section 47", 1, (2, SECTION_47)),
        ("s 47 plan", 1, (2, SECTION_47)),
        ("s 47", 2, (2, SECTION_47)),
        ("s 47 plan", 3, None),
        ("s117a", 1, (1, {form.replace("47", "117a") for form in SECTION_47})),
        ("reg 44", 1, (2, {"regulation 44", "regulation44", "reg 44", "reg44"})),
        ("s47s", 1, (1, SECTION_47)),
        ("section 47s", 1, (2, SECTION_47)),
        ("section", 1, None),
        ("sections 47", 1, None),
        ("section on", 1, None),
        ("x47", 1, None),
        ("95 per cent of", 1, (3, {"95%", "95 per cent", "95 percent"})),
        ("95% of", 1, (1, {"95%", "95 per cent", "95 percent"})),
        ("12.5 percent", 1, (2, {"12.5%", "12.5 per cent", "12.5 percent"})),
        ("10%", 1, (1, TEN_PERCENT)),
        ("ten per cent", 1, (3, TEN_PERCENT)),
        ("children per cent", 1, None),
        ("s 47%", 1, None),
        ("10 15%", 2, None),
        ("10 000 children", 1, (2, {"10 000", "10000"})),
        ("10000", 1, (1, {"10 000", "10000"})),
        ("1 200", 1, (2, {"1 200", "1200"})),
        ("1 200 300", 1, (3, {"1 200 300", "1200300"})),
        ("1200", 1, None),
        ("10 00", 1, None),
        ("0 100", 1, None),
        ("2019 200", 1, None),
        ("95 per child", 1, None),
        ("95", 1, None),
        ("1.2m", 1, (1, {"1.2m", "1.2 m", "1.2 million", "1.2million", "1.2mn", "1.2 mn"})),
        ("1.2 million", 1, (2, {"1.2m", "1.2 m", "1.2 million", "1.2million", "1.2mn", "1.2 mn"})),
        ("3bn", 1, (1, {"3bn", "3 bn", "3 billion", "3billion"})),
        ("two million", 1, None),
        ("16 plus", 1, (2, {"16 plus", "16plus"})),
        ("16plus", 1, (1, {"16 plus", "16plus"})),
        ("14 25", 2, (2, {"14 25", "14 to 25"})),
        ("14 to 25 year", 1, (3, {"14 25", "14 to 25"})),
        ("14 to 25", 3, (3, {"14 25", "14 to 25"})),
        ("14 and 25", 1, None),
        ("16 17", 2, (2, {"16 17", "16 to 17", "16 and 17"})),
        ("16 and 17", 1, (3, {"16 17", "16 to 17", "16 and 17"})),
        ("14 25 year", 3, (3, {"14 25 year", "14 to 25 year"})),
        ("14 to 25 year", 4, None),
        ("25 14", 2, None),
        ("24 7", 2, None),
        ("2015 to 2018", 1, None),
        ("1 ½", 2, None),
        ("10 days", 1, (1, {"10", "ten"})),
        ("fifteen working days", 1, (1, {"15", "fifteen"})),
        ("fifteen working days", 3, (3, {"15 working days", "fifteen working days"})),
        ("ten day plan", 1, (1, {"10", "ten"})),
        ("10 children", 1, None),
        ("1 day", 1, None),  # one is a function word
        ("day", 1, None),
    ],
)
def test_words_beside_a_number(typed, joined, expected):
    assert forms_of(typed, joined) == expected


def test_numbers_typed_apart_are_no_range():
    assert forms_of("16 17 plans") is None


def test_the_form_that_was_typed_comes_first():
    for typed in ("s 47", "s47", "section 47", "16 to 17", "1.2 million"):
        number = find_number(tuple(typed.split()), 1)
        assert " ".join(number.forms[0]) == typed


@pytest.mark.parametrize("groups", [SHORTENED, MAGNITUDES])
def test_no_name_is_shortened_to_what_another_is(groups):
    names = [name for group in groups for name in group]
    assert len(set(names)) == len(names)
