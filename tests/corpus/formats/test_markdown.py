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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Main findings\n=============\nHelp is timely.", [("Main findings", 1), ("Help is timely.", None)]),
        ("Care\n---\n\nGood.", [("Care", 2), ("Good.", None)]),
        ("Text\n\n  Care  \n  ----  \nGood.", [("Text", None), ("Care", 2), ("Good.", None)]),
        ("Help is\ntimely.\n---\nGood.\n\n# A", [("Help is timely.", None), ("Good.", None), ("A", 1)]),
        ("- one\n---\n\n# A", [("one", None), ("A", 1)]),
        ("Care\n--\n\n# A", [("Care", None), ("A", 1)]),
    ],
    ids=["first level", "second level", "indented", "rule below two rows", "rule below a bullet",
         "too short"],
)  # fmt: skip
def test_underlined_headings(text: str, expected: list[tuple[str, int | None]]) -> None:
    assert is_markdown(text)
    assert [(line.text, line.heading_level) for line in read_markdown(text).lines] == expected


@pytest.mark.parametrize("text", ["a\n---\n\fb", "a\nb\n---\n", "\n---\n", "Help is timely.\n"])
def test_other_rules_make_no_markdown(text: str) -> None:
    assert not is_markdown(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\ntitle: a\nauthors:\n  - b\n---\n# Help", ["Help"]),
        ("---\nHelp is timely.\n---\n# A", ["Help is timely.", "A"]),
        ("# A\n<!-- one\ntwo -->Help<!-- three -->", ["A", "Help"]),
        ("# A <!-- open", ["A <!-- open"]),
        ("# £1,200<sup>6</sup> in 2014[^3]", ["£1,200⁶ in 2014³"]),
        ("# the 1<sup>st</sup> [^a]", ["the 1st ᵃ"]),
        ("# It is ~~good~~ <del>fair</del> poor ~ about 5~6", ["It is poor ~ about 5~6"]),
    ],
    ids=["front matter", "rules", "comments", "open comment", "marks", "letters", "struck"],
)
def test_what_markdown_does_not_show(text: str, expected: list[str]) -> None:
    assert [line.text for line in read_markdown(text).lines] == expected
