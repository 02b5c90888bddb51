import pytest

from corpus.formats.document import TextLine
from corpus.formats.markdown import is_markdown, is_wrapped, read_markdown

LONG = "Help is timely. " * 20


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("## Main findings", TextLine("Main findings", heading_level=2)),
        ("# A\n**Main findings**", TextLine("Main findings", bold=True)),
        ("# A\nPlain with **bold** and *slant*", TextLine("Plain with bold and slant")),
        ("# A\n- improve recording", TextLine("improve recording", bullet_depth=1)),
        ("# A\n- one\n  - two", TextLine("two", bullet_depth=2)),
        ("# A\n  - under a number", TextLine("under a number", bullet_depth=1)),
        ("# A\nBeing healthy\t<b>2 (Good)</b>",
         TextLine("Being healthy 2 (Good)", cells=("Being healthy", "2 (Good)"))),
        ("# A\n<b>Outcomes</b>\t", TextLine("Outcomes", bold=True)),
        ("# A\n| Overall | Good |", TextLine("Overall Good", cells=("Overall", "Good"))),
        ("# A\n[the site](http://x.example)", TextLine("the site")),
        ("# A\nA &amp; B", TextLine("A & B")),
        ("# A\nsnake_case_name 5 * 3 * 2", TextLine("snake_case_name 5 * 3 * 2")),
    ],
)  # fmt: skip
def test_markdown_blocks(source: str, expected: TextLine) -> None:
    document = read_markdown(source)
    assert document.flowing
    assert document.lines[-1] == expected


def test_markdown_heading_and_grade_run_together_are_two_lines() -> None:
    lines = read_markdown("# A\n**Leadership****Grade 2 (Good)**").lines
    assert lines[1:] == (TextLine("Leadership", bold=True), TextLine("Grade 2 (Good)", bold=True))


def test_markdown_rules_give_no_line() -> None:
    assert [line.text for line in read_markdown("# A\n---\n----\t---\nB").lines] == ["A", "B"]


def test_wrapped_markdown_is_joined() -> None:
    source = "# A\n1. Help is\ntimely.\n2. Good.\n- item that\n  goes on\n\nNext"
    texts = [line.text for line in read_markdown(source).lines]
    assert texts == ["A", "1. Help is timely.", "2. Good.", "item that goes on", "Next"]


def test_long_lines_of_markdown_are_not_joined() -> None:
    texts = [line.text for line in read_markdown(f"# A\n{LONG}\nNext").lines]
    assert texts == ["A", LONG.strip(), "Next"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Help\n## Main findings", True),
        ("**Main findings**", True),
        ("| Overall | Good |", True),
        ("##", False),
        ("Help is **timely** here", False),
        ("1. Help\n- care", False),
    ],
    ids=["heading", "bold line", "table row", "marks alone", "bold within a line", "a plain list"],
)
def test_markdown_is_known_by_a_line_of_it(text: str, expected: bool) -> None:
    assert is_markdown(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"), [("", True), ("a" * 160, True), (f"a\n{'a' * 161}", False)]
)
def test_wrapped_lines_are_short(text: str, expected: bool) -> None:
    assert is_wrapped(text) is expected
