"""Groups of lines to blocks: depth, text, and what a block takes from which line."""

import pytest

from corpus.layout import analyse_layout
from corpus.layout.blocks import BULLET, HEADING, PARAGRAPH, ROW
from corpus.layout.dehyphenation import DocumentWords
from corpus.layout.paragraphs.assembly import bullet_depths, make_block
from tests.corpus.layout.printing import (
    LEAD,
    document,
    layout_lines,
    line,
    paragraph,
    sentence,
    stack,
)


def blocks_of(*groups):
    return analyse_layout(document(stack(*groups, gap=21.0)))


def test_nested_bullets_are_deeper():
    outer, inner = sentence(20, "plans"), sentence(20, "in schools")
    blocks = blocks_of(
        LEAD,
        paragraph(outer, 0, mark="◼"),
        paragraph(inner, 0, left=107, mark="–"),
        paragraph(outer, 0, mark="◼"),
    )
    assert [block.depth for block in blocks] == [0, 1, 2, 1]


def test_a_glyph_with_nothing_after_it_gives_no_block():
    assert len(blocks_of(LEAD, [line("▪", 0, 82)])) == 1


def test_a_block_starts_on_the_page_of_its_first_line():
    lines = stack(paragraph(sentence(60), 0))
    blocks = analyse_layout(document(lines[:3], lines[3:]))
    assert [(block.page, block.text) for block in blocks] == [(1, sentence(60))]


@pytest.mark.parametrize(
    ("items", "depths"),
    [
        ([(BULLET, 71), (BULLET, 90), (BULLET, 109), (BULLET, 71)], [1, 2, 3, 1]),
        ([(BULLET, 71), (BULLET, 76)], [1, 1]),
        ([(BULLET, 90), (BULLET, 71)], [1, 1]),
        ([(BULLET, 71), (PARAGRAPH, 71), (BULLET, 90)], [1, 0, 1]),
        ([(BULLET, 71), (HEADING, 71), (BULLET, 90)], [1, 0, 1]),
        ([(BULLET, 71), (ROW, 71), (BULLET, 90)], [1, 0, 2]),
    ],
    ids=["in and out", "nearly the same edge", "further left", "a paragraph ends the list",
         "a heading ends it", "a row does not"],
)  # fmt: skip
def test_depth_by_indent(items, depths):
    groups = [layout_lines(line("Help", 0, left)) for _, left in items]
    assert list(bullet_depths(groups, [kind for kind, _ in items])) == depths


def test_a_depth_that_the_format_states_counts():
    group = layout_lines(line("Help", 0, bullet_depth=3))
    assert list(bullet_depths([group], [BULLET])) == [3]


def test_a_block_takes_its_size_from_its_longest_line_and_its_weight_from_all():
    short, long = line("Help", 100, size=20.0, bold=True), line("is timely", 120)
    block = make_block(layout_lines(short, long), PARAGRAPH, 0, DocumentWords(()))
    assert (block.text, block.size, block.bold) == ("Help is timely", 12.0, False)


def test_a_dash_within_a_group_is_text():
    group = layout_lines(line("Help is timely", 100), line("– nearly always.", 114.5))
    block = make_block(group, PARAGRAPH, 0, DocumentWords(()))
    assert block.text == "Help is timely – nearly always."
