"""Lost text is found by the letters of lines, whatever the blocks made of their signs."""

from dataclasses import replace

import pytest
from hypothesis import given

from corpus.layout import analyse_layout
from corpus.layout.blocks import PAGE_NUMBER, PARAGRAPH, ROW, Block
from corpus.layout.completeness import find_lost_text, find_pages_without_text
from tests.corpus.layout.printing import document, flowing, line, paragraph, sentence, stack, wrap
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


@pytest.mark.parametrize(
    "figures", [["2014", "1,250"], ["12", "7"], ["45"], ["3", "No"], ["3", "3", "3"]], ids=" ".join
)
def test_lost_figures_are_found_however_short_and_page_numbers_are_furniture(figures) -> None:
    printed = document(
        [*stack(paragraph(sentence(30), 0)), *(line(text, 400) for text in figures)],
        [*stack(paragraph(sentence(30), 0)), line("2", 810)],
    )
    blocks = [
        *(Block(PARAGRAPH, sentence(30), page=page) for page in (1, 2)),
        Block(PAGE_NUMBER, "2", page=2),
    ]
    assert find_lost_text(printed, blocks) == {1: " ".join(figures)}


def test_a_short_text_that_the_page_has_elsewhere_is_missed_in_the_count() -> None:
    printed = document([line("In 12 cases 12 plans were late.", 90), line("12", 400)])
    blocks = [Block(PARAGRAPH, "In 12 cases 12 plans were late.", page=1)]
    assert find_lost_text(printed, blocks) == {1: "12"}


@pytest.mark.parametrize(
    ("lines", "blocks", "lost"),
    [
        (["1. Leaders plan."], [Block(PARAGRAPH, "Leaders plan.", number=1)], {}),
        (["01. Leaders plan."], [Block(PARAGRAPH, "Leaders plan.", number=1)], {}),
        (["o Leaders plan."], [Block(PARAGRAPH, "Leaders plan.")], {}),
        (["Leaders plan³."], [Block(PARAGRAPH, "Leaders plan.")], {}),
        (["Aid 5", "Care"], [Block(ROW, "Aid 5 Care", cells=("Aid 5", "Care"))], {}),
        (["Aid", "They plan."], [Block(PARAGRAPH, "They plan.", cells=("Aid",))], {}),
        (["Leaders plan.", "7"], [Block(PARAGRAPH, "Leaders plan.")], {None: "7"}),
        (["Leaders plan.", "So"], [Block(PARAGRAPH, "Leaders plan.")], {None: "So"}),
        (["5 homes", "5"], [Block(PARAGRAPH, "5 homes")], {None: "5"}),
    ],
    ids=["number", "zero", "letter as bullet", "mark", "row", "label", "figure", "word", "again"],
)
def test_a_file_without_pages_is_counted_too(lines, blocks, lost) -> None:
    assert find_lost_text(flowing(*lines), blocks) == lost
