"""Lost text is found by the letters of lines, whatever the blocks made of their signs."""

from dataclasses import replace

import pytest
from hypothesis import given

from corpus.layout import analyse_layout
from corpus.layout.blocks import PARAGRAPH, Block
from corpus.layout.completeness import find_lost_text, find_pages_without_text
from tests.corpus.layout.printing import document, line, paragraph, sentence, stack, wrap
from tests.corpus.layout.test_pipeline import DOCUMENTS, PRINTED


def test_nothing_is_lost_of_a_page_with_a_bit_of_everything() -> None:
    assert find_lost_text(PRINTED, analyse_layout(PRINTED)) == {}


@given(DOCUMENTS)
def test_layout_loses_no_text_whatever_lines_come(printed) -> None:
    assert find_lost_text(printed, analyse_layout(printed)) == {}


@pytest.mark.parametrize("index", [0, 1, 2])
def test_a_lost_paragraph_is_found_on_its_page(index: int) -> None:
    texts = [sentence(30, name) for name in ("Ash", "Birch", "Cedar")]
    printed = document(*(stack(paragraph(text, 0)) for text in texts))
    blocks = [Block(PARAGRAPH, text, page=page) for page, text in enumerate(texts, 1)]
    blocks[index] = replace(blocks[index], text="Something else")
    assert find_lost_text(printed, blocks).keys() == {index + 1}


def test_a_paragraph_over_many_pages_is_whole() -> None:
    rows = [line(row, 90 + 15 * (index % 2)) for index, row in enumerate(wrap(sentence(90)))]
    printed = document(rows[:2], [], rows[2:4], rows[4:])
    assert find_lost_text(printed, [Block(PARAGRAPH, sentence(90), page=1)]) == {}


def test_a_page_with_a_running_foot_alone_has_no_text() -> None:
    foot = [line("Inspection of Marrowdale council", 800)]
    body = [*stack(paragraph(sentence(30), 0)), *foot]
    printed = document(body, [*foot, line("2", 815, 510)], body)
    assert find_pages_without_text(printed) == {2}


def test_lost_figures_are_found_and_page_numbers_are_not_expected() -> None:
    printed = document(
        [*stack(paragraph(sentence(30), 0)), line("2014", 400), line("1,250", 400, 230)],
        [*stack(paragraph(sentence(30), 0)), line("2", 810)],
    )
    blocks = [Block(PARAGRAPH, sentence(30), page=page) for page in (1, 2)]
    assert find_lost_text(printed, blocks) == {1: "2014 1,250"}
