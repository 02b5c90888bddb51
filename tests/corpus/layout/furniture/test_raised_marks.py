"""Raised marks leave the text of every format; what is raised and content stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.formats.document import TextLine
from corpus.layout import analyse_layout
from corpus.layout.furniture.raised_marks import without_leading_marks, without_raised_marks
from tests.corpus.layout.printing import document, flowing, line, paragraph, sentence, stack


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("to the board.¹ They", "to the board. They"),
        ("of the Board²", "of the Board"),
        ("in ‘families’³ it", "in ‘families’ it"),
        ("in “families”³ it", "in “families” it"),
        ("In 2014³ there", "In 2014 there"),
        ("In 2010³, there", "In 2010, there"),
        ("45%⁵ of them", "45% of them"),
        ("was £1,200⁶.", "was £1,200."),
        ("(see 2.1⁷) in", "(see 2.1) in"),
        ("(in 2014)¹² it", "(in 2014) it"),
        ("by partners,³ and", "by partners, and"),
        ("by partners³,⁴ and", "by partners and"),
        ("by partners³–⁵ and", "by partners and"),
        ("in 2014³, ⁴ and", "in 2014 and"),
        ("In 2014ᵃ there", "In 2014 there"),
        ("by partnersⁱᵛ and", "by partners and"),
        ("by partners﹡ and", "by partners and"),
        ("by partners†‡ and", "by partners and"),
        ("Leadership³", "Leadership"),
        ("and £2.5m⁷ more", "and £2.5m more"),
        ("cost £40k¹², all", "cost £40k, all"),
        ("cost £4m³,⁴ of", "cost £4m of"),
        ("met. ¹⁰ Later", "met. Later"),
        ("of children ⁴ were", "of children were"),
        ("the city. ¹⁰", "the city."),
        ("In 2014 ³, ⁴ and", "In 2014 and"),
        ("about 10 ³ calls", "about 10 ³ calls"),
        ("covers 40 m ² of it", "covers 40 m ² of it"),
        ("for £40 per m² of it", "for £40 per m² of it"),
        ("covers 40 m² of it", "covers 40 m² of it"),
        ("covers 40 km² of it", "covers 40 km² of it"),
        ("about 10³ calls", "about 10³ calls"),
        ("about 2¹/2 years", "about 2¹/2 years"),
        ("x² is y", "x² is y"),
    ],
)
def test_marks_of_notes_leave_the_text_and_content_stays(printed: str, expected: str) -> None:
    assert without_raised_marks(printed) == expected


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("³ and plans", "and plans"),
        ("¹⁰ Later they", "Later they"),
        ("² of it", "of it"),
        ("¹⁰", ""),
        ("¹/2 of", "¹/2 of"),
        ("¹ 2014", "¹ 2014"),
    ],
)
def test_a_mark_before_words_belongs_to_the_line_above(printed: str, expected: str) -> None:
    assert without_leading_marks(printed) == expected


def test_marks_leave_headings_paragraphs_and_cells() -> None:
    page = stack(
        [line("Leadership³", 0, bold=True)],
        paragraph(f"In 2014⁴ {sentence(40, 'the')}", 0),
        [line("Overall effectiveness⁵", 0), line("Good⁶", 0, 400)],
    )
    page[-1] = line("Good⁶", page[-2].top, 400)
    blocks = analyse_layout(document(page))
    assert [block.text for block in blocks] == [
        "Leadership", f"In 2014 {sentence(40, 'the')}", "Overall effectiveness Good",
    ]  # fmt: skip


@pytest.mark.parametrize(("above", "expected"), [("are met.", "Later"), ("", "¹⁰ Later")])
def test_a_mark_at_the_start_of_a_line_needs_a_line_above(above: str, expected: str) -> None:
    page = [line(text, top) for text, top in ((above, 90), ("¹⁰ Later they act.", 105)) if text]
    last = analyse_layout(document(page))[-1].text
    assert f"{expected} they act." in last


def test_marks_leave_flowing_documents_too() -> None:
    row = TextLine("Pupils¹ 120⁴", cells=("Pupils¹", "120⁴"))
    paragraph_block, row_block = analyse_layout(flowing("In 2014³ there were 120⁴ children.", row))
    assert paragraph_block.text == "In 2014 there were 120 children."
    assert (row_block.text, row_block.cells) == ("Pupils 120", ("Pupils", "120"))


WORDS = st.sampled_from(["children", "2014", "1,200", "45%", "(2013)", "“so”", "end.", "120"])


@given(st.lists(st.tuples(WORDS, st.sampled_from(["", "³", "¹²", "³,⁴", "ᵃ", "†"])), min_size=1))
def test_a_text_with_marks_reads_as_it_would_without(words: list[tuple[str, str]]) -> None:
    marked = " ".join(word + mark for word, mark in words)
    assert without_raised_marks(marked) == " ".join(word for word, _ in words)
