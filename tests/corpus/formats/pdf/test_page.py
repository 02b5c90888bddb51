import io
from pathlib import Path

import pypdfium2
import pytest

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
