"""Headings by their look, wrapped headings, and boxes between paragraphs."""

import pytest

from corpus.layout import blocks
from corpus.layout.blocks import HEADING, PARAGRAPH
from tests.corpus.layout.printing import document, line, moved, paragraph, sentence, stack

BODY = paragraph(sentence(60), 0)
LONG = "The experiences and progress of children who need help and protection in Marrowdale: good"


def first(*groups, **gaps):
    return blocks(document(stack(*groups, **gaps)))[0]


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
    found = first(paragraph(text, 0, **look), BODY, BODY)
    assert (found.kind, found.text) == (kind, text)


def test_levels_follow_size_then_weight():
    looks = [{"size": 26.0}, {"size": 14.0, "bold": True}, {"size": 14.0}, {"bold": True}]
    found = blocks(document(stack(*([line("Heading", 0, **look)] for look in looks), BODY, BODY)))
    assert [block.level for block in found] == [1, 2, 3, 4, None, None]


def test_a_plain_line_over_a_list_heads_it():
    found = first(
        [line("Workforce", 0)], *(paragraph(sentence(20), 0, mark="•") for _ in "abc"), BODY
    )
    assert found.kind == HEADING


def test_lines_of_facts_stay_apart():
    facts = [line("Inspection dates: 3 to 14 May 2021", 0), line("Lead inspector: Ann Other", 0)]
    found = blocks(document(stack(*([fact] for fact in facts), BODY, gap=14.5)))
    assert [block.text for block in found[:2]] == [fact.text for fact in facts]


def box(top):
    title = [line("Case study: what works", top, 90, bold=True)]
    return stack(title, paragraph(sentence(50, "Agencies"), 0, left=90), top=top)


def test_a_box_cuts_no_paragraph():
    cut = paragraph(sentence(40, "Leaders"), 0)
    above = stack(BODY, cut[:2])
    boxed = box(above[-1].bottom + 30)
    rest = [moved(found, boxed[-1].bottom + 30 - cut[2].top) for found in cut[2:]]
    found = blocks(document(above + boxed + rest))
    assert [(b.boxed, b.text.split()[0]) for b in found] == [
        (False, "Workers"), (False, "Leaders"), (True, "Case"), (True, "Agencies"),
    ]  # fmt: skip
    assert found[1].text == sentence(40, "Leaders")


def test_an_indented_heading_over_body_text_begins_no_box():
    heading = [line("The front door", 0, 89, bold=True)]
    bullets = [paragraph(sentence(30), 0, mark="◼") for _ in "ab"]
    found = blocks(document(stack(BODY, heading, *bullets)))
    assert [block.boxed for block in found] == [False] * 4
