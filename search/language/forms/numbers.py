"""Words beside a number, and how else both are printed: `s.47`, `per cent`, `£1.2m`, `10 000`."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from search.language.forms.percent_signs import SIGN, is_signed, without_sign

Parts = tuple[str, ...]

SHORTENED = (
    ("section", "sec", "sect", "s"),
    ("paragraph", "para"),
    ("regulation", "reg"),
    ("schedule", "sch"),
)
"""Words that stand before a number, each with what it is shortened to."""

MAGNITUDES = (("million", "mn", "m"), ("billion", "bn"))
"""Words that stand after a number, each with what it is shortened to."""

UP_TO_TWENTY = (
    *("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
TENS = ("thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
SMALL_NUMBERS = {
    **{str(number): name for number, name in enumerate(UP_TO_TWENTY, 2)},
    **{str(10 * tens): name for tens, name in enumerate(TENS, 3)},
}
NUMBER_NAMES = {number: (name,) for number, name in SMALL_NUMBERS.items()} | {
    name: (number,) for number, name in SMALL_NUMBERS.items()
}
"""Numbers in figures and in words, each with the other: reports print `five days`, `10 days`."""

UNITS_OF_TIME = frozenset(["minute", "hour", "day", "week", "month", "year", "working"])

PERCENT_NAMES = (("per", "cent"), ("percent",))
PERCENT_NUMBERS = NUMBER_NAMES | {"1": ("one",), "one": ("1",)}

NAMES_OF = {name: names for names in SHORTENED for name in names}
MAGNITUDES_OF = {name: names for names in MAGNITUDES for name in names}
# Without the ending of several: s47s are section 47s.
NUMBER = re.compile(r"(\d+[a-rt-z]?)s?")
NUMBERED = re.compile(rf"({'|'.join(NAMES_OF)}){NUMBER.pattern}")
AMOUNT = re.compile(r"\d+(?:\.\d+)?")
LARGE_AMOUNT = re.compile(rf"({AMOUNT.pattern})({'|'.join(MAGNITUDES_OF)})")
FIRST_WORDS = frozenset([*NAMES_OF, *PERCENT_NUMBERS])
DIGIT = re.compile(r"\d")
PLUS = re.compile(r"(\d+)plus")
MAX_RANGE_DIGITS = 3  # of each end: longer ones are years, or belong to something else
MIN_LARGE_DIGITS = 5
MAX_SIZE = 3  # words of what is found here
MAX_CACHED_WORDS = 1 << 12


class NumberForms(NamedTuple):
    """So many words of a query, with a number among them, in every form; as typed first, where
    that is looked for.
    """

    size: int
    forms: tuple[Parts, ...]


@lru_cache(MAX_CACHED_WORDS)
def may_begin(word: str) -> bool:
    """Return whether a word is like the first of what is found here: most words are not."""
    return word in FIRST_WORDS or bool(DIGIT.search(word))


def find_number(words: Sequence[str], joined: int) -> NumberForms | None:
    """Return the forms of what begins a run of words side by side, of which the first `joined` are
    typed as one (1: apart); None for other words.
    """
    if not may_begin(words[0]):
        return None
    if duration := duration_forms(words, joined):
        return duration
    if joined > 2 and (ranges := dashed_range(tuple(words[:2]))):  # 16-17-year-olds
        return NumberForms(joined, tuple([(*form, *words[2:joined]) for form in ranges]))
    for size in range(min(MAX_SIZE, len(words)), 0, -1):
        typed = tuple(words[:size])
        if joined not in (1, size):
            continue
        for forms_of in FORMS_OF if joined == 1 else FORMS_OF_JOINED:
            if forms := forms_of(typed):
                return NumberForms(size, tuple(sorted(forms, key=lambda form: form != typed)))
    return None


def named_number(words: Parts) -> list[Parts]:
    """Return the forms of a name with its number: `s47`, `section 47`; none of other words."""
    if len(words) == 1 and (match := NUMBERED.fullmatch(words[0])):
        name, number = match[1], match[2]
    elif len(words) == 2 and words[0] in NAMES_OF and (match := NUMBER.fullmatch(words[1])):
        name, number = words[0], match[1]
    else:
        return []
    return [form for other in NAMES_OF[name] for form in apart_and_joined(other, number)]


def percentage(words: Parts) -> list[Parts]:
    """Return the forms of `30%`, `30 per cent` and `thirty percent`; none of other words."""
    if words[1:] in PERCENT_NAMES:
        number = words[0]
    elif len(words) == 1 and is_signed(words[0]):
        number = without_sign(words[0])
    else:
        return []
    numbers = [number, *PERCENT_NUMBERS.get(number, ())]
    amounts = [number for number in numbers if AMOUNT.match(number)]
    return [(amount + SIGN,) for amount in amounts] + [
        (number, *name) for number in numbers for name in PERCENT_NAMES if amounts
    ]


def large_amount(words: Parts) -> list[Parts]:
    """Return the forms of `1.2m` and `1.2 million`; none of other words."""
    if len(words) == 1 and (match := LARGE_AMOUNT.fullmatch(words[0])):
        amount, magnitude = match[1], match[2]
    elif len(words) == 2 and words[1] in MAGNITUDES_OF and AMOUNT.fullmatch(words[0]):
        amount, magnitude = words
    else:
        return []
    return [form for other in MAGNITUDES_OF[magnitude] for form in apart_and_joined(amount, other)]


def thousands(words: Parts) -> list[Parts]:
    """Return the forms of `10 000` and `10,000`, which is the word 10000; none of other words, nor
    of four digits that may be a year.
    """
    joined = "".join(words)
    if not joined.isdecimal() or joined[0] == "0":
        return []
    spaced = tuple(f"{int(joined):,}".split(","))
    is_spaced = len(words) > 1 and words == spaced
    is_whole = len(words) == 1 and len(joined) >= MIN_LARGE_DIGITS and len(spaced) <= MAX_SIZE
    return [(joined,), spaced] if is_spaced or is_whole else []


def open_range(words: Parts) -> list[Parts]:
    """Return the forms of `16+`, which is the words 16, plus; none of other words."""
    if len(words) == 1 and (match := PLUS.fullmatch(words[0])):
        return apart_and_joined(match[1], "plus")
    if len(words) == 2 and words[0].isdecimal() and words[1] == "plus":
        return apart_and_joined(*words)
    return []


def worded_range(words: Parts) -> list[Parts]:
    """Return the forms of `16 to 17`; none of other words."""
    forms = closed_range(words[0], words[2]) if len(words) == 3 else []
    return forms if words in forms else []


def dashed_range(words: Parts) -> list[Parts]:
    """Return the forms of `16-17`; none of other words."""
    return closed_range(*words) if len(words) == 2 else []


def closed_range(first: str, last: str) -> list[Parts]:
    """Return the forms of a range of numbers; of two that follow each other, `16 and 17` is one
    too. None of other words, nor of years, which are told by themselves.
    """
    ends = [end for end in (first, last) if end.isdecimal() and len(end) <= MAX_RANGE_DIGITS]
    if len(ends) < 2 or int(first) >= int(last):
        return []
    between = ("to", "and") if int(first) + 1 == int(last) else ("to",)
    return [(first, last), *((first, word, last) for word in between)]


FORMS_OF: tuple[Callable[[Parts], list[Parts]], ...] = (
    named_number,
    percentage,
    large_amount,
    thousands,
    open_range,
    worded_range,
)
FORMS_OF_JOINED = (*FORMS_OF, dashed_range)
"""The forms of words that were typed apart, and of words that were typed as one."""


def duration_forms(words: Sequence[str], joined: int) -> NumberForms | None:
    """Return the forms of a small number before a unit of time, in figures and in words; with the
    unit, where both are typed as one: `ten-day`. None of other words.
    """
    names = NUMBER_NAMES.get(words[0])
    if names is None or len(words) == 1 or words[1].removesuffix("s") not in UNITS_OF_TIME:
        return None
    unit = tuple(words[1:joined])
    return NumberForms(joined, tuple([(name, *unit) for name in (words[0], *names)]))


def apart_and_joined(first: str, second: str) -> list[Parts]:
    """Return two words as two and as one."""
    return [(first, second), (first + second,)]
