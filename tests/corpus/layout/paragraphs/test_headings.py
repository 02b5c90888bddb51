"""Headings by their look, wrapped headings, and the levels of headings."""

import pytest

from corpus.formats.document import TextLine
from corpus.layout import analyse_layout
from corpus.layout.blocks import HEADING, PARAGRAPH
from corpus.layout.paragraphs.headings import detach_page_titles, reads_like_title
from tests.corpus.layout.printing import (
    document,
    flowing,
    layout_lines,
    line,
    paragraph,
    sentence,
    stack,
    state_of,
)

BODY = paragraph(sentence(60), 0)
LONG = "The experiences and progress of children who need help and protection in Marrowdale: good"


def first(*groups, **gaps):
    return analyse_layout(document(stack(*groups, **gaps)))[0]


@pytest.mark.parametrize(
    ("text", "look", "kind"),
    [
        ("Main findings", {"bold": True}, HEADING),
        ("Main findings", {"size": 14.0}, HEADING),
        ("Main findings", {}, PARAGRAPH),
        ("What needs to improve?", {"bold": True}, HEADING),
        ("The judgement about care leavers is good.", {"bold": True}, HEADING),
        ("The judgement about care leavers is good.", {"size": 14.0}, PARAGRAPH),
        (sentence(45), {"bold": True}, PARAGRAPH),
        (LONG, {"bold": True, "size": 14.0}, HEADING),
    ],
    ids=["bold", "large", "plain", "a question", "bold with a stop", "large sentence", "long", "wrapped"],
)  # fmt: skip
def test_look(text, look, kind):
    block = first(paragraph(text, 0, **look), BODY, BODY)
    assert (block.kind, block.text) == (kind, text)


def test_levels_follow_size_then_weight():
    looks = [{"size": 26.0}, {"size": 14.0, "bold": True}, {"size": 14.0}, {"bold": True}]
    headings = [[line("Heading", 0, **look)] for look in looks]
    blocks = analyse_layout(document(stack(*headings, BODY, BODY)))
    assert [block.level for block in blocks] == [1, 2, 3, 4, None, None]


def test_a_plain_line_over_a_list_heads_it():
    block = first(
        [line("Workforce", 0)], *(paragraph(sentence(20), 0, mark="•") for _ in "abc"), BODY
    )
    assert block.kind == HEADING


@pytest.mark.parametrize(
    ("text", "below", "is_detached"),
    [
        ("Leadership and management", line("Leaders act.", 117), True),
        ("Leadership and management", line("• Leaders act.", 104.5), True),
        ("Leadership and management", line("leaders act.", 104.5), False),
        ("and leadership", line("Leaders act.", 117), False),
    ],
    ids=["over a gap", "over a list", "right over text", "in mid-sentence"],
)
def test_a_title_at_the_top_of_a_page_begins_a_paragraph(text, below, is_detached):
    state = state_of(stack(BODY), [line(text, 90), below])
    title = detach_page_titles(state).lines[len(BODY)]
    assert title.starts_paragraph is is_detached


def test_headings_by_look_rank_below_those_that_the_format_states():
    stated = [TextLine("Report", heading_level=1), TextLine("Help", heading_level=3)]
    blocks = analyse_layout(flowing(*stated, TextLine("Care", bold=True), "Leaders act."))
    assert [block.level for block in blocks] == [1, 3, 4, None]
    assert [block.level_is_guess for block in blocks] == [False, False, True, False]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Leadership", True),
        ("What works?", True),
        ("Dear Ann", False),
        ("leadership", False),
        ("Leaders act.", False),
        ("Leaders " + "act " * 14 + "now", False),
    ],
    ids=["a word", "a question", "a salutation", "a small letter", "a full stop", "long"],
)
def test_what_reads_like_a_title(text, expected):
    assert reads_like_title(layout_lines(line(text, 100))) is expected


def test_a_row_in_large_type_has_the_level_of_a_heading_in_that_type():
    large = {"size": 15.0, "bold": True}
    title = [line("Assessment", 90, **large), line("Good", 90, left=420, size=15.0)]
    below = [line("Strengths", 130, bold=True)]
    blocks = analyse_layout(document([*title, *below, *stack(BODY, top=160)]))
    levels = {block.text: block.level for block in blocks}
    assert levels["Assessment Good"] < levels["Strengths"]
