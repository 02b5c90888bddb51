import pytest

from corpus.topics import topic_of
from tests.corpus.blocks import head, para


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("Inspectors looked at arrangements for care leavers.", "care-leavers"),
        ("Inspectors looked at arrangements for the ‘front door’.", "help-and-protection"),
        ("Inspectors reviewed planning for permanence.", "children-in-care"),
        ("The focus of this visit was on children in need and children in care.", "help-and-protection"),
        ("Inspectors looked at libraries.", None),
        ("Care leavers were there.", None),
    ],
)  # fmt: skip
def test_what_a_visit_looked_at(text, area):
    assert topic_of([head("Focused visit to Eastmere"), para(text)]) == area
