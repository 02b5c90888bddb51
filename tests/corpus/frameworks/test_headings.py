import pytest

from corpus.datafile import DataFile
from corpus.errors import DataError
from corpus.frameworks.headings import parse_families, parse_headings

FAMILIES = parse_families(
    DataFile(
        "headings.toml",
        """\
[asked.actions]
kind = "recommendation"
begins = ["what [you] must do"]

[asked.plans]
kind = "recommendation"
is = ["plans"]
""",
    )
)


def parse(text):
    return list(parse_headings(DataFile("f.toml", text), "headings", FAMILIES))


def test_rules_stand_in_the_order_of_the_file_with_a_family_in_its_place():
    rules = parse(
        """\
[headings.crew]
area = "leadership"
contains = ["crew"]
opens_part = true

[headings.asked]
use = "asked"

[headings.rest]
inner = true
regex = ['^rest$']
begins = ["all else"]
"""
    )
    assert [(r.area, r.kind, r.opens_division, r.is_inner) for r in rules] == [
        ("leadership", "finding", True, False),
        (None, "recommendation", False, False),
        (None, "recommendation", False, False),
        (None, "finding", False, True),
    ]
    assert rules[3].pattern.search("All else that we saw")
    assert rules[3].pattern.search("REST")
    assert not rules[2].pattern.search("Plans for the winter")


@pytest.mark.parametrize(
    ("text", "error"),
    [
        (
            '[headings.asked]\nuse = "ask"',
            "line 2: 'use' is 'ask', which is none of asked; did you",
        ),
        ('[headings."a b"]\nbegins = ["x y"]', "'a b' is no name"),
        ("[headings]\ncrew = 3", "line 2: 'crew' is not a table"),
        ('[headings.crew]\nbegins = [\n  "a b",\n  "c (d",\n]', r"line 4: 'c \(d' lacks a \)"),
    ],
)
def test_a_mistake_is_named_with_its_line(text, error):
    with pytest.raises(DataError, match=error):
        parse(text)
