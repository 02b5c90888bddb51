import pytest

from corpus.understanding.outline.list_numbers import number_below_labels, take_out_numbers
from corpus.understanding.outline.open_headings import Placement
from corpus.understanding.outline.placement import PlacedBlock, SetAside
from tests.corpus.blocks import head, item, para

ASKED, FINDING = Placement(kind="recommendation"), Placement()


def numbers(*pairs):
    """Return number and text of each paragraph: pairs of a block and its placement."""
    placed = [PlacedBlock(block, placement) for block, placement in pairs]
    return [(p.block.number, p.block.text) for p in take_out_numbers(placed)]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["1. Mend it."], [(1, "Mend it.")]),
        (["1. Mend it.", "2) Say so."], [(1, "Mend it."), (2, "Say so.")]),
        (["1. Mend it.", "This is to keep children safe.", "2. Say so."], [(1, "Mend it."), (None, "This is to keep children safe."), (2, "Say so.")]),
        (["1. Mend it.", "1. Say so."], [(1, "Mend it."), (1, "Say so.")]),
        (["3. Mend it."], [(None, "3. Mend it.")]),
        (["1.5 metres is too high."], [(None, "1.5 metres is too high.")]),
    ],
    ids=["one", "two", "words between", "begun anew", "no beginning", "a measure"],
)  # fmt: skip
def test_recommendations_behind_numbers_have_them(texts, expected):
    assert numbers(*((para(text), ASKED) for text in texts)) == expected
    assert numbers(*((item(text), ASKED) for text in texts)) == expected


def test_findings_keep_what_they_begin_with():
    assert numbers((para("1. Mend it."), FINDING)) == [(None, "1. Mend it.")]


def test_where_findings_are_numbered_the_layout_has_found_all_numbers():
    assert numbers((para("A.", 1), FINDING), (para("1. Mend it."), ASKED))[1] == (
        None,
        "1. Mend it.",
    )


def test_what_is_set_aside_is_left():
    aside = SetAside("cover", para("1. Mend it."))
    assert take_out_numbers([aside]) == [aside]


def test_what_stands_below_a_label_has_its_number():
    blocks = [head("Recommendation 2"), para("Ask."), para("More."), head("Findings"), para("So.")]
    assert [b.number for b in number_below_labels(blocks)] == [None, 2, None, None, None]
    assert [b.number for b in number_below_labels([para("A.", 1), *blocks])] == [1, *[None] * 5]


@pytest.mark.parametrize(
    ("block", "placement", "number", "text", "kind"),
    [
        (para("Recommendation 2: The Board should ask."), ASKED, 2, "The Board should ask.", "recommendation"),
        (para("Recommendation 2: The Board should ask."), FINDING, 2, "The Board should ask.", "recommendation"),
        (item("Learning Point 1 – Ask twice."), FINDING, 1, "Ask twice.", "finding"),
        (para("Action point 3. The school must ask."), FINDING, 3, "The school must ask.", "recommendation"),
        (para("Recommendation 2 was met."), FINDING, None, "Recommendation 2 was met.", "finding"),
    ],
)  # fmt: skip
def test_a_label_before_a_text_is_its_number(block, placement, number, text, kind):
    (placed,) = take_out_numbers([PlacedBlock(block, placement)])
    assert (placed.block.number, placed.block.text) == (number, text)
    assert placed.placement.kind == kind


def test_labels_stay_where_paragraphs_are_numbered():
    assert numbers((para("A.", 1), FINDING), (para("Recommendation 2: Ask."), ASKED))[1] == (
        None,
        "Recommendation 2: Ask.",
    )
