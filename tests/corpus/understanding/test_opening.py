import pytest

from corpus.layout.blocks import CONTENTS, NOTE, Block
from corpus.understanding.opening import (
    MAX_OPENING_BLOCKS,
    find_salutation,
    is_on_earlier_inspection,
    is_statement,
    select_lines,
    select_opening,
    select_sentences,
)
from tests.corpus.blocks import head, item, para, row, running


def test_the_opening_has_running_heads_and_neither_contents_nor_notes():
    title, runs = head("Inspection of Eastmere"), running("Eastmere")
    blocks = [title, Block(CONTENTS, "Findings 3"), runs, Block(NOTE, "In 2019.")]
    assert select_opening(blocks) == [title, runs]


def test_the_opening_is_short():
    assert len(select_opening([para("A.")] * 100)) == MAX_OPENING_BLOCKS


def test_a_letter_is_known_by_its_salutation():
    assert find_salutation(["Ofsted", "Dear Ms Marsh", "dear all"]) == 1
    assert find_salutation(["Ofsted", "My dear friends"]) is None


def test_an_opening_has_lines_and_sentences():
    blocks = [
        head("Inspection of services in Eastmere."),
        running("Eastmere"),
        row("Overall effectiveness", "Good"),
        para("Published: 3 May 2024"),
        para("Social workers see children often and write down what they hear."),
        para("Social workers see children often and write down what they hear.", number=1),
        item("The last inspection of services was in March 2013."),
        para("The last inspection of the services took place in March 2013."),
    ]
    assert select_lines(blocks) == [
        "Inspection of services in Eastmere.",
        "Eastmere",
        "Overall effectiveness Good",
        "Published: 3 May 2024",
    ]
    assert (
        select_sentences(blocks)
        == ["Social workers see children often and write down what they hear."] * 2
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The last inspection took place in March 2013.", True),
        ("Since the last visit, leaders have acted.", True),
        ("Between 2 and 6 May 2019 inspectors made their previous visit.", True),
        ("This inspection took place in May 2024, a year after the last inspection.", False),
        ("This letter tells what was found. The last inspection was in 2013.", False),
        ("Plans are clear.", False),
    ],
)
def test_a_text_on_an_earlier_inspection(text, expected):
    assert is_on_earlier_inspection(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Services have declined.", True), ("Children aren't safe.", True), ("Too many wait!", True),
        ("Eastmere Council.", False), ("Visit in May 2024.", False), ("It is.", False),
        ("Services are good", False), ("Who is responsible?", False), ("Progress made in Eastmere.", False),
    ],
)  # fmt: skip
def test_a_statement_has_a_verb_and_an_end(text, expected):
    assert is_statement(text) == expected


def test_a_short_sentence_is_no_line_of_the_cover():
    blocks = [para("Eastmere Council."), para("Services in Eastmere have declined.")]
    assert select_lines(blocks) == ["Eastmere Council."]
