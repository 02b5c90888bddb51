import pytest

from corpus.understanding.outline.list_numbers import take_out_labels, take_out_list_numbers
from corpus.understanding.outline.open_headings import Placement
from corpus.understanding.outline.placement import PlacedBlock, SetAside
from tests.corpus.blocks import head, item, para

ASKED, FINDING = Placement(kind="recommendation"), Placement()


def numbers(*pairs):
    """Return number and text of each paragraph: pairs of a block and its placement."""
    placed = [PlacedBlock(block, placement) for block, placement in pairs]
    return [(p.block.number, p.block.text) for p in take_out_list_numbers(placed)]


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
    assert take_out_list_numbers([aside]) == [aside]


def labels(*blocks):
    return [(b.number, b.text) for b in take_out_labels(blocks)]


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        ([para("Recommendation 2: The Board should ask.")], [(2, "The Board should ask.")]),
        ([item("Learning Point 1 – Ask twice.")], [(1, "Ask twice.")]),
        ([head("Recommendation 2"), para("The Board should ask.")], [(2, "The Board should ask.")]),
        ([para("Learning point 1:"), para("Ask twice.")], [(1, "Ask twice.")]),
        ([head("Recommendation 2"), head("Findings")], [(None, "Recommendation 2"), (None, "Findings")]),
        ([head("Recommendation 2")], [(None, "Recommendation 2")]),
        ([head("Recommendation 1: The Board")], [(None, "Recommendation 1: The Board")]),
        ([para("Recommendation 2 was met.")], [(None, "Recommendation 2 was met.")]),
        ([para("A.", 1), para("Recommendation 2: Ask.")], [(1, "A."), (None, "Recommendation 2: Ask.")]),
    ],
    ids=[
        "before", "of a list", "a heading", "a line", "over nothing", "at the end", "a title",
        "a sentence", "beside numbers",
    ],
)  # fmt: skip
def test_a_label_before_or_over_a_paragraph_is_its_number(blocks, expected):
    assert labels(*blocks) == expected
