"""Bullets of every kind: glyphs, dashes and what only looks like one."""

import pytest

from corpus.layout import analyse_layout
from corpus.layout.blocks import BULLET
from corpus.layout.bullets import has_weak_bullet, layout_line
from tests.corpus.layout.printing import LEAD, PITCH, document, line, paragraph, sentence, stack


@pytest.mark.parametrize(
    "glyph", "◼•▪■○➢–—―⎯‐‑-‒─−o\uf0b7\uf06e\uf02d\x83\u0336", ids=lambda g: f"U+{ord(g):04X}"
)
def test_every_glyph_is_a_bullet(glyph):
    items = [sentence(30, "plans").rstrip("."), sentence(25, "records")]
    page = stack(LEAD, *(paragraph(item, 0, mark=glyph) for item in items), gap=21.0)
    blocks = [(block.kind, block.depth, block.text) for block in analyse_layout(document(page))]
    assert blocks[1:] == [(BULLET, 1, items[0]), (BULLET, 1, items[1])]


@pytest.mark.parametrize("glyph", "-–—―⎯─−\u0336", ids=lambda g: f"U+{ord(g):04X}")
def test_a_dash_right_below_a_full_line_without_a_stop_begins_the_next_item(glyph):
    items = [("plans " * 13).strip(), "records of what was said."]
    page = stack(LEAD, *(paragraph(item, 0, mark=glyph) for item in items), gap=PITCH)
    assert [block.text for block in analyse_layout(document(page))][1:] == items


@pytest.mark.parametrize(
    ("text", "bullet", "rest"),
    [
        ("• Help", "•", "Help"),
        ("•Help", "•", "Help"),
        ("  ◼  Help", "◼", "Help"),
        ("\uf06e\uf06e Help", "\uf06e\uf06e", "Help"),
        ("▪", "▪", ""),
        ("– Help", "–", "Help"),
        ("o Help", "o", "Help"),
        ("–Help", "", "–Help"),
        ("other", "", "other"),
        ("1. Help", "", "1. Help"),
        ("Help • now", "", "Help • now"),
    ],
)
def test_a_bullet_is_taken_off_its_text(text, bullet, rest):
    taken = layout_line(line(text, 100))
    assert (taken.bullet, taken.text) == (bullet, rest)


def test_a_line_keeps_its_place_and_what_the_format_states():
    stated = line(
        "• Help", 100, 80, page=2, bold=True, heading_level=3, bullet_depth=2, cells=("a",)
    )
    taken = layout_line(stated)
    assert (taken.page, taken.left, taken.right) == (2, 80, stated.right)
    assert (taken.top, taken.bottom, taken.size, taken.bold) == (100, 112, 12, True)
    assert (taken.heading_level, taken.bullet_depth, taken.cells) == (3, 2, ("a",))


@pytest.mark.parametrize(
    ("text", "is_weak"), [("– Help", True), ("o Help", True), ("• Help", False), ("Help", False)]
)
def test_a_weak_bullet_may_be_a_dash_or_letter(text, is_weak):
    assert has_weak_bullet(layout_line(line(text, 100))) is is_weak
