"""Paragraphs that a box interrupts."""

from corpus.layout import analyse_layout
from corpus.layout.paragraphs.grouping import group_lines
from tests.corpus.layout.printing import document, line, moved, paragraph, sentence, stack, state_of

BODY = paragraph(sentence(60), 0)


def box(top):
    title = [line("Case study: what works", top, 90, bold=True)]
    return stack(title, paragraph(sentence(50, "Agencies"), 0, left=90), top=top)


def test_a_box_cuts_no_paragraph():
    cut = paragraph(sentence(40, "Leaders"), 0)
    above = stack(BODY, cut[:2])
    boxed = box(above[-1].bottom + 30)
    rest = [moved(line, boxed[-1].bottom + 30 - cut[2].top) for line in cut[2:]]
    blocks = analyse_layout(document(above + boxed + rest))
    assert [(block.boxed, block.text.split()[0]) for block in blocks] == [
        (False, "Workers"), (False, "Leaders"), (True, "Case"), (True, "Agencies"),
    ]  # fmt: skip
    assert blocks[1].text == sentence(40, "Leaders")


def test_each_line_is_in_one_group_and_in_order():
    state = state_of(stack(BODY, paragraph(sentence(40, "Leaders"), 0)))
    groups = group_lines(state).line_groups
    assert [line for group in groups for line in group] == list(state.lines)
    assert [group[0].text.split()[0] for group in groups] == ["Workers", "Leaders"]
