import pytest

from corpus.layout.blocks import BULLET, PARAGRAPH, ROW, Block
from corpus.understanding.outline.lead_ins import MAX_LEAD_LETTERS, find_leads


def leads(*items, path=()):
    """Return what leads into each of (depth, text)."""
    blocks = [Block(BULLET if depth else PARAGRAPH, text, depth=depth) for depth, text in items]
    return list(find_leads((block, path) for block in blocks))


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        (
            [(0, "Plans are late. Leaders should:"), (1, "plan;"), (1, "review.")],
            [None, "Leaders should:", "Leaders should:"],
        ),
        (
            [(0, "Children live:"), (1, "At home, of whom"), (2, "six are new"), (1, "away.")],
            [None, "Children live:", "At home, of whom", "Children live:"],
        ),
        ([(0, "Plans are late."), (1, "They drift.")], [None, None]),
        ([(0, "Leaders should:"), (0, "Plan more."), (1, "Review.")], [None, None, None]),
        ([(1, "A whole item."), (2, "of which two")], [None, None]),
        ([(0, "Is it so?”"), (1, "Yes")], [None, None]),
        ([(0, f"{'long ' * MAX_LEAD_LETTERS}:"), (1, "short")], [None, None]),
    ],
    ids=["list", "nested", "closed", "left", "whole item", "quoted", "bounded"],
)
def test_an_item_has_the_open_sentence_before_its_list(items, expected):
    assert leads(*items) == expected


@pytest.mark.parametrize(
    ("kind", "cells", "lead"),
    [
        (PARAGRAPH, ("Marrowdale council",), "Marrowdale council"),
        (BULLET, ("By May 2031",), "By May 2031"),
        (PARAGRAPH, ("2.14",), None),
        (PARAGRAPH, ("14.",), "14."),
        (PARAGRAPH, ("R1",), "R1"),
        (PARAGRAPH, (), None),
        (ROW, ("Ferry", "Twice a week"), None),
    ],
)
def test_the_label_beside_a_paragraph_leads_into_it(kind, cells, lead):
    block = Block(kind, "Plan more.", cells=cells, depth=kind == BULLET)
    assert list(find_leads([(block, ())])) == [lead]


def test_a_heading_ends_all_lists():
    lead, item = Block(PARAGRAPH, "Leaders should:"), Block(BULLET, "plan", depth=1)
    assert list(find_leads([(lead, ("A",)), (item, ("B",))])) == [None, None]
