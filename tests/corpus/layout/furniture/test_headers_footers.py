"""Running heads and feet, and page numbers: set aside, never lost."""

import pytest

from corpus.layout import analyse_layout
from corpus.layout.blocks import RUNNING
from corpus.layout.furniture.headers_footers import (
    PAGE_NUMBER_LINE,
    find_running_lines,
    page_offset,
)
from tests.corpus.layout.furniture.pages import body, page, running_texts, texts_of_kind
from tests.corpus.layout.printing import document, line, paragraph, sentence


def test_heads_and_feet_of_three_lines_run_once_and_page_numbers_go():
    def furniture(number):
        return [
            line("Inspection of Marrowdale children’s services", 30),
            line("3 to 14 May 2021", 45),
            line(f"Report {number} of the series", 60),
            line("Marrowdale Council", 785),
        ]

    pages = [page(start, number, *furniture(number)) for number, start in enumerate("ABCD", 1)]
    blocks = analyse_layout(document(*pages))
    assert texts_of_kind(blocks, RUNNING) == [
        "Inspection of Marrowdale children’s services",
        "3 to 14 May 2021",
        "Report 1 of the series",
        "Marrowdale Council",
        "Report 2 of the series",
        "Report 3 of the series",
        "Report 4 of the series",
    ]
    assert len(running_texts(blocks)) == 8


@pytest.mark.parametrize(
    ("pages", "is_running"),
    [
        ({10, 12, 14, 16}, True),
        ({10, 11, 12, 13}, True),
        ({10, 12, 14}, False),
        ({1, 6, 11, 16}, False),
    ],
    ids=["each second page", "each page", "too few", "far apart"],
)
def test_a_line_may_run_through_one_part_alone(pages, is_running):
    foot = line("The work of the board", 785)
    bodies = map(body, "ABCDEFGHIJKLMNOP")
    printed = document(
        *([*rows, foot] if number in pages else rows for number, rows in enumerate(bodies, 1))
    )
    assert bool(texts_of_kind(analyse_layout(printed), RUNNING)) == is_running


@pytest.mark.parametrize(
    ("foot", "size", "is_running"),
    [
        (("Inspection of homes on islands in", "Marrowdale 2031"), 9.0, True),
        (("Inspection of homes on islands in", "Marrowdale 2031"), 12.0, False),
        (("Inspection of homes on the shore of", "Marrowdale 2031"), 9.0, False),
        (("Marrowdale 2031",), 9.0, False),
    ],
    ids=["as elsewhere", "in larger type", "other words", "too few words"],
)
def test_a_foot_may_stand_right_below_the_text_of_a_page_that_is_not_filled(foot, size, is_running):
    def print_foot(rows, top, size=9.0):
        return [line(row, top + 11 * at, size=size) for at, row in enumerate(rows)]

    usual = ("Inspection of homes on islands in", "Marrowdale 2031")
    full = [page(start, at, *print_foot(usual, 770)) for at, start in enumerate("ABCD", 1)]
    short = [*paragraph(sentence(30, "E"), 90), *print_foot(foot, 160, size)]
    blocks = analyse_layout(document(*full, short))
    last_page = [block.text for block in blocks if block.page == 5 and block.kind != RUNNING]
    assert (last_page == [sentence(30, "E")]) == is_running


def test_a_last_word_that_comes_back_at_another_height_is_text():
    first, second = page("A", 1), page("B", 2)
    first.insert(-1, line("families.", 740))
    second.insert(-1, line("families.", 755))
    blocks = analyse_layout(document(first, second, page("C", 3), page("D", 4)))
    assert sum("families." in block for block in running_texts(blocks)) == 2


@pytest.mark.parametrize("number", ["7", "Page 7", "- 7 -", "7 of 36", "7/36", "vii"])
def test_page_numbers(number):
    assert PAGE_NUMBER_LINE.fullmatch(number)


@pytest.mark.parametrize("number", ["2012", "7 homes", "mild", "12.", "12)"])
def test_what_is_not_a_page_number(number):
    assert not PAGE_NUMBER_LINE.fullmatch(number)


def test_a_number_at_the_top_of_a_page_that_counts_no_pages_is_text():
    figure = [line("Homes", 90, 71), line("12", 90, 410)]
    others = [page(start, number) for number, start in enumerate("BCD", 2)]
    blocks = analyse_layout(document([*figure, *body("A")], *others))
    assert running_texts(blocks)[0] == "Homes 12"


@pytest.mark.parametrize(
    ("text", "page", "offset"),
    [("7", 7, 0), ("Page 7 of 36", 9, -2), ("7 homes", 7, None)],
    ids=["counts from the first page", "counts from the third", "not a page number"],
)
def test_how_far_a_page_number_is_from_the_count(text, page, offset):
    assert page_offset(line(text, 800, page=page)) == offset


def test_roman_page_numbers_are_all_equally_far():
    assert page_offset(line("ii", 800, page=2)) == page_offset(line("x", 800, page=9))


def test_lines_alike_on_one_page_are_no_running_lines():
    alike = [
        line(f"{number}. Leaders plan with families each month.", 40 + 15 * number)
        for number in (1, 2, 3)
    ]
    pages = document(alike, body("A"), body("B"), body("C"))
    assert find_running_lines(pages) == (set(), set())
