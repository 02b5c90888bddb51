"""Running heads and feet, page numbers, footnotes and contents pages: set aside, never lost."""

import pytest

from corpus.layout import blocks
from corpus.layout.blocks import CONTENTS, FURNITURE, NOTE, RUNNING
from corpus.layout.running import PAGE_NUMBER
from tests.corpus.layout.printing import document, line, paragraph, sentence, stack, wrap


def body(start):
    return stack(paragraph(sentence(60, start), 0), paragraph(sentence(50, start), 0))


BODIES = (paragraph(sentence(60), 0), paragraph(sentence(50, "Leaders"), 0))


def of_kind(found, kind):
    return [block.text for block in found if block.kind == kind]


def text(found):
    return [block.text for block in found if block.kind not in FURNITURE]


def page(start, number, *edges):
    return [*edges, *body(start), line(str(number), 800, 510)]


def test_heads_and_feet_of_three_lines_run_once_and_page_numbers_go():
    def furniture(number):
        return [
            line("Inspection of Marrowdale children’s services", 30),
            line("3 to 14 May 2021", 45),
            line(f"Report {number} of the series", 60),
            line("Marrowdale Council", 785),
        ]

    found = blocks(document(*(page(s, n, *furniture(n)) for n, s in enumerate("ABCD", 1))))
    assert of_kind(found, RUNNING) == [
        "Inspection of Marrowdale children’s services",
        "3 to 14 May 2021",
        "Report 1 of the series",
        "Marrowdale Council",
        "Report 2 of the series",
        "Report 3 of the series",
        "Report 4 of the series",
    ]
    assert len(text(found)) == 8


def test_a_last_word_that_comes_back_at_another_height_is_text():
    first, second = page("A", 1), page("B", 2)
    first.insert(-1, line("families.", 740))
    second.insert(-1, line("families.", 755))
    found = blocks(document(first, second, page("C", 3), page("D", 4)))
    assert sum("families." in block for block in text(found)) == 2


@pytest.mark.parametrize("number", ["7", "Page 7", "- 7 -", "7 of 36", "7/36", "vii"])
def test_page_numbers(number):
    assert PAGE_NUMBER.fullmatch(number)


@pytest.mark.parametrize("number", ["2012", "7 homes", "mild", "12.", "12)"])
def test_no_page_numbers(number):
    assert not PAGE_NUMBER.fullmatch(number)


def test_a_number_at_the_top_of_a_page_that_counts_no_pages_is_text():
    figure = [line("Homes", 90, 71), line("12", 90, 410)]
    found = blocks(document([*figure, *body("A")], *(page(s, n) for n, s in enumerate("BCD", 2))))
    assert text(found)[0] == "Homes 12"


def test_a_footnote_is_a_note_and_its_mark_no_word():
    lines = stack(paragraph(sentence(30), 0), paragraph(sentence(30, "Leaders"), 0))
    mark = line("1", lines[0].top - 2, lines[0].right, size=6.5)
    note = [
        line("1", 750, size=6.0),
        line("This inspection was invented for a test.", 752, 76, size=9.0),
        line("So was its second line.", 764, size=9.0),
    ]
    found = blocks(document([lines[0], mark, *lines[1:], *note]))
    assert text(found) == [sentence(30), sentence(30, "Leaders")]
    assert of_kind(found, NOTE)[-2:] == [note[1].text, note[2].text]


def test_dates_in_small_type_on_a_cover_are_no_notes():
    cover = [line("Inspection of services", 300, size=26.0), line("16 August 2013", 700, size=8.0)]
    found = blocks(document(cover, body("A"), body("B")))
    assert of_kind(found, NOTE) == []


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("to the board.¹ They", "to the board. They"),
        ("of the Board²", "of the Board"),
        ("in ‘families’³ it", "in ‘families’ it"),
        ("covers 40 m² of it", "covers 40 m² of it"),
    ],
)
def test_raised_marks_leave_the_text(printed, read):
    found = blocks(document(stack([line(f"{printed} {sentence(4)}", 0)], *map(list, BODIES))))
    assert found[0].text == f"{read} {sentence(4)}"


def test_typed_notes_are_told_by_the_mark_at_a_word_above():
    typed = [line(text, 12 * at, 0) for at, text in enumerate(wrap(sentence(60), 0), 6)]
    typed[1] = line(typed[1].text.replace(" and ", " and1 ", 1), typed[1].top, 0)
    notes = [line("1", 500, 0), line("Invented for a test.", 512, 12)]
    found = blocks(document([*typed, *notes], [line(sentence(10), 72, 0)]))
    assert text(found) == [sentence(60), sentence(10)]
    assert of_kind(found, NOTE) == ["1", "Invented for a test."]


def test_small_print_without_a_mark_is_no_note():
    cover = [line("Published: 3 May 2021", 700, size=8.0), line("Age group: All", 712, size=8.0)]
    found = blocks(document([*stack(paragraph(sentence(40), 0)), *cover], body("B")))
    assert of_kind(found, NOTE) == []


CONTENTS_PAGE = [
    line("Contents", 90, size=20.0),
    line("About this inspection", 130),
    line("2", 130, 510),
    line("The experiences and progress of children who need help", 150),
    line("and protection", 165),
    line("9", 165, 510),
    line("Leadership ........................ 21", 185),
]


def test_contents_with_wrapped_entries_are_set_aside():
    found = blocks(document([*CONTENTS_PAGE, line("1", 800, 510)], body("A"), body("B")))
    assert of_kind(found, CONTENTS) == [line.text for line in CONTENTS_PAGE]
    assert text(found)[0].startswith("A listen to")


def test_a_heading_that_says_contents_over_text_is_no_contents_page():
    found = blocks(document([line("Contents", 60, bold=True), *body("A")], body("B")))
    assert of_kind(found, CONTENTS) == []
