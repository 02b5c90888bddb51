from pathlib import Path

from corpus.formats import pdf
from corpus.lines import Line
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
