"""Boxes between paragraphs, recognised by title and indent."""

import pytest

from corpus.layout import analyse_layout
from corpus.layout.paragraphs.boxes import find_boxes, left_margin, mark_boxes
from tests.corpus.layout.printing import document, line, paragraph, sentence, stack, state_of

BODY = paragraph(sentence(60), 0)


def test_an_indented_heading_over_body_text_begins_no_box():
    heading = [line("The front door", 0, 89, bold=True)]
    bullets = [paragraph(sentence(30), 0, mark="◼") for _ in "ab"]
    blocks = analyse_layout(document(stack(BODY, heading, *bullets)))
    assert [block.boxed for block in blocks] == [False] * 4


BOLD = {"bold": True}


@pytest.mark.parametrize(
    ("title", "lefts", "size"),
    [
        (line("What works", 0, 90, **BOLD), [90, 90, 90], 4),
        (line("What works", 0, 90, **BOLD), [90, 90, 90, 71], 4),
        (line("What works", 0, 90, **BOLD), [90, 90], 0),
        (line("What works", 0, 90), [90, 90, 90], 0),
        (line("What works", 0, 73, **BOLD), [73, 73, 73], 0),
        (line("Case study: what works", 0, 71), [71, 71, 71], 4),
        (line("Case study: what works", 0, 71), [71, 71, 71, 90], 4),
        (line("• What works", 0, 90, **BOLD), [90, 90, 90], 0),
    ],
    ids=["bold and indented", "ends at the margin", "too short", "not bold", "not indented",
         "named", "named, ends at an indent", "a bullet"],
)  # fmt: skip
def test_a_box_has_a_title_and_lines_at_its_edge(title, lefts, size):
    lines = [line("Agencies meet", 20 * row, left) for row, left in enumerate(lefts, 1)]
    boxes = list(find_boxes(state_of([title, *lines]).lines, margin=71.0))
    assert boxes == ([(0, size)] if size else [])


def test_the_lines_of_a_box_are_boxed_and_its_title_is_bold():
    title = line("Case study: what works", 0, 90)
    box = [line("Agencies meet", 20 * row, 90) for row in (1, 2, 3)]
    lines = mark_boxes(state_of([*BODY, title, *box])).lines[len(BODY) :]
    assert [(line.boxed, line.bold) for line in lines] == [(True, True)] + [(True, False)] * 3


def test_the_margin_is_the_leftmost_edge_of_many_lines():
    lines = [line("Help", 0, left) for left in [20] + [71] * 30 + [90] * 30]
    assert left_margin(state_of(lines).lines, 12.0) == 71
    assert left_margin((), 12.0) == 0
