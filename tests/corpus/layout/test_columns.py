"""Columns: prose side by side is read column by column, and what is a table stays one."""

from itertools import chain, zip_longest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.formats.document import TextLine
from corpus.layout import analyse_layout
from corpus.layout.blocks import BULLET, HEADING, PARAGRAPH, ROW
from tests.corpus.layout.printing import (
    LEFT,
    PITCH,
    document,
    line,
    paragraph,
    sentence,
    stack,
    wrap,
)

LEFTS_OF_TWO, LEFTS_OF_THREE = (LEFT, 310.0), (LEFT, 230.0, 389.0)


def column(
    texts: list[str], left: float, width: float, top: float, gap: float = 22
) -> list[TextLine]:
    """Return paragraphs set in a column; one that begins with a bullet hangs from it."""
    lines: list[TextLine] = []
    for text in texts:
        rows = wrap(text, left, left + width)
        lines += [line(row, top + index * PITCH, left) for index, row in enumerate(rows)]
        top = lines[-1].top + gap
    return lines


def drawn(columns: list[list[TextLine]], by_line: bool) -> list[TextLine]:
    """Return the lines of columns as a program draws them: column by column, or line by line."""
    if by_line:
        return [row for rows in zip_longest(*columns) for row in rows if row]
    return list(chain.from_iterable(columns))


def texts_of(*lines: TextLine) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in analyse_layout(document(lines))]


@pytest.mark.parametrize("by_line", [False, True], ids=["by column", "by line"])
@pytest.mark.parametrize("lefts", [LEFTS_OF_TWO, LEFTS_OF_THREE], ids=["two", "three"])
def test_columns_between_text_across_the_page(lefts: tuple[float, ...], by_line: bool) -> None:
    width = lefts[1] - lefts[0] - 18
    names = ("Ash", "Birch", "Cedar")[: len(lefts)]
    texts = [[sentence(40, name)] for name in names]
    columns = [column(part, left, width, 250) for part, left in zip(texts, lefts, strict=True)]
    above = stack([line("What works", 0, bold=True)], paragraph(sentence(40, "Above"), 0))
    below = paragraph(sentence(40, "Below"), 500)
    assert texts_of(*above, *drawn(columns, by_line), *below) == [
        (HEADING, "What works"),
        (PARAGRAPH, sentence(40, "Above")),
        *((PARAGRAPH, text) for text in chain.from_iterable(texts)),
        (PARAGRAPH, sentence(40, "Below")),
    ]


def test_two_sets_of_columns_under_headings_of_their_own() -> None:
    parts = []
    for top, name in ((100, "Ash"), (300, "Birch")):
        parts.append(line(f"{name} matters", top, bold=True))
        parts += column([sentence(40, f"{name}a")], LEFT, 220, top + 30)
        parts += column([sentence(30, f"{name}b")], 310, 220, top + 30)
    assert [text for _, text in texts_of(*parts)] == [
        "Ash matters", sentence(40, "Asha"), sentence(30, "Ashb"),
        "Birch matters", sentence(40, "Bircha"), sentence(30, "Birchb"),
    ]  # fmt: skip


def test_a_sentence_goes_on_at_the_top_of_the_next_column() -> None:
    rows = [line(row, 0) for row in wrap(sentence(80), LEFT, 290)]
    half = len(rows) // 2
    left = [line(row.text, 100 + index * PITCH) for index, row in enumerate(rows[:half])]
    right = [line(row.text, 100 + index * PITCH, 310) for index, row in enumerate(rows[half:])]
    assert texts_of(*left, *right) == [(PARAGRAPH, sentence(80))]


