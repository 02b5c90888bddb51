import io
import re
from pathlib import Path

import pypdfium2
import pytest

from corpus.errors import Refused
from corpus.formats import pdf, pdf_page
from corpus.formats.lines import Line
from tests.corpus import files


def read(*pages: list[tuple[float, float, str, str]]) -> tuple[Line, ...]:
    return pdf.lines(Path("report.pdf"), files.pdf(*pages)).lines


def test_a_line_has_its_place_size_and_weight() -> None:
    heading, line = read([(72, 100, "B", "Main findings"), (72, 120, "", "Help is timely.")])
    assert (heading.text, heading.bold, heading.size) == ("Main findings", True, 12)
    assert (line.text, line.bold, line.page) == ("Help is timely.", False, 1)
    assert 71 <= line.left <= 73
    assert line.top < 120 < line.bottom
    assert heading.bottom < line.bottom


def test_pages_count_from_one_with_their_size() -> None:
    document = pdf.lines(Path("x"), files.pdf([(72, 72, "", "One")], [(72, 72, "", "Two")]))
    assert [(line.page, line.text) for line in document.lines] == [(1, "One"), (2, "Two")]
    assert [(page.number, round(page.width)) for page in document.pages] == [(1, 595), (2, 595)]


def test_columns_are_lines_of_their_own() -> None:
    lines = read([(72, 100, "", "Overall effectiveness"), (300, 100, "", "Good")])
    assert [line.text for line in lines] == ["Overall effectiveness", "Good"]
    assert lines[1].left > 299
    assert lines[0].top == lines[1].top


def test_a_number_or_bullet_stays_with_its_text() -> None:
    lines = read([(72, 100, "", "12."), (110, 100, "", "Help is timely.")])
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
    (line,) = pdf.lines(Path("x"), file.getvalue()).lines
    middle = (line.left + line.right) / 2, (line.top + line.bottom) / 2
    assert middle == pytest.approx(place, abs=6)


THREE = files.pdf(*[[(72, 72, "", f"Page {number}")] for number in (1, 2, 3)])


def test_a_locked_file_is_refused() -> None:
    with pytest.raises(Refused, match="locked with a password"):
        pdf.lines(Path("x"), files.pdf([(72, 72, "", "Help")], password="secret"))


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9])
def test_a_truncated_file_is_refused(part: float) -> None:
    with pytest.raises(Refused, match="is no whole PDF"):
        pdf.lines(Path("x"), THREE[: int(part * len(THREE))])


@pytest.mark.parametrize(
    ("sound", "broken", "reason"),
    [
        (rb"5 0 obj\n<<", b"5 0 obj\n42", "is damaged"),
        (rb"(?<=\n)stream\n(?=.*7 0 obj).{9}", b"stream\n" + bytes(9), "is blank or damaged"),
    ],
    ids=["page", "content"],
)
def test_a_broken_page_is_named_and_the_rest_read(sound: bytes, broken: bytes, reason: str) -> None:
    first, second = THREE.split(b"5 0 obj", 1)
    data = first + re.sub(sound, lambda _: broken, b"5 0 obj" + second, count=1, flags=re.DOTALL)
    document = pdf.lines(Path("x"), data)
    assert [line.text for line in document.lines] == ["Page 1", "Page 3"]
    assert [page.unreadable for page in document.pages] == [None, reason, None]


@pytest.mark.parametrize(("title", "found"), [(b"<FEFF0041>", "A"), (b"<FEFFD8000041>", None)])
def test_a_title_that_is_no_text_is_none(title: bytes, found: str | None) -> None:
    data = THREE.replace(b"/CreationDate", b"/Title " + title + b" /CreationDate")
    document = pdf.lines(Path("x"), data)
    assert (document.title, len(document.pages)) == (found, 3)


def test_a_file_of_far_too_many_pages_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MOST_PAGES", 2)
    with pytest.raises(Refused, match="has 3 pages"):
        pdf.lines(Path("x"), THREE)


def test_a_page_of_far_too_much_text_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_page, "MOST_CHARACTERS", 10)
    document = pdf.lines(Path("x"), files.pdf([(72, 72, "", "Help")], [(72, 72, "", "a" * 11)]))
    assert [page.unreadable is None for page in document.pages] == [True, False]


def test_a_picture_of_a_page_is_refused() -> None:
    with pytest.raises(Refused, match="page 1 has no text"):
        pdf.lines(Path("x"), files.scan())
