"""Paragraphs of flowing documents that a page break cut in two."""

import pytest

from corpus.layout import analyse_layout
from tests.corpus.layout.printing import flowing


@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [
        ("Workers plan with", "families each month.", True),
        ("Workers plan with the", "Marrowdale team.", True),
        ("Workers plan, listen,", "Marrowdale’s leaders say.", True),
        ("Workers plan before pre-", "placement visits.", True),
        ("Workers plan well.", "Leaders agree.", False),
        ("Workers plan with Marrowdale", "Leaders agree.", False),
        ("Workers plan for:", "- families", False),
    ],
    ids=lambda value: str(value).replace(" ", "_"),
)
def test_a_page_break_cuts_no_sentence(above, below, joined):
    assert (len(analyse_layout(flowing(above, below))) == 1) is joined


def test_numbers_on_lines_of_their_own():
    lines = ["1.", "Leaders plan.", "2.", "Leaders listen.", "3.", "Leaders act."]
    blocks = analyse_layout(flowing(*lines))
    assert [(block.number, block.text) for block in blocks] == [
        (1, "Leaders plan."), (2, "Leaders listen."), (3, "Leaders act."),
    ]  # fmt: skip
