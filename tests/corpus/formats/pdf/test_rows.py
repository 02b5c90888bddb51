"""Columns that begin after a narrow gap are told by the lines near by; prose stays whole."""

import pytest

from corpus.formats.pdf.rows import is_marker, join_words
from corpus.formats.pdf.word_arrays import WordArrays
from corpus.layout import analyse_layout
from corpus.layout.blocks import BULLET, ROW
from tests.corpus.formats.pdf.drawing import one_page_pdf, read, text
from tests.corpus.formats.pdf.test_words import word

WORD_GAP, COLUMN = 3.0, 86.0  # points, in ten-point type; letters are five points wide
WIDE_ROW = [("Care leavers", 0.0), ("95", COLUMN)]
LONG_ROW = [("Children in care", 0.0), ("312", COLUMN)]


def texts_of(*rows):
    """Return the texts of the lines of rows, each (text, left edge) of parts side by side."""
    words = []
    for at, row in enumerate(rows):
        for index, (part, left) in enumerate(row):
            for place, piece in enumerate(part.split()):
                before = " " if index or place else "\n"
                words.append(word(piece, left, before, up=-20 * at))
                left = words[-1].right + WORD_GAP
    return [line.text for line in join_words(WordArrays.of(words), 1)]


@pytest.mark.parametrize(
    ("rows", "texts"),
    [
        ([LONG_ROW], ["Children in care 312"]),
        ([LONG_ROW, WIDE_ROW], ["Children in care", "312", "Care leavers", "95"]),
        ([WIDE_ROW, LONG_ROW], ["Care leavers", "95", "Children in care", "312"]),
        ([WIDE_ROW, [("A", 0)], [("B", 0)], LONG_ROW],
         ["Care leavers", "95", "A", "B", "Children in care", "312"]),
        ([WIDE_ROW, [("A", 0)], [("B", 0)], [("C", 0)], LONG_ROW],
         ["Care leavers", "95", "A", "B", "C", "Children in care 312"]),
        ([LONG_ROW, [("Care leavers", 0), ("95", 90)]],
         ["Children in care 312", "Care leavers", "95"]),
        ([[("Leaders know them", 0), ("all", COLUMN)], WIDE_ROW],
         ["Leaders know them all", "Care leavers", "95"]),
        ([[("Homes", 0), ("16", 80), ("120", 140)]], ["Homes", "16", "120"]),
        ([[("Homes", 0), ("16", 80), ("Good", 140)]], ["Homes", "16 Good"]),
        ([[("16", 0), ("120", 60)]], ["16", "120"]),
        ([[("16.", 0), ("Homes", 60)]], ["16. Homes"]),
    ],
    ids=["alone", "below", "above", "three lines apart", "too far apart", "elsewhere",
         "a word's gap", "figures beside a label", "an item beside a label", "figures", "number"],
)  # fmt: skip
def test_a_narrow_gap_is_one_of_columns_where_a_wide_one_ends_at_its_place(rows, texts) -> None:
    assert texts_of(*rows) == texts


@pytest.mark.parametrize(
    ("text", "following", "is_first"),
    [("12.", "120", True), ("12", "Homes", True), ("12", "120", False), ("•", "120", True),
     ("(a)", "Homes", True), ("1234", "Homes", False), ("Homes", "12", False)],
)  # fmt: skip
def test_what_a_paragraph_begins_with(text, following, is_first) -> None:
    assert is_marker(text, following) is is_first


LEFT_ITEMS = ["Leaders know their children and", "visit the homes often enough.",
              "Plans for care leavers are clear", "and are reviewed in good time.",
              "Managers read every record and", "say what needs to be better."]  # fmt: skip
RIGHT_ITEMS = ["Foster carers feel that they are", "heard by the council each year.",
               "Schools share what they know of", "children in need with the teams.",
               "Young people help to choose the", "staff who will work with them."]  # fmt: skip
SHORT_ITEMS = ["Stable homes", "Clear plans", "Timely visits", "Good schools"]


def items(texts, left, every):
    """Return the operators for each line of a column in which every so many begins a bullet."""
    for index, item in enumerate(texts):
        bullet = text(r"\225", 120 + 16 * index, left) if index % every == 0 else ""
        yield bullet + text(item, 120 + 16 * index, left + 14)


@pytest.mark.parametrize("by_line", [True, False], ids=["by line", "by column"])
@pytest.mark.parametrize("left", [320, 272], ids=["wide gutter", "narrow gutter"])
def test_bullets_in_two_columns_are_read_column_by_column(left: int, by_line: bool) -> None:
    columns = [list(items(LEFT_ITEMS, 72, 2)), list(items(RIGHT_ITEMS, left, 2))]
    drawn = zip(*columns, strict=True) if by_line else columns
    blocks = analyse_layout(read(one_page_pdf("".join("".join(part) for part in drawn))))
    lines = [*LEFT_ITEMS, *RIGHT_ITEMS]
    assert [(block.kind, block.text) for block in blocks] == [
        (BULLET, f"{first} {rest}") for first, rest in zip(lines[::2], lines[1::2], strict=True)
    ]


@pytest.mark.parametrize("by_line", [True, False], ids=["by line", "by column"])
def test_bullets_of_a_few_words_in_two_columns_are_no_table(by_line: bool) -> None:
    columns = [list(items(SHORT_ITEMS, 72, 1)), list(items(SHORT_ITEMS[::-1], 320, 1))]
    drawn = zip(*columns, strict=True) if by_line else columns
    blocks = analyse_layout(read(one_page_pdf("".join("".join(part) for part in drawn))))
    assert [block.text for block in blocks] == [*SHORT_ITEMS, *SHORT_ITEMS[::-1]]
    assert {block.kind for block in blocks} == {BULLET}


def test_a_long_label_and_its_figures_are_cells() -> None:
    table = [("Children in need", "1,204", "1,310"), ("Care leavers", "95", "101"),
             ("Children looked after by the council", "312", "298")]  # fmt: skip
    drawn = (
        text(label, 120 + 20 * at, 72)
        + text(one, 120 + 20 * at, 275)
        + text(two, 120 + 20 * at, 350)
        for at, (label, one, two) in enumerate(table)
    )
    blocks = analyse_layout(read(one_page_pdf("".join(drawn))))
    assert [(block.kind, block.cells) for block in blocks] == [(ROW, row) for row in table]
