"""Lines to paragraphs: spacing, indents, line fill and page breaks."""

import pytest

from corpus.layout import analyse_layout
from corpus.layout.blocks import BULLET, PARAGRAPH
from tests.corpus.layout.printing import (
    EDGE,
    LEAD,
    PITCH,
    document,
    line,
    paragraph,
    sentence,
    stack,
)

CDE, FGH = ("Carers", "Doctors", "Elders"), ("Fathers", "Guardians", "Heads")
BODY = stack(paragraph(sentence(60), 0), paragraph(sentence(50, "Leaders"), 0))


def texts(*pages):
    return [block.text for block in analyse_layout(document(*pages))]


def test_lines_that_fill_the_measure_are_one_paragraph():
    text = f"{sentence(30)} {sentence(25, 'Leaders')}"
    assert texts(stack(paragraph(text, 0))) == [text]


@pytest.mark.parametrize("pieces", [("agen-", "cies"), ("face-", "to-face"), ("short-", "term")])
def test_a_line_that_ends_in_a_hyphen_ends_no_paragraph_however_wide_the_leading(pieces):
    """The second line stands further below than the lines of other paragraphs do."""
    before, after = pieces
    lines = [line(f"Work between {before}", 400), line(f"{after} is good.", 400 + 1.4 * PITCH)]
    whole = (
        f"Work between {before.removesuffix('-') if after == 'cies' else before}{after} is good."
    )
    assert texts([*BODY, *lines])[-1] == whole


def test_a_gap_parts_paragraphs():
    first, second = sentence(40), sentence(30, "Leaders")
    assert texts(stack(paragraph(first, 0), paragraph(second, 0))) == [first, second]


def test_a_line_with_room_to_spare_ends_a_paragraph_without_a_gap():
    first, second = sentence(40), sentence(40, "Leaders")
    pages = stack(paragraph(first, 0), paragraph(second, 0), gap=14.5)
    assert texts(pages) == [first, second]


def test_a_sentence_that_ends_a_little_short_of_the_edge_ends_no_paragraph():
    short = "x" * int((EDGE - 71) / 5.5 - 9) + " at."
    read = texts([*BODY, line(short, 400), line("Communication is clear.", 414.5)])
    assert read[-1] == f"{short} Communication is clear."


def test_the_rule_between_rows_parts_paragraphs_that_fill_their_lines():
    filled = "x" * int((EDGE - 71) / 5.5 - 3) + " t."
    rows = [line(filled, 400), line("Leaders should act.", 415.1), line("So should all.", 430.2)]
    assert texts([*BODY, *rows])[2:] == [filled, "Leaders should act.", "So should all."]


def test_a_page_left_half_empty_ends_its_last_paragraph():
    filled = "It is " + "x" * int((EDGE - 71) / 5.5 - 9) + " t."
    first, last = (stack(*(paragraph(sentence(60, a), 0) for a in names)) for names in (CDE, FGH))
    assert filled in texts(first, [line(filled, 90)], last)


@pytest.mark.parametrize("mark", ["2.", "14)"])
def test_text_hangs_from_a_number_that_is_none_of_the_reports(mark):
    names = sentence(40).title()
    assert texts([*BODY, *paragraph(names, 300, mark=mark)])[2:] == [f"{mark} {names}"]


def test_an_address_is_not_one_paragraph():
    body = paragraph(sentence(60), 0)
    address = stack([line("County Hall", 0)], [line("High Street", 0)], gap=14.5)
    assert texts(stack(address, body))[:2] == ["County Hall", "High Street"]


@pytest.mark.parametrize(
    "tail", ["without a stop", "with a stop."], ids=["mid-sentence", "between sentences"]
)
def test_a_page_break_cuts_no_paragraph_whose_last_line_is_full(tail):
    filled = "x" * int((EDGE - 71) / 5.5 - len(tail) - 1) + " " + tail
    first, rest = [line(filled, 740)], stack(paragraph("So leaders act " + sentence(20, "on"), 0))
    before = stack(paragraph(sentence(50), 0))
    assert texts(before + first, rest)[1].startswith(filled + " So leaders")


def test_a_page_break_parts_paragraphs_where_the_last_line_had_room():
    first, second = sentence(42), sentence(40, "Leaders")
    assert texts(stack(paragraph(first, 0)), stack(paragraph(second, 0))) == [first, second]


def test_lines_of_facts_stay_apart():
    facts = [line("Inspection dates: 3 to 14 May 2021", 0), line("Lead inspector: Ann Other", 0)]
    page = stack(*([fact] for fact in facts), paragraph(sentence(60), 0), gap=14.5)
    assert texts(page)[:2] == [fact.text for fact in facts]


def kinds(*groups, gap=21.0):
    blocks = analyse_layout(document(stack(*groups, gap=gap)))
    return [(block.kind, block.depth, block.text) for block in blocks]


def test_bullets_without_gaps_between_them():
    items = [sentence(20, "plans"), sentence(9, "visits"), sentence(30, "records")]
    read = kinds(LEAD, *(paragraph(item, 0, mark="•") for item in items), gap=14.5)
    assert [text for *_, text in read[1:]] == items


@pytest.mark.parametrize("beside", [True, False], ids=["beside its text", "above its text"])
def test_a_glyph_on_a_line_of_its_own_marks_the_text_after_it(beside):
    item = paragraph(sentence(30, "plans"), 300, left=100)
    glyph = line("▪", 300 if beside else 288, 82)
    assert kinds([glyph, *item])[0] == (BULLET, 1, sentence(30, "plans"))


def test_a_dash_in_the_middle_of_a_sentence_is_not_a_bullet():
    first = "Workers listen to families and plan with them each month so that they know them well"
    lines = [line(first, 100), line("– which takes time – and act at once.", 114.5)]
    assert kinds(lines) == [(PARAGRAPH, 0, f"{first} – which takes time – and act at once.")]


def test_a_bullet_goes_on_over_a_page():
    item = sentence(60, "plans").rstrip(".") + " at all times."
    lines = paragraph(item, 720, mark="◼")
    after = stack(lines[2:], paragraph(sentence(20), 0))
    blocks = analyse_layout(document(stack(paragraph(sentence(80), 0)) + lines[:2], after))
    assert [(block.kind, block.page, block.text) for block in blocks[1:]] == [
        (BULLET, 1, item),
        (PARAGRAPH, 2, sentence(20)),
    ]


@pytest.mark.parametrize("number", ["2.1", "3.2.1.", "4.", "104."])
def test_lines_stand_indented_behind_a_number(number):
    first = f"{number} The school meets the standards (Independent Schools)"
    second = "Regulations 2014."
    body = [line(f"{first} {'x' * 27}", 400), line(second, 400 + PITCH, left=92.9)]
    assert texts([*BODY, *body])[-1].endswith(second)


def test_a_line_high_on_a_cover_does_not_go_on_overleaf():
    cover = [line("Inspection of Marrowdale", 100), line("May 2031", 140)]
    overleaf = stack(paragraph(f"This inspection was led by Ann. {sentence(60)}", 0, page=2))
    full = stack(*[paragraph(sentence(60), 0, page=3)] * 6)
    assert "May 2031" in texts(cover, overleaf, full)


def test_a_line_that_ends_in_a_small_word_goes_on_below():
    cell = [
        line("Outline how you come into compliance with", 400),
        line("Regulation 16: Training.", 400 + PITCH),
    ]
    assert texts([*BODY, *cell])[-1] == " ".join(each.text for each in cell)
