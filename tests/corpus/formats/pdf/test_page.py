import io
from pathlib import Path

import pypdfium2
import pytest
from fpdf import FPDF

from corpus.formats.document import TextLine
from corpus.formats.pdf import page as pdf_page
from corpus.formats.pdf.file import read_pdf
from tests.corpus import files


def lines_on(*pages: list[tuple[float, float, str, str]]) -> tuple[TextLine, ...]:
    return read_pdf(Path("report.pdf"), files.pdf(*pages)).lines


def test_a_line_has_its_place_size_and_weight() -> None:
    heading, line = lines_on([(72, 100, "B", "Main findings"), (72, 120, "", "Help is timely.")])
    assert (heading.text, heading.bold, heading.size) == ("Main findings", True, 12)
    assert (line.text, line.bold, line.page) == ("Help is timely.", False, 1)
    assert 71 <= line.left <= 73
    assert line.top < 120 < line.bottom
    assert heading.bottom < line.bottom


def test_columns_are_lines_of_their_own() -> None:
    lines = lines_on([(72, 100, "", "Overall effectiveness"), (300, 100, "", "Good")])
    assert [line.text for line in lines] == ["Overall effectiveness", "Good"]
    assert lines[1].left > 299
    assert lines[0].top == lines[1].top


def test_a_number_or_bullet_stays_with_its_text() -> None:
    lines = lines_on([(72, 100, "", "12."), (110, 100, "", "Help is timely.")])
    assert [line.text for line in lines] == ["12. Help is timely."]


@pytest.mark.parametrize(
    ("turns", "box", "place"),
    [
        (0, (0, 0, 595, 842), (100, 72)),
        (0, (40, 20, 595, 792), (60, 22)),
        (1, (0, 0, 595, 842), (770, 100)),
        (2, (0, 0, 595, 842), (495, 770)),
        (3, (0, 0, 595, 842), (72, 495)),
        (1, (40, 20, 595, 792), (750, 60)),
    ],
    ids=["upright", "cropped", "right", "upside down", "left", "cropped and right"],
)
def test_places_are_as_the_page_is_shown(
    turns: int, box: tuple[float, ...], place: tuple[float, float]
) -> None:
    document = pypdfium2.PdfDocument(files.pdf([(100, 72, "", ".")]))
    document[0].set_rotation(90 * turns)
    document[0].set_cropbox(*box)
    file = io.BytesIO()
    document.save(file)
    (line,) = read_pdf(Path("x"), file.getvalue()).lines
    middle = (line.left + line.right) / 2, (line.top + line.bottom) / 2
    assert middle == pytest.approx(place, abs=6)


def test_a_page_of_far_too_much_text_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_page, "MAX_PAGE_CHARACTERS", 10)
    document = read_pdf(Path("x"), files.pdf([(72, 72, "", "Help")], [(72, 72, "", "a" * 11)]))
    assert [page.unreadable is None for page in document.pages] == [True, False]


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
    for text, points, up in ((before, 10.5, 0.0), (raised, size, raise_by), (after, 10.5, 0.0)):
        document.set_font_size(points)
        document.text(left, 100 - up, text.replace("“", '"').replace("”", '"'))
        left += document.get_string_width(text.replace("“", '"').replace("”", '"'))
    (line,) = read_pdf(Path("x"), bytes(document.output())).lines
    assert line.text == expected.replace("“", '"').replace("”", '"')


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
