import pytest

from corpus.patterns import straighten
from corpus.understanding.boilerplate import is_cover_line
from tests.corpus.blocks import head, item, para, running
from tests.corpus.understanding.outlining import outline, placements

SENTENCE = "Most plans for children are clear and are reviewed in good time."


def test_a_letter_begins_after_its_salutation_and_ends_at_its_close():
    blocks = [
        para("Ofsted"),
        para("Ms Ada Marsh, Director of Services, Eastmere Council, who has done a great deal."),
        para("Dear Ms Marsh"),
        head("Focused visit to Eastmere children’s services"),
        para("This letter summarises a focused visit to Eastmere."),
        head("Main findings"),
        item(SENTENCE),
        para("Ofsted will think of this visit when planning the next."),
        para("Yours sincerely"),
        para("Bo Lee, who has written a letter that is long enough to be a sentence."),
    ]
    assert placements("focused-visit", blocks, division="care-leavers") == [
        (None, "about", None, "context"),
        ("Main findings", "care-leavers", None, "finding"),
        ("Main findings", "about", None, "context"),
    ]


def test_a_signature_without_a_close_is_no_part_of_a_letter():
    blocks = [
        para("Dear Ms Marsh"),
        head("Main findings"),
        item("A."),
        para("Bo Lee"),
        para("Her Majesty’s Inspector"),
    ]
    assert [row[0] for row in outline("focused-visit", blocks)] == ["A."]


@pytest.mark.parametrize(
    "text",
    [
        "© Crown copyright 2012",
        "Website: www.example.org",
        "This document may be reproduced in whole or in part for any purpose at all.",
        "The Office for Standards in Education, Services and Skills (Ofsted) looks.",
        "Piccadilly Gate",
        "T: 0300 000 0000",
        "Town Hall, High Street, Eastmere EM1 2ZZ",
        "This report is invented.",
        "2",
    ],
)
def test_boilerplate_is_no_paragraph(text):
    blocks = [head("Main findings"), para(SENTENCE), para(text), running(text)]
    assert [row[0] for row in outline("other", blocks)] == [SENTENCE]


@pytest.mark.parametrize(
    ("text", "is_cover"),
    [
        ("Report published: 8 August 2014, the day after the council had met", True),
        ("Inspection dates: 2 to 6 May 2024, which was a week without a holiday.", True),
        ("11 December 2018", True),
        ("Eastmere Metropolitan Borough Council.", True),
        ("The words of a title may be many, and yet they make no sentence", True),
        (SENTENCE, False),
        ("Leaders know their services well, and they act with speed:", False),
        ("Children are not safe in this county.", False),
        ("Services have declined.", False),
        ("Children are not protected from harm.", False),
        ("Leaders don’t know.", False),
        ("Children come to harm.", False),
        ("Too many wait!", False),
        ("Children thrive on the islands.", False),
        ("Plans drift.", True),
        ("Plans drift for months.", False),
        ("St Hild's and the Bay.", True),
        ("Write to ask@example.org or www.example.org.", True),
        ("Inspection of children's services.", True),
        ("Eastmere is", True),
        ("Who is it?", True),
        ("Report published.", True),
        ("It is.", True),
        ("Inspection dates: 2 to 6 May 2024.", True),
    ],
)
def test_a_line_of_the_cover_is_labelled_short_or_unfinished(text, is_cover):
    assert is_cover_line(straighten(text)) == is_cover


@pytest.mark.parametrize(
    ("key", "cover"),
    [
        ("other", [head("Inspection of Eastmere", 1), para("Eastmere Council")]),
        ("focused-visit", [para("Dear Ms Marsh")]),
        ("ilacs", [para("Eastmere"), para("Inspection dates: 2 to 6 May 2024")]),
    ],
)
@pytest.mark.parametrize(
    "text",
    ["Services have declined.", "Children are not safe here.", "Families thrive on the islands."],
)
def test_a_short_sentence_before_the_first_paragraph_is_one(key, cover, text):
    assert [row[0] for row in outline(key, [*cover, para(text), para(SENTENCE)])] == [
        text,
        SENTENCE,
    ]


def test_the_last_page_is_cut_off_only_in_the_later_half():
    address = para("If you would like a copy of this document in another format, please write.")
    body = [head("Main findings"), para(SENTENCE), para(f"{SENTENCE} So says everybody.")]
    assert [row[0] for row in outline("other", [address, *body, address, para(SENTENCE)])] == [
        block.text for block in body[1:]
    ]
