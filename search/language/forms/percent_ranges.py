"""Ranges of percentages, marked at one number or both: `10-15%`, `10% to 15 per cent`."""

from __future__ import annotations

from collections.abc import Sequence

from search.language.forms.numbers import AMOUNT, PERCENT_NAMES, NumberForms, Parts
from search.language.forms.percent_signs import SIGN, is_signed, without_sign

TO = "to"
MAX_WORDS = 7  # 10 per cent to 15 per cent


def find_percent_range(words: Sequence[str], is_dashed: bool) -> NumberForms | None:
    """Return the forms of the range of percentages that begins a run of words; None for others. Its
    numbers are parted by `to`, or where it `is_dashed` by nothing.
    """
    first, at = words[0], 1 + name_size(words[1:])
    if words[at : at + 1] == (TO,):
        at += 1
    elif not is_dashed:
        return None
    if at >= len(words):
        return None
    last, size = words[at], at + 1 + name_size(words[at + 1 :])
    is_marked = is_signed(last) or size > at + 1
    forms = range_forms(without_sign(first), without_sign(last)) if is_marked else []
    typed = tuple(words[:size])
    return (
        NumberForms(size, tuple(sorted(forms, key=lambda form: form != typed))) if forms else None
    )


def name_size(words: Sequence[str]) -> int:
    """Return how many words at the beginning are the name of the sign."""
    return next((len(name) for name in PERCENT_NAMES if tuple(words[: len(name)]) == name), 0)


def range_forms(first: str, last: str) -> list[Parts]:
    """Return the forms of the range from one amount to a greater one; none of other words."""
    is_range = AMOUNT.fullmatch(first) and AMOUNT.fullmatch(last) and float(first) < float(last)
    if not is_range:
        return []
    forms: list[Parts] = []
    for between in ((), (TO,)):
        forms += [(first, *between, last + SIGN), (first + SIGN, *between, last + SIGN)]
        for name in PERCENT_NAMES:
            forms.append((first, *between, last, *name))
            forms.append((first, *name, *between, last, *name))
    return forms
