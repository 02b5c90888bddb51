"""Tables: rows of cells, and prose with a label beside it."""

from corpus.layout import analyse_layout
from corpus.layout.blocks import BULLET, PARAGRAPH, ROW
from tests.corpus.layout.printing import document, line, paragraph, sentence, stack
from tests.corpus.layout.tables.pages import BODY, rows


def test_cells_that_wrap_are_one_row():
    table = [
        line("Judgement", 300, bold=True),
        line("Grade", 300, 410, bold=True),
        line("Children who need help and", 330),
        line("protection", 344.5),
        line("Requires", 330, 410),
        line("improvement", 344.5, 410),
        line("Overall effectiveness", 371),
        line("Good", 371, 410),
    ]
    assert rows(*table) == [
        (ROW, ("Judgement", "Grade")),
        (ROW, ("Children who need help and protection", "Requires improvement")),
        (ROW, ("Overall effectiveness", "Good")),
    ]


def test_a_cell_centred_beside_a_taller_one():
    table = [line("1. Children who need help", 412), line("Requires", 404, 410)]
    table.append(line("improvement", 418.5, 410))
    assert rows(*table) == [(ROW, ("1. Children who need help", "Requires improvement"))]


def test_a_label_of_one_line_at_the_middle_of_a_grade_of_two():
    """The grade begins higher, so its first line comes before the label."""
    table = [line("2.1 Adoption performance", 330, 89), line("Good", 330, 410)]
    table += [line("Requires", 353, 410), line("2.2 Care leavers", 360, 89)]
    table += [line("improvement", 367.5, 410), line("3. Leadership", 390), line("Good", 390, 410)]
    assert rows(*table) == [
        (ROW, ("2.1 Adoption performance", "Good")),
        (ROW, ("2.2 Care leavers", "Requires improvement")),
        (ROW, ("3. Leadership", "Good")),
    ]


def test_a_cell_that_hangs_from_its_number():
    table = [line("2. Children looked after and achieving", 300), line("permanence", 314.5, 89)]
    assert rows(*table, line("Good", 307, 410)) == [
        (ROW, ("2. Children looked after and achieving permanence", "Good")),
    ]


def test_three_columns():
    table = [line(text, 300, left) for text, left in (("Fostering", 71), ("12", 250), ("14", 400))]
    assert rows(*table) == [(ROW, ("Fostering", "12", "14"))]


def recommendation(start):
    return stack(
        paragraph(sentence(24, start), 0, left=224),
        paragraph(sentence(14, "plans"), 0, left=242, mark="•"),
        top=330,
        gap=14.5,
    )


def test_prose_beside_a_label_is_a_paragraph_with_the_label_as_its_cell():
    label = [line("Marrowdale Council", 330, 62), line("and its partners", 344.5, 62)]
    blocks = analyse_layout(document([*BODY, *label, *recommendation("Leaders")]))
    assert [(block.kind, block.cells, block.text) for block in blocks[2:]] == [
        (PARAGRAPH, ("Marrowdale Council and its partners",), sentence(24, "Leaders")),
        (BULLET, (), sentence(14, "plans")),
    ]


def test_prose_in_one_table_makes_no_prose_of_the_next():
    label = [line("Marrowdale Council", 330, 62)]
    names = [
        line("Details", 600, bold=True),
        line("Council", 630, 62),
        line("Health board", 630, 224),
    ]
    assert rows(*label, *recommendation("Leaders"), *names)[-1] == (
        ROW,
        ("Council", "Health board"),
    )


def test_cells_that_the_format_states_are_a_row():
    stated = line("Overall effectiveness Good", 300, cells=("Overall effectiveness", "Good"))
    assert rows(stated) == [(ROW, ("Overall effectiveness", "Good"))]


def test_prose_on_both_sides_is_read_from_left_to_right():
    left = [
        line("Leaders listen to families and they plan", 330, 62),
        line("well with schools.", 344.5, 62),
    ]
    right = [
        line("Carers listen to children and they help", 330, 324),
        line("them in all of it.", 344.5, 324),
    ]
    blocks = analyse_layout(document([*BODY, left[0], right[0], left[1], right[1]]))
    assert [(block.kind, block.cells, block.text) for block in blocks[2:]] == [
        (PARAGRAPH, (), "Leaders listen to families and they plan well with schools."),
        (PARAGRAPH, (), "Carers listen to children and they help them in all of it."),
    ]


def test_figures_side_by_side_are_a_row_though_the_first_might_be_a_number() -> None:
    rows = [("Age", "Children"), ("16", "120"), ("17", "95")]
    cells = [line(cell, 300 + 20 * index, left) for index, row in enumerate(rows)
             for cell, left in zip(row, (70.9, 300.0), strict=True)]  # fmt: skip
    blocks = analyse_layout(document([*paragraph(sentence(40), 100), *cells]))
    assert [block.cells for block in blocks[1:]] == rows


def test_a_cell_of_one_line_centred_right_of_a_taller_one():
    table = [line("Tuesday 3 June", 400), line("2031", 414.5), line("09:00 to 17:30", 407, 300)]
    assert rows(*table) == [(ROW, ("Tuesday 3 June 2031", "09:00 to 17:30"))]
