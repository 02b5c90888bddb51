import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.layout.blocks import PARAGRAPH, Block
from corpus.understanding.outline.second_numbers import take_out_second_numbers, text_as_printed
from tests.corpus.blocks import head, item, para, row

FIRST = [para("Leaders plan.", number) for number in (1, 2, 3)]


def taken(*texts, numbered=True):
    """Return the label beside each text behind a numbering, "" for none, and what is left of it."""
    before = FIRST if numbered else []
    blocks = take_out_second_numbers([*before, *map(para, texts)])[len(before) :]
    return [("".join(block.cells), block.text) for block in blocks]


@pytest.mark.parametrize(
    ("texts", "labels"),
    [
        (["1. Plans.", "2. Visits.", "3. Homes."], ["1.", "2.", "3."]),
        (["1) Plans.", "Between.", "2) Visits.", "3) Homes."], ["1)", "", "2)", "3)"]),
        (["1. Plans.", "2. Visits."], ["", ""]),
        (["1. A.", "2. B.", "3. C.", "1. D.", "2. E."], ["1.", "2.", "3.", "", ""]),
        (["2. Plans.", "3. Visits.", "4. Homes."], ["", "", ""]),
        (["1 Plan.", "2 Visits.", "3 Homes."], ["", "", ""]),
        (["1. plans.", "2. visits.", "3. homes."], ["", "", ""]),
        (["R1 Plan more.", "R2: Visit more."], ["R1", "R2:"]),
        (["R1 Plan more."], [""]),
        (["R1 Plan more.", "2. Visit more."], ["", ""]),
    ],
    ids=["annex", "apart", "few", "two runs", "not from 1", "figures", "small letters",
         "lettered", "one", "mixed"],
)  # fmt: skip
def test_numbers_of_a_second_numbering_stand_beside_their_texts(texts, labels):
    assert [label for label, _ in taken(*texts)] == labels
    for (label, rest), text in zip(taken(*texts), texts, strict=True):
        assert f"{label} {rest}".strip() == text


def test_without_a_first_numbering_only_lettered_numbers_are_taken_out():
    texts = ["1. Plans.", "2. Visits.", "3. Homes."]
    assert [label for label, _ in taken(*texts, numbered=False)] == ["", "", ""]
    assert taken("R1 Plan.", "R2 Visit.", numbered=False) == [("R1", "Plan."), ("R2", "Visit.")]


def test_headings_items_and_rows_keep_their_numbers():
    blocks = [*FIRST, head("1. Plans"), item("2. Visits"), row("3. Homes", "Good")]
    assert take_out_second_numbers(blocks) == blocks


@given(st.lists(st.sampled_from(["1. A", "2. B", "3. C", "R1 D", "R2 E", "In 1. F", "4) G"])))
def test_the_text_as_printed_is_what_it_was(texts):
    blocks = [*FIRST, *map(para, texts)]
    printed = [text_as_printed(block) for block in take_out_second_numbers(blocks)]
    assert printed == [block.text for block in blocks]


@pytest.mark.parametrize("label", ["3.1", "Who acts", "By 2031"])
def test_another_label_is_no_part_of_a_text(label):
    assert text_as_printed(Block(PARAGRAPH, "Plan.", cells=(label,))) == "Plan."
