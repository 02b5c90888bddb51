import pytest

from corpus.formats.document import TextLine
from corpus.formats.html.lists import count_items, whole_number, write_number
from tests.corpus.formats.html.pages import html_document, texts


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ("", ["1. x", "2. x", "3. x"]),
        ("start=11", ["11. x", "12. x", "13. x"]),
        ("start='-1'", ["-1. x", "0. x", "1. x"]),
        ("start=x", ["1. x", "2. x", "3. x"]),
        ("type=a", ["a. x", "b. x", "c. x"]),
        ("type=A start=26", ["Z. x", "AA. x", "AB. x"]),
        ("type=i", ["i. x", "ii. x", "iii. x"]),
        ("type=I start=4", ["IV. x", "V. x", "VI. x"]),
        ("type='1'", ["1. x", "2. x", "3. x"]),
        ("style='list-style-type: lower-alpha'", ["a. x", "b. x", "c. x"]),
        ("style='list-style: none'", ["x", "x", "x"]),
        ("reversed", ["3. x", "2. x", "1. x"]),
        ("reversed start=10", ["10. x", "9. x", "8. x"]),
        ("reversed type=a", ["c. x", "b. x", "a. x"]),
    ],
)
def test_items_have_the_numbers_that_a_browser_prints(attributes: str, expected: list[str]) -> None:
    assert texts(f"<ol {attributes}><li>x<li>x<li>x</ol>") == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<ol><li>a<li value=5>b<li>c</ol>", ["1. a", "5. b", "6. c"]),
        ("<ol reversed><li value=9>a<li>b</ol>", ["9. a", "8. b"]),
        ("<ol><li>a</ol><p>x</p><ol start=2><li>b</ol>", ["1. a", "x", "2. b"]),
        ("<ol reversed><li>a<ul><li>x<li>x</ul><li>b</ol>", ["2. a", "x", "x", "1. b"]),
        ("<ol reversed><li>a</ol><ol reversed><li>b<li>c</ol>", ["1. a", "2. b", "1. c"]),
        ("<ul type=a><li value=4>a</ul>", ["a"]),
    ],
)
def test_items_of_several_lists(body: str, expected: list[str]) -> None:
    assert texts(body) == expected


@pytest.mark.parametrize(
    ("inner", "text"),
    [("<ol><li>b</ol>", "b"), ("<ol type=a><li>b</ol>", "a. b"), ("<ol type=i><li>b</ol>", "i. b")],
)
def test_nested_items_are_bullets_and_keep_letters_alone(inner: str, text: str) -> None:
    lines = html_document(f"<ol><li>a{inner}</ol>").lines
    assert lines == (TextLine("1. a"), TextLine(text, bullet_depth=1))


def test_items_are_counted_where_a_list_counts_down() -> None:
    assert count_items("<ol reversed><li>a<ol><li>x</ol><li>b<ul><li>y</ul></ol>") == [2, 1]
    assert count_items("<ol><li>a</ol>") == []


@pytest.mark.parametrize(
    ("text", "number"), [(" 12", 12), ("+3x", 3), ("-4", -4), ("", 7), ("x1", 7), ("²", 7)]
)
def test_the_whole_number_that_an_attribute_begins_with(text: str, number: int) -> None:
    assert whole_number(text, 7) == number


@pytest.mark.parametrize(
    ("number", "kind", "text"), [(0, "a", "0"), (-2, "I", "-2"), (5, "disc", "5"), (5, "", "")]
)
def test_numbers_that_a_kind_cannot_write(number: int, kind: str, text: str) -> None:
    assert write_number(number, kind) == text
