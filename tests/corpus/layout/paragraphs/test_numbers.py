"""Paragraph numbers, and numbers that only look like them."""

import pytest

from corpus.formats.document import TextLine
from corpus.layout import analyse_layout
from corpus.layout.paragraphs.numbers import number_paragraphs
from tests.corpus.layout.printing import flowing, line, state_of


def numbers(*rows):
    """Return number and text of the numbered ones of rows: text, or (text, left edge)."""
    rows = [row if isinstance(row, tuple) else (row, 71.0) for row in rows]
    lines = [line(text, 100 + 20 * index, left) for index, (text, left) in enumerate(rows)]
    numbered = number_paragraphs(state_of(lines)).lines
    return [(line.number, line.text) for line in numbered if line.number]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["1. One", "2. Two", "3. Three"], [1, 2, 3]),
        (["1. One", "2. Two"], []),
        (["1. A", "2. B", "3. C", "1. One", "2. Two", "3. Three", "4. Four"], [1, 2, 3, 4]),
        (["1. One", "2. Two", ("3. of these", 98.0), "3. Three"], [1, 2, 3]),
        (["1. One", "2. Two", "87.5% of", "3. Three"], [1, 2, 3]),
        (["1. One", "2. Two", "25. Support", "3. Three"], [1, 2, 3]),
        (["1. One", "2. Two", "4. Four"], [1, 2, 4]),
        (["1.", "One", "2.", "Two", "3.", "Three"], [1, 2, 3]),
        (
            ["1. A", "2. B", ("3. C", 89.0), ("4. D", 89.0), "5. E", "6. F", "7. G"],
            [1, 2, 3, 4, 5, 6, 7],
        ),
        (["1. A", "2. B", ("3. C", 89.0), "4. D", "5. E"], [1, 2, 3, 4, 5]),
        (["1. A", "2. B", ("3. C", 131.0), "3. D", "4. E"], [1, 2, 3, 4]),
        (["2012 was", "2013 was", "2014 was"], []),
    ],
    ids=[
        "counts up", "too few", "the longer chain", "off the margin", "a percentage",
        "out of sequence", "one left out", "on lines of their own", "some indented", "one indented", "an indented namesake", "years",
    ],
)  # fmt: skip
def test_numbers(rows, expected):
    assert [number for number, _ in numbers(*rows)] == expected


def test_a_number_goes_off_its_text_and_a_count_stays():
    rows = [f"{n}. Text" for n in range(1, 61)] + ["61. 154 children live here"]
    assert numbers(*rows)[-1] == (61, "154 children live here")


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["Help", "1. One", "2. Two"], [1, 2]),
        (["1. One", "2. Two", "Care", "1. Three"], [1, 2, 1]),
        (["1. One"], [1]),
        (["2. Two", "3. Three"], []),
        (["1. One", "2. Two", "3. Three", "Care", "1. Four"], [1, 2, 3]),
        ([TextLine("1. Help", heading_level=2), "2. Two"], [2]),
        (["2012 was", "1.5 of"], []),
    ],
    ids=["few", "two lists", "one", "not from one", "a long one", "heading", "no numbers"],
)  # fmt: skip
def test_where_lines_are_paragraphs_few_numbers_are_enough(rows, expected):
    lines = analyse_layout(flowing(*rows))
    assert [block.number for block in lines if block.number] == expected


def test_numbers_in_the_type_of_headings_number_parts():
    parts = [
        f"{number}. {name}"
        for number, name in enumerate(["Introduction", "Timeline", "Findings"], 1)
    ]
    lines = [
        each
        for at, text in enumerate(parts)
        for each in (
            line(text, 100 + 60 * at, size=16.0, bold=True),
            line("Plans are clear to all who need them.", 130 + 60 * at),
        )
    ]
    assert not any(each.number for each in number_paragraphs(state_of(lines)).lines)
