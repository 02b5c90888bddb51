import pytest

from tests.index.reports import report
from web.pages.report_sections import divide, nest
from web.pages.reports import count_matches


def sections_of(*paths_and_grades):
    paragraphs = [
        (f"{place}.", {"path": path, "section": path[-1] if path else None, "grade": grade})
        for place, (path, grade) in enumerate(paths_and_grades)
    ]
    return divide(report("ash", *paragraphs).paragraphs)


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        (
            [((), None), (("Leaders",), "good"), (("Leaders",), "good"), (("Leaders",), None)],
            [(None, 1, None, 1), ("Leaders", 1, "good", 2), ("Leaders", 1, None, 1)],
        ),
        (
            [(("A", "B", "C"), "good"), (("A", "B"), "good"), (("A", "D"), None)],
            [
                *(("A", 1, None, 0), ("B", 2, None, 0), ("C", 3, "good", 1)),
                *(("B", 2, "good", 1), ("D", 2, None, 1)),
            ],
        ),
        (
            [(("A", "B"), None), (("C", "B"), None)],
            [("A", 1, None, 0), ("B", 2, None, 1), ("C", 1, None, 0), ("B", 2, None, 1)],
        ),
    ],
    ids=["by grade", "back to an outer heading", "namesakes"],
)
def test_paragraphs_are_divided_by_headings_and_grade(runs, expected):
    sections = sections_of(*runs)
    assert [(s.heading, s.depth, s.grade, len(s.paragraphs)) for s in sections] == expected
    assert [section.anchor for section in sections] == [
        f"s{number}" for number in range(1, len(expected) + 1)
    ]


def test_a_report_without_paths_is_divided_by_its_sections():
    whole = report("ash", ("One.", {"section": None}), ("Two.", {"section": "Leaders"}), "Three.")
    assert [section.heading for section in divide(whole.paragraphs)] == [
        None,
        "Leaders",
        "Leadership",
    ]


def test_contents_nest_as_headings_do():
    sections = sections_of((("A", "B"), None), (("A", "B", "C"), None), (("D",), None))

    def outline(entries):
        return [(entry.section.heading, outline(entry.entries)) for entry in entries]

    assert outline(nest(sections)) == [("A", [("B", [("C", [])])]), ("D", [])]


def test_the_deepest_headings_have_the_lowest_level_of_html():
    (*_, last) = sections_of((tuple("ABCDEFGH"), None))
    assert (last.depth, last.level) == (8, 6)


def test_matches_are_counted_by_section():
    sections = sections_of((("A",), None), (("B",), None), (("B",), None))
    assert count_matches(sections, {"ash/p2", "ash/p3"}) == {"s2": 2}
