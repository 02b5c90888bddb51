"""Bullets of every kind: glyphs, dashes, nesting, and glyphs on lines of their own."""

import pytest

from corpus.layout import blocks
from corpus.layout.blocks import BULLET, PARAGRAPH
from tests.corpus.layout.printing import document, line, paragraph, sentence, stack

LEAD = paragraph("Leaders should ensure that " + sentence(20, "they").rstrip(".") + ":", 0)


def kinds(*groups, gap=21.0):
    return [(b.kind, b.depth, b.text) for b in blocks(document(stack(*groups, gap=gap)))]


@pytest.mark.parametrize(
    "glyph", "◼•▪■○➢–-‒─−o\uf0b7\uf06e\uf02d\x83", ids=lambda g: f"U+{ord(g):04X}"
)
def test_every_glyph_is_a_bullet(glyph):
    items = [sentence(30, "plans").rstrip("."), sentence(25, "records")]
    found = kinds(LEAD, *(paragraph(item, 0, mark=glyph) for item in items))
    assert found[1:] == [(BULLET, 1, items[0]), (BULLET, 1, items[1])]


def test_bullets_without_gaps_between_them():
    items = [sentence(20, "plans"), sentence(9, "visits"), sentence(30, "records")]
    found = kinds(LEAD, *(paragraph(item, 0, mark="•") for item in items), gap=14.5)
    assert [text for *_, text in found[1:]] == items


def test_nested_bullets_are_deeper():
    outer, inner = sentence(20, "plans"), sentence(20, "in schools")
    found = kinds(
        LEAD,
        paragraph(outer, 0, mark="◼"),
        paragraph(inner, 0, left=107, mark="–"),
        paragraph(outer, 0, mark="◼"),
    )
    assert [depth for _, depth, _ in found] == [0, 1, 2, 1]


@pytest.mark.parametrize("beside", [True, False], ids=["beside its text", "above its text"])
def test_a_glyph_on_a_line_of_its_own_marks_the_text_after_it(beside):
    item = paragraph(sentence(30, "plans"), 300, left=100)
    glyph = line("▪", 300 if beside else 288, 82)
    assert kinds([glyph, *item])[0] == (BULLET, 1, sentence(30, "plans"))


def test_a_glyph_with_nothing_after_it_is_no_block():
    assert kinds(LEAD, [line("▪", 0, 82)])[1:] == []


def test_a_dash_in_the_middle_of_a_sentence_is_no_bullet():
    first = "Workers listen to families and plan with them each month so that they know them well"
    lines = [line(first, 100), line("– which takes time – and act at once.", 114.5)]
    assert kinds(lines) == [(PARAGRAPH, 0, f"{first} – which takes time – and act at once.")]


def test_a_bullet_goes_on_over_a_page():
    item = sentence(60, "plans").rstrip(".") + " at all times."
    lines = paragraph(item, 720, mark="◼")
    after = stack(lines[2:], paragraph(sentence(20), 0))
    found = blocks(document(stack(paragraph(sentence(80), 0)) + lines[:2], after))
    assert [(b.kind, b.page, b.text) for b in found[1:]] == [
        (BULLET, 1, item),
        (PARAGRAPH, 2, sentence(20)),
    ]
