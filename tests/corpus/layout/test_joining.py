"""Line-end hyphens, joined as a reader would."""

import pytest

from corpus.layout.joining import Words, join, join_all

KNOWN = Words(
    [
        "Children in care and 16-year-olds, well-being and a decision made in meetings of staff.",
        "A multi-agency plan; safeguarding; the placement.",
    ]
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
def test_join(above, below, joined):
    assert join(above, below, KNOWN) == joined


def test_a_word_that_nothing_tells_about_loses_its_hyphen():
    assert join("the inspec-", "torate came", Words([])) == "the inspectorate came"


def test_many_lines_join_as_two_do():
    lines = ["for 16-", "and 17-year-olds, chil-", "dren and", "families"]
    assert join_all(lines, KNOWN) == "for 16- and 17-year-olds, children and families"
