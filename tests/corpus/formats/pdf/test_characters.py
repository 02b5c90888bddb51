"""The words of a page, with raised parts apart, and how they are set."""

from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from fpdf import FPDF

from corpus.formats.pdf.calls import address_of
from corpus.formats.pdf.characters import TextPage
from corpus.formats.pdf.covers import Covers
from corpus.formats.pdf.crop_box import crop_box
from corpus.formats.pdf.file import read_pdf
from tests.corpus.formats.pdf.drawing import one_page_pdf, text


def words_of(content: str) -> list[str]:
    """Return the words of a page, each behind what separates it from the last one."""
    page = pypdfium2.PdfDocument(one_page_pdf(content))[0]
    text_page = pdfium.FPDFText_LoadPage(page.raw)
    words = TextPage(text_page, crop_box(page.raw), Covers(address_of(page.raw))).words()
    return [word.before + word.text for word in words]


def test_words_are_separated_by_spaces_and_begin_lines() -> None:
    lines = text("Help  is now", 100) + text("timely.", 130)
    assert words_of(lines) == ["\nHelp", " is", " now", "\ntimely."]


RAISED = [
    ("In 2014", "3", " there", "In 2014³ there"),
    ("In 2014", "3", ", there", "In 2014³, there"),
    ("(2014)", "3", " there", "(2014)³ there"),
    ("the word", "3", "; there", "the word³; there"),
    ("“the word”", "3", " there", "“the word”³ there"),
    ("of 45%", "12", " there", "of 45%¹² there"),
    ("was £1,200", "3,4", " there", "was £1,200³,⁴ there"),
    ("In 2014", "a", " there", "In 2014ᵃ there"),
    ("In 2014", "a", ", there", "In 2014ᵃ, there"),
    ("In 2014", "*", ". There", "In 2014﹡. There"),
    ("In 2014", "3", "/15 there", "In 2014³/15 there"),
    ("", "3", "There", "³There"),
    ("on the 1", "st", " of May", "on the 1st of May"),
    ("an area of 40 m", "2", " or so", "an area of 40 m² or so"),
]


@pytest.mark.parametrize(("size", "raise_by"), [(6, 4), (8.5, 4.5), (7, 3)])
@pytest.mark.parametrize(("before", "raised", "after", "expected"), RAISED)
def test_raised_text_is_told_by_size_and_height_whatever_stands_before_it(
    before: str, raised: str, after: str, expected: str, size: float, raise_by: float
) -> None:
    document = FPDF(unit="pt", format="A4")
    document.add_page()
    document.set_font("Helvetica", size=10.5)
    left = 72.0
    for part, points, up in ((before, 10.5, 0.0), (raised, size, raise_by), (after, 10.5, 0.0)):
        document.set_font_size(points)
        document.text(left, 100 - up, part.replace("“", '"').replace("”", '"'))
        left += document.get_string_width(part.replace("“", '"').replace("”", '"'))
    (line,) = read_pdf(Path("x"), bytes(document.output())).lines
    assert line.text == expected.replace("“", '"').replace("”", '"')


@pytest.mark.parametrize("after", [" there", ", there", ""])
def test_a_small_number_on_the_baseline_of_a_number_is_no_part_of_it(after: str) -> None:
    document = FPDF(unit="pt", format="A4")
    document.add_page()
    document.set_xy(72, 100)
    for part, size in (("There were 170", 12), ("5", 7), (after, 12)):
        document.set_font("Times", size=size)
        document.write(14, part)
    (line,) = read_pdf(Path("x"), bytes(document.output())).lines
    assert line.text == f"There were 170⁵{after}"


def test_a_lowered_digit_is_a_digit() -> None:
    document = FPDF(unit="pt", format="A4")
    document.add_page()
    document.set_font("Helvetica", size=12)
    document.set_xy(72, 100)
    document.write(14, "CO")
    document.char_vpos = "SUB"
    document.write(14, "2")
    document.char_vpos = "LINE"
    document.write(14, " falls")
    assert [line.text for line in read_pdf(Path("x"), bytes(document.output())).lines] == [
        "CO2 falls"
    ]
