"""Line-end hyphens, joined as a reader would."""

import pytest

from corpus.layout.dehyphenation import DocumentWords, join_lines, join_pair

WORDS = DocumentWords(
    (
        "Children in care and 16-year-olds, well-being and a decision made in meetings of staff.",
        "A multi-agency plan; safeguarding; the placement.",
    )
)


@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [
        ("most chil-", "dren are safe", "most children are safe"),
        ("a multi-", "agency plan", "a multi-agency plan"),
        ("a Multi-", "Agency plan", "a Multi-Agency plan"),
        ("when pre-", "placement visits", "when pre-placement visits"),
        ("for 16-", "and 17-year-olds", "for 16- and 17-year-olds"),
        ("for 16-", "17-year-olds", "for 16-17-year-olds"),
        ("in decision-", "meetings", "in decision-meetings"),
        ("the safe­", "guarding lead", "the safeguarding lead"),
        ("the well­", "being of", "the well-being of"),
        ("was good -", "but late", "was good - but late"),
        ("aged 5–", "16 years", "aged 5–16 years"),
        ("care –", "and often", "care – and often"),
        ("and/", "or harm", "and/or harm"),
        ("no hyphen", "here", "no hyphen here"),
        ("", "first", "first"),
    ],
    ids=lambda text: text.replace(" ", "_"),
)
def test_join_pair(above, below, joined):
    assert join_pair(above, below, WORDS) == joined


def test_a_word_that_the_document_does_not_show_loses_its_hyphen():
    assert join_pair("the inspec-", "torate came", DocumentWords(())) == "the inspectorate came"


def test_many_lines_join_as_two_do():
    lines = ["for 16-", "and 17-year-olds, chil-", "dren and", "families"]
    assert join_lines(lines, WORDS) == "for 16- and 17-year-olds, children and families"
