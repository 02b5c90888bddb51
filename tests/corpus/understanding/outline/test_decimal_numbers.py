import pytest

from corpus.layout.blocks import BULLET, PARAGRAPH, ROW, Block
from corpus.understanding.outline.decimal_numbers import take_out_decimals

SENTENCE = "Staff know which children may leave."


@pytest.mark.parametrize(
    ("block", "kind", "cells", "text"),
    [
        (Block(PARAGRAPH, f"3.1 {SENTENCE}"), PARAGRAPH, ("3.1",), SENTENCE),
        (Block(PARAGRAPH, f"3.12.4. {SENTENCE}"), PARAGRAPH, ("3.12.4.",), SENTENCE),
        (Block(ROW, "", cells=("3.1", SENTENCE)), PARAGRAPH, ("3.1",), SENTENCE),
        (Block(ROW, "", cells=("3.1", "Staff", "Good")), ROW, ("3.1", "Staff", "Good"), ""),
        (Block(ROW, "", cells=("3.1", "Staff")), ROW, ("3.1", "Staff"), ""),
        (Block(ROW, "", cells=("3", SENTENCE)), ROW, ("3", SENTENCE), ""),
        (Block(PARAGRAPH, f"3 {SENTENCE}"), PARAGRAPH, (), f"3 {SENTENCE}"),
        (Block(PARAGRAPH, "3.1 Staff"), PARAGRAPH, (), "3.1 Staff"),
        (Block(BULLET, f"3.1 {SENTENCE}"), BULLET, (), f"3.1 {SENTENCE}"),
        (
            Block(PARAGRAPH, "3.1 million pounds were not spent on homes."),
            PARAGRAPH,
            (),
            "3.1 million pounds were not spent on homes.",
        ),
    ],
)
def test_what_is_taken_out(block, kind, cells, text):
    (read,) = take_out_decimals([block])
    assert (read.kind, read.cells, read.text) == (kind, cells, text)
