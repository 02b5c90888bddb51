"""A number with its noun."""

import pytest

from web.quantity import quantity


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "0 reports"), (1, "1 report"), (2, "2 reports"), (1234567, "1,234,567 reports")],
)
def test_quantity(number, text):
    assert quantity(number, "report") == text
