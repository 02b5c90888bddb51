"""Places of words to characters of a text, and numbers to dates."""

from datetime import date

import pytest

from search.local.wording.occurrences import to_date, word_span


@pytest.mark.parametrize(
    ("first", "size", "expected"),
    [
        (0, 1, "The"),
        (1, 2, "children’s multi"),
        (2, 2, "multi-agency"),
        (3, 3, "agency plan (PLAN"),
        (6, 1, "été"),
    ],
)
def test_words_are_shown_as_they_are_written(first, size, expected):
    text = "The children’s multi-agency plan (PLAN): été."
    start, end = word_span(text, first, size)
    assert text[start:end] == expected


@pytest.mark.parametrize(
    ("number", "day"), [(20120529, date(2012, 5, 29)), (20001231, date(2000, 12, 31)), (0, None)]
)
def test_dates(number, day):
    assert to_date(number) == day