def test_bullets_in_columns_are_of_one_depth() -> None:
    parts = [
        moved
        for left in LEFTS_OF_TWO
        for moved in stack(
            *([line(f"• {row}" if not index else row, index * PITCH, left + 12 * bool(index))
               for index, row in enumerate(wrap(sentence(20, name), left, left + 215))]
              for name in ("Ash", "Birch")),
        )
    ]  # fmt: skip
    blocks = analyse_layout(document([*paragraph(sentence(60), 40), *map(lower, parts)]))
    assert [(block.kind, block.depth) for block in blocks[1:]] == [(BULLET, 1)] * 4


def lower(row: TextLine) -> TextLine:
    return line(row.text, row.top + 100, row.left)


def test_a_table_stays_a_table() -> None:
    table = [("Overall effectiveness of services", "Requires improvement"), ("Leaders and managers", "Good"),
             ("Children who need help and protection", "Good"), ("Care leavers in the area", "Good")]  # fmt: skip
    lines = [line(cell, 300 + 20 * row, left) for row, cells in enumerate(table)
             for cell, left in zip(cells, (LEFT, 400.0), strict=True)]  # fmt: skip
    assert [kind for kind, _ in texts_of(*paragraph(sentence(60), 100), *lines)][1:] == [ROW] * 4


def test_cells_that_wrap_beside_grades_stay_rows() -> None:
    lines = []
    for row, name in enumerate(
        ("leaders on social work", "practice with children", "help for families")
    ):
        top = 300 + 42 * row
        lines += [
            line(f"The impact of {name} on all the", top),
            line("experiences of children and families", top + PITCH),
            line("Requires improvement to be good", top, 330),
        ]
    lines += [line("Overall effectiveness", 430), line("Requires improvement to be good", 430, 330)]
    assert [kind for kind, _ in texts_of(*paragraph(sentence(60), 100), *lines)][1:] == [ROW] * 4


NAMES = ("Ash", "Birch", "Cedar", "Dogwood", "Elder", "Fir", "Gorse", "Hazel")
COLUMN_WORDS = st.lists(st.integers(16, 60), min_size=1, max_size=4)


@given(COLUMN_WORDS, COLUMN_WORDS, st.booleans())
def test_what_was_printed_in_columns_is_read(
    left: list[int], right: list[int], by_line: bool
) -> None:
    lefts = iter(NAMES)
    texts = [[sentence(words, next(lefts)) for words in part] for part in (left, right)]
    columns = [
        column(part, place, 220, 90) for part, place in zip(texts, LEFTS_OF_TWO, strict=True)
    ]
    if by_line:
        lines = sorted(chain.from_iterable(columns), key=lambda row: (round(row.top), row.left))
    else:
        lines = drawn(columns, False)
    assert [text for _, text in texts_of(*lines)] == list(chain.from_iterable(texts))


@pytest.mark.parametrize("by_line", [False, True], ids=["by column", "by line"])
@pytest.mark.parametrize("pitch", [18, 20, 26])
def test_a_table_between_two_sets_of_columns_ends_the_first(by_line: bool, pitch: int) -> None:
    parts, names = [], [("Ash", "Birch"), ("Cedar", "Elder")]
    for top, (left, right) in zip((90, 330), names, strict=True):
        columns = [column([sentence(40, left)], LEFT, 220, top),
                   column([sentence(40, right)], 310, 220, top)]  # fmt: skip
        parts.append(drawn(columns, by_line))
    rows = [("Area", "2022", "2023"), ("Visits made", "120", "145"), ("Plans late", "30", "12")]
    table = [line(cell, 240 + pitch * index, left) for index, cells in enumerate(rows)
             for cell, left in zip(cells, (LEFT, 300.0, 400.0), strict=True)]  # fmt: skip
    assert texts_of(*parts[0], *table, *parts[1]) == [
        (PARAGRAPH, sentence(40, "Ash")),
        (PARAGRAPH, sentence(40, "Birch")),
        *((ROW, " ".join(cells)) for cells in rows),
        (PARAGRAPH, sentence(40, "Cedar")),
        (PARAGRAPH, sentence(40, "Elder")),
    ]
