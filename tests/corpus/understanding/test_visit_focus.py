import pytest

from corpus.understanding.visit_focus import find_visit_area
from tests.corpus.blocks import head, item, para


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("Inspectors looked at arrangements for care leavers.", "care-leavers"),
        ("Inspectors looked at arrangements for the ‘front door’.", "help-and-protection"),
        ("Inspectors reviewed planning for permanence.", "children-in-care"),
        ("The focus of this visit was on children in need and children in care.", "help-and-protection"),
        ("Inspectors focused on care-experienced young people.", "care-leavers"),
        ("The visit focussed mainly on pre-proceedings.", "help-and-protection"),
        ("We examined the homes of cared-for children.", "children-in-care"),
        ("The purpose of this visit was to see the ‘front-door’.", "help-and-protection"),
        ("Inspectors considered help and protection, children in care and care leavers.", None),
        ("Inspectors scrutinised matching for unaccompanied children.", "children-in-care"),
        ("We looked at how care-leavers are housed.", "care-leavers"),
        ("Inspectors looked at libraries.", None),
        ("Care leavers were there.", None),
    ],
)  # fmt: skip
def test_what_a_visit_looked_at(text, area):
    assert find_visit_area([head("Focused visit to Eastmere"), para(text)]) == area


def test_bullets_below_say_what_was_looked_at():
    blocks = [para("Inspectors looked at services, including:"), item("housing for care leavers")]
    assert find_visit_area([*blocks, para("They also saw children in need.")]) == "care-leavers"
