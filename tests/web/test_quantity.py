"""A number with its noun."""

import pytest

from web.quantity import page_ranges, quantity


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "0 reports"), (1, "1 report"), (2, "2 reports"), (1234567, "1,234,567 reports")],
)
def test_quantity(number, text):
    assert quantity(number, "report") == text


@pytest.mark.parametrize(
    ("pages", "text"),
    [((), ""), ((3,), "3"), ((1, 2, 3), "1 to 3"), ((1, 3, 4, 9), "1, 3 to 4, 9")],
)
def test_page_ranges(pages, text):
    assert page_ranges(pages) == text
