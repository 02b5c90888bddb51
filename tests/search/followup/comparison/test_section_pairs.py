"""Sections side by side: by area, then by their headings, as different frameworks print them."""

import pytest

from search.followup.comparison.section_pairs import heading_overlap, pair_sections
from tests.index.reports import paragraph


def paragraphs(*sections):
    """A paragraph of each (area, heading)."""
    return [
        paragraph("ash", place, "Plans.", area=area, section=heading)
        for place, (area, heading) in enumerate(sections, 1)
    ]


def pairs_of(earlier, later):
    pairs = pair_sections(paragraphs(*earlier), paragraphs(*later))
    return [
        (pair.area, pair.earlier and pair.earlier.heading, pair.later and pair.later.heading)
        for pair in pairs
    ]


HELP, CARE = "help-and-protection", "children-in-care"


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        ([(HELP, "Help"), (HELP, "Help")], [(HELP, "Help")], [(HELP, "Help", "Help")]),
        (
            [(CARE, "Children looked after")],
            [(CARE, "The experiences of children in care")],
            [(CARE, "Children looked after", "The experiences of children in care")],
        ),
        (
            [(CARE, "Adoption"), (CARE, "Children looked after")],
            [(CARE, "Children looked after: good"), (CARE, "Adoption work")],
            [
                (CARE, "Children looked after", "Children looked after: good"),
                (CARE, "Adoption", "Adoption work"),
            ],
        ),
        (
            [(CARE, "Homes"), (CARE, "Schools")],
            [(CARE, "Friends")],
            [(CARE, None, "Friends"), (CARE, "Homes", None), (CARE, "Schools", None)],
        ),
        ([(HELP, "Help")], [(CARE, "Care")], [(HELP, "Help", None), (CARE, None, "Care")]),
        (
            [(None, "Apples")],
            [(None, "Pears")],
            [(None, None, "Pears"), (None, "Apples", None)],
        ),
        ([(None, None)], [(None, None)], [(None, None, None)]),
        (
            [("about", "The team"), (HELP, "Help")],
            [("about", "The team"), (None, "X")],
            [(HELP, "Help", None), (None, None, "X"), ("about", "The team", "The team")],
        ),
        ([], [], []),
    ],
    ids=[
        "one heading",
        "one left on each side of an area",
        "the most similar headings",
        "several are left, and none is like another",
        "different areas",
        "no area is known, and the headings differ",
        "no headings",
        "what is about the inspection comes last",
        "no paragraphs",
    ],
)
def test_sections_are_paired(earlier, later, expected):
    assert pairs_of(earlier, later) == expected


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        ("Help", "Help", 1),
        ("Helping children", "The help of a child", 1),
        ("Help and protection", "Help", 1 / 2),
        ("Of the", "And", 0),
        (None, "Help", 0),
        (None, None, 1),
    ],
)
def test_how_alike_headings_are(one, other, overlap):
    assert heading_overlap(one, other) == overlap
