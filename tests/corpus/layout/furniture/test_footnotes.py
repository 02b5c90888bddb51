"""Footnotes and the marks that point to them: set aside, never lost."""

import pytest

from corpus.layout import analyse_layout
from corpus.layout.blocks import NOTE
from corpus.layout.furniture.footnotes import note_number, rejoin_split_lines
from tests.corpus.layout.furniture.pages import body, running_texts, texts_of_kind
from tests.corpus.layout.printing import (
    document,
    layout_lines,
    line,
    paragraph,
    sentence,
    stack,
    state_of,
    wrap,
)

BODIES = (paragraph(sentence(60), 0), paragraph(sentence(50, "Leaders"), 0))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("3 Board", 3),
        ("³ Board", 3),
        ("12Board", None),
        ("ᵃ Board", 0),
        ("﹡ Board", 0),
        ("† A", 0),
    ],
)
def test_a_note_begins_with_its_number_letter_or_sign(text, number):
    assert note_number(layout_lines(line(text, 0))[0]) == number


def test_a_footnote_is_a_note_and_its_mark_no_word():
    lines = stack(paragraph(sentence(30), 0), paragraph(sentence(30, "Leaders"), 0))
    mark = line("1", lines[0].top - 2, lines[0].right, size=6.5)
    note = [
        line("1", 750, size=6.0),
        line("This inspection was invented for a test.", 752, 76, size=9.0),
        line("So was its second line.", 764, size=9.0),
    ]
    blocks = analyse_layout(document([lines[0], mark, *lines[1:], *note]))
    assert running_texts(blocks) == [sentence(30), sentence(30, "Leaders")]
    assert texts_of_kind(blocks, NOTE)[-2:] == [note[1].text, note[2].text]


def test_dates_in_small_type_on_a_cover_are_no_notes():
    cover = [line("Inspection of services", 300, size=26.0), line("16 August 2013", 700, size=8.0)]
    blocks = analyse_layout(document(cover, body("A"), body("B")))
    assert texts_of_kind(blocks, NOTE) == []


def test_typed_notes_are_told_by_the_mark_at_a_word_above():
    typed = [line(text, 12 * row, 0) for row, text in enumerate(wrap(sentence(60), 0), 6)]
    typed[1] = line(typed[1].text.replace(" and ", " and1 ", 1), typed[1].top, 0)
    notes = [line("1", 500, 0), line("Invented for a test.", 512, 12)]
    blocks = analyse_layout(document([*typed, *notes], [line(sentence(10), 72, 0)]))
    assert running_texts(blocks) == [sentence(60), sentence(10)]
    assert texts_of_kind(blocks, NOTE) == ["1", "Invented for a test."]


def test_small_print_without_a_mark_is_no_note():
    cover = [line("Published: 3 May 2021", 700, size=8.0), line("Age group: All", 712, size=8.0)]
    blocks = analyse_layout(document([*stack(paragraph(sentence(40), 0)), *cover], body("B")))
    assert texts_of_kind(blocks, NOTE) == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1 See above.", 1),
        ("¹² See above.", 12),
        ("‡ See above.", 0),
        ("†", 0),
        ("2012 was", None),
        ("12% of", None),
        ("See above.", None),
    ],
)
def test_a_note_begins_with_its_number_or_sign(text, number):
    (line_of_note,) = layout_lines(line(text, 700))
    assert note_number(line_of_note) == number


def part(text, left, top=100):
    return line(text, top, left)


@pytest.mark.parametrize(
    ("parts", "texts"),
    [
        ([part("to the board", 71), part("and on", 140)], ["to the board and on"]),
        ([part("to the board", 71), part("and on", 160)], ["to the board", "and on"]),
        ([part("to the board", 71), part("and on", 100)], ["to the board", "and on"]),
        ([part("to the board", 71), part("and on", 140, 110)], ["to the board", "and on"]),
        ([part("to the board", 71), part("• and", 140)], ["to the board", "and"]),
    ],
    ids=["beside", "too far right", "overlapping", "lower", "a bullet"],
)
def test_parts_of_a_line_are_joined_again(parts, texts):
    assert [line.text for line in rejoin_split_lines(state_of(parts)).lines] == texts
