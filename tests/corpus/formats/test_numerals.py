import pytest

from corpus.formats.numerals import letter_numeral, roman_numeral


@pytest.mark.parametrize(
    ("count", "numeral"),
    [(1, "i"), (9, "ix"), (44, "xliv"), (399, "cccxcix"), (400, "400"), (0, "0"), (-3, "-3")],
)
def test_roman_numerals(count: int, numeral: str) -> None:
    assert roman_numeral(count) == numeral


@pytest.mark.parametrize(
    ("count", "numeral"),
    [(1, "a"), (26, "z"), (27, "aa"), (52, "az"), (703, "aaa"), (0, "0"), (-3, "-3")],
)
def test_letters(count: int, numeral: str) -> None:
    assert letter_numeral(count) == numeral
