import pytest

from tests.corpus.blocks import head, item, para, row, running
from tests.corpus.understanding.outlining import places, read

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
    assert places("focused-visit", blocks, home="care-leavers") == [
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
    assert [entry[0] for entry in read("focused-visit", blocks)] == ["A."]


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
    assert [entry[0] for entry in read("other", blocks)] == [SENTENCE]


def test_the_record_of_findings_is_data_and_gives_no_paragraph():
    blocks = [
        head("Overall effectiveness: good"),
        para("A.", 1),
        head("Record of main findings"),
        head("Services for looked after children"),
        row("Overall effectiveness", "Good"),
        row("Being healthy"),
    ]
    assert [entry[0] for entry in read("looked-after-2013", blocks)] == ["A."]


def test_the_steps_of_the_scale_of_grades_are_no_paragraphs():
    blocks = [
        head("The inspection judgements and what they mean"),
        para("There are four grades.", 1),
        row("Outstanding (Grade 1)", "Far better than it must be"),
        row("Inadequate", "Worse than it must be"),
        para("Good (Grade 2) Better than it must be"),
        para("in any case"),
    ]
    assert [entry[0] for entry in read("slac", blocks)] == ["There are four grades."]


def test_the_heads_of_tables_are_no_paragraphs():
    blocks = [head("Executive summary"), row("Key judgement", "Judgement grade"), para("A.", 1)]
    assert [entry[0] for entry in read("sif", blocks)] == ["A."]


def test_a_footnotes_mark_is_no_part_of_a_section():
    assert (
        places("ilacs", [head("What needs to improve?¹"), item("A.")])[0][0]
        == "What needs to improve?"
    )
