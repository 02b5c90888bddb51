from dataclasses import replace

import pytest

from corpus.layout.blocks import PARAGRAPH, Block
from corpus.patterns import anyof
from corpus.understanding.outline.kinds import place_paragraph
from corpus.understanding.outline.open_headings import Placement
from tests.corpus.blocks import item, para
from tests.corpus.known_frameworks import FRAMEWORK_BY_KEY

FRAMEWORK = replace(
    FRAMEWORK_BY_KEY["ilacs"],
    context_pattern=anyof(r"safe - this means"),
    recommendation_pattern=anyof(r"we recommend"),
)
FINDING = Placement("Beach", "care-leavers", "good")
ASKED = Placement("What should change", "care-leavers", kind="recommendation", timescale="in May")
DONE = Block(PARAGRAPH, "Mend the boat.", page=1, cells=("Within three months",))


@pytest.mark.parametrize(
    ("block", "under", "kind", "grade", "timescale"),
    [
        (para("Children swim well."), FINDING, "finding", "good", None),
        (para("Ofsted will visit again."), FINDING, "context", None, None),
        (para("Safe - this means that we looked."), FINDING, "context", None, None),
        (para("We recommend a new boat."), FINDING, "recommendation", None, None),
        (para("The crew should:"), ASKED, "context", None, None),
        (para("Mend the boat."), ASKED, "recommendation", None, "in May"),
        (DONE, ASKED, "recommendation", None, "within three months"),
        (DONE, FINDING, "finding", "good", None),
    ],
)
def test_the_kind_of_a_paragraph_by_its_words(block, under, kind, grade, timescale):
    placed = place_paragraph(block, item("Row."), under, FRAMEWORK)
    assert (placed.kind, placed.grade, placed.timescale) == (kind, grade, timescale)
    assert placed.section == under.section


def test_what_a_letter_says_first_of_its_visit_is_context():
    letter = replace(FRAMEWORK, scale=None)
    visit = para("Inspectors looked at boats.")
    assert place_paragraph(visit, None, Placement(), letter).kind == "context"
    assert place_paragraph(visit, None, Placement(), FRAMEWORK).kind == "finding"
