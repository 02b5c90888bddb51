from pathlib import Path

import pytest

from corpus.formats import text
from corpus.formats.lines import Document, Line

LONG = "Help is timely. " * 20


def read(source: str) -> Document:
    return text.lines(Path("report.txt"), source.encode())


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("## Main findings", Line("Main findings", heading=2)),
        ("# A\n**Main findings**", Line("Main findings", bold=True)),
        ("# A\nPlain with **bold** and *slant*", Line("Plain with bold and slant")),
        ("# A\n- improve recording", Line("improve recording", bullet=1)),
        ("# A\n- one\n  - two", Line("two", bullet=2)),
        ("# A\n  - under a number", Line("under a number", bullet=1)),
        ("# A\nBeing healthy\t<b>2 (Good)</b>",
         Line("Being healthy 2 (Good)", cells=("Being healthy", "2 (Good)"))),
        ("# A\n<b>Outcomes</b>\t", Line("Outcomes", bold=True)),
        ("# A\n| Overall | Good |", Line("Overall Good", cells=("Overall", "Good"))),
        ("# A\n[the site](http://x.example)", Line("the site")),
        ("# A\nA &amp; B", Line("A & B")),
        ("# A\nsnake_case_name 5 * 3 * 2", Line("snake_case_name 5 * 3 * 2")),
    ],
)  # fmt: skip
def test_markdown_blocks(source: str, expected: Line) -> None:
    document = read(source)
    assert document.flowing
    assert document.lines[-1] == expected


def test_markdown_heading_and_grade_run_together_are_two_lines() -> None:
    lines = read("# A\n**Leadership****Grade 2 (Good)**").lines
    assert lines[1:] == (Line("Leadership", bold=True), Line("Grade 2 (Good)", bold=True))


def test_markdown_rules_give_no_line() -> None:
    assert [line.text for line in read("# A\n---\n----\t---\nB").lines] == ["A", "B"]


def test_wrapped_markdown_is_joined() -> None:
    source = "# A\n1. Help is\ntimely.\n2. Good.\n- item that\n  goes on\n\nNext"
    texts = [line.text for line in read(source).lines]
    assert texts == ["A", "1. Help is timely.", "2. Good.", "item that goes on", "Next"]


def test_long_lines_of_plain_text_are_paragraphs() -> None:
    document = read(f"Main findings\n\n1. {LONG}\n")
    assert document.flowing
    assert [line.text for line in document.lines] == ["Main findings", f"1. {LONG}".strip()]


def test_wrapped_plain_text_is_placed_as_typed() -> None:
    document = read("Main findings\n\n  1. Help is\n     timely.\fNext page      Good")
    assert not document.flowing
    assert [(line.text, line.page, line.left, line.top) for line in document.lines] == [
        ("Main findings", 1, 0, 0),
        ("1. Help is", 1, 12, 24),
        ("timely.", 1, 30, 36),
        ("Next page", 2, 0, 0),
        ("Good", 2, 90, 0),
    ]
    assert [page.number for page in document.pages] == [1, 2]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(encoding: str) -> None:
    data = "Children’s services – good".encode(encoding)
    document = text.lines(Path("report.txt"), data)
    assert document.lines[0].text == "Children’s services – good"
