"""Numbers as lists write them: in small letters or Roman numerals."""

from __future__ import annotations

ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"))
MAX_ROMAN = 399  # what the table above can write


def roman_numeral(count: int) -> str:
    """Return a count in small Roman numerals; in digits where it is not from 1 to MAX_ROMAN."""
    if not 0 < count <= MAX_ROMAN:
        return str(count)
    numeral = ""
    for value, sign in ROMAN:
        numeral += count // value * sign
        count %= value
    return numeral + count * "i"


def letter_numeral(count: int) -> str:
    """Return a count as a, b ... z, aa, ab ...; in digits where it is below 1."""
    if count < 1:
        return str(count)
    numeral = ""
    while count:
        count, letter = divmod(count - 1, 26)
        numeral = chr(ord("a") + letter) + numeral
    return numeral
