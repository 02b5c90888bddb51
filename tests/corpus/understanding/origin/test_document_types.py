"""An inspection report is known by its signs; other documents by their titles, or by having none."""

import pytest

from corpus.understanding.origin.document_types import find_signs, find_type
from tests.corpus.blocks import head, para, row

PROSE = para(
    "People who live here and people who work here were asked what they think of the place, and "
    "what they would change if they could do so."
)


def signs(*blocks, publisher=None):
    return len(find_signs([*blocks[:3], PROSE, *blocks[3:]], publisher))


@pytest.mark.parametrize(
    ("blocks", "number"),
    [
        ([head("Elm House")], 0),
        ([head("Inspection of Elm House")], 1),
        ([head("Elm House"), head("Inspection report")], 1),
        ([head("Local Child Safeguarding Practice Review")], 1),
        ([head("Office of Inspector General")], 1),
        ([head("Elm House"), para("Inspection dates: 2 to 6 May 2024")], 2),
        ([head("Elm House"), para("Lead inspector: Bo Lee")], 1),
        ([head("Elm House"), row("Care", "Good"), row("Staff", "3 - Adequate")], 1),
        ([head("Elm House"), row("Care", "Good"), row("Staff", "Many")], 0),
        ([head("Elm House"), *[para("Inspectors found that plans are clear.")] * 3], 1),
        ([head("Elm House"), head("A"), head("B"), head("Inspection of boilers")], 0),
        ([head("Elm House"), para("It was reviewed, judged and inspected by the board.")], 0),
        ([head("Elm House"), *[para("The inspector looked at her and said nothing.")] * 9], 0),
        ([head("Elm House"), *[para("Inspectors found dust."), para("word " * 3000)] * 2], 0),
    ],
)
def test_signs_of_an_inspection_report(blocks, number):
    assert signs(*blocks) == number
    assert signs(*blocks, publisher="Ofsted") == number + 1


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Minutes of the Children’s Scrutiny Committee", "minutes of a meeting"),
        ("Draft minutes", "minutes of a meeting"),
        ("Report to Cabinet", "a paper for a committee"),
        ("Elm School: child protection and safeguarding policy", "a policy"),
        ("Behaviour policy, version 3", "a policy"),
        ("Annual Report and Accounts 2023", "the annual report of an organisation"),
        ("Annual report of the chief inspector", None),
        ("Invoice 4711", "an invoice"),
        ("Curriculum vitae", "a curriculum vitae"),
        ("Form 1040-X", "a form"),
        ("Improvement plan after the inspection of children’s services", "a plan or a self-assessment"),
        ("Self-evaluation", "a plan or a self-assessment"),
        ("Press release", "a press release"),
        ("Chapter 1", "a novel or a play"),
        ("Inspection of services for children", None),
        ("The council’s policy on visits to children is clear", None),
        ("Focused visit to Eastmere children’s services", None),
        ("Information", None),
    ],
)  # fmt: skip
def test_what_a_title_says_that_a_document_is(line, name):
    assert find_type(["Eastmere", line]) == name
    assert find_type([*["Eastmere"] * 8, line]) is None
