import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import Refused
from corpus.formats.document import TextLine
from tests.corpus.formats.html.pages import html_document, texts


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<h2>Main <em>findings</em></h2>", [TextLine("Main findings", heading_level=2)]),
        ("<p>Help is\n  timely.</p>", [TextLine("Help is timely.")]),
        ("<div>One<div>Two</div>Three</div>", [TextLine("One"), TextLine("Two"), TextLine("Three")]),
        ("<p>One<br>Two", [TextLine("One"), TextLine("Two")]),
        ("<p><b>All</b> <strong>bold</strong></p>", [TextLine("All bold", bold=True)]),
        ("<p><b>Some</b> bold</p>", [TextLine("Some bold")]),
        ("<ul><li>a<ul><li>b</ul><li>c</ul>",
         [TextLine("a", bullet_depth=1), TextLine("b", bullet_depth=2), TextLine("c", bullet_depth=1)]),
        ("<ul><li><p>a</p><p>more</p></li></ul>", [TextLine("a", bullet_depth=1), TextLine("more")]),
        ('<ol start="11"><li>Help<ul><li>a</ul><li>Care</ol>',
         [TextLine("11. Help"), TextLine("a", bullet_depth=1), TextLine("12. Care")]),
        ("<table><tr><th>Overall<th>Good<tr><td>Help<td>Adequate</table>",
         [TextLine("Overall Good", bold=True, cells=("Overall", "Good")),
          TextLine("Help Adequate", cells=("Help", "Adequate"))]),
        ("<table><tr><td><p>One</p><p>Two</p></td></tr></table>", [TextLine("One"), TextLine("Two")]),
        ("<table><tr><td></td><td>2</td></tr></table>", [TextLine("2", cells=("", "2"))]),
        ("<p>A &amp; B&nbsp;&lt;c&gt;</p>", [TextLine("A & B <c>")]),
        ("<p>Board<sup>12</sup></p>", [TextLine("Board¹²")]),
        ("<p>a</p><script>document.write('<p>b</p>')</script><style>p{}</style>", [TextLine("a")]),
        ("<nav><ul><li>Home</ul></nav><p>a</p>", [TextLine("a")]),
        ("<div hidden>x<div>y</div>z</div><p style='display: none'>b</p><p>a", [TextLine("a")]),
        ("<input hidden><p>a</p>", [TextLine("a")]),
        ("<svg><title>x</title></svg><p>a</p>", [TextLine("a")]),
        ("<header>x</header><main>a<footer>b</footer></main><p>y",
         [TextLine("a"), TextLine("b"), TextLine("y")]),
        ("<p>x</p><article><h2>a</h2></article><aside>y</aside>",
         [TextLine("x"), TextLine("a", heading_level=2)]),
        ("<header>a</header><p>b</p><footer>x</footer>c", [TextLine("a"), TextLine("b"), TextLine("c")]),
        ("<page>a</page></main><p>b", [TextLine("a"), TextLine("b")]),
        ("</ul></td></tr></b></h1><p>a</p>", [TextLine("a")]),
        ("<li>a<td>b", [TextLine("a", bullet_depth=1), TextLine("b")]),
    ],
)  # fmt: skip
def test_blocks(body: str, expected: list[TextLine]) -> None:
    document = html_document(body)
    assert list(document.lines) == expected
    assert document.flowing


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>It is <del>excellent</del><ins>poor</ins> now", "It is poor now"),
        ("<p>It is <s>good</s> <strike>fair</strike> poor", "It is poor"),
        ("<p>Help<del> is late and</del>is timely", "Help is timely"),
        ("<p>Help<del>, not care,</del> is timely", "Help is timely"),
        ("<p>Help is timely<del> now</del>.", "Help is timely."),
        ("<p>organi<del>z</del><ins>s</ins>ation", "organisation"),
        ("<p>Help <span style='text-decoration: underline line-through'>is</span> was", "Help was"),
        ("<p>a <del>b <del>c</del> d</del> e", "a e"),
        ("<p>a<del><p>b</p></del><p>c", "a"),
    ],
)
def test_what_is_struck_out_is_not_text(body: str, text: str) -> None:
    assert texts(body)[0] == text


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("£1,200<sup>6</sup> a year", "£1,200⁶ a year"),
        ("£1,200<sup>6,7</sup>", "£1,200⁶,⁷"),
        ("£1,200<sup><a href='#n6'>6</a></sup>", "£1,200⁶"),
        ("£1,200<sup>[6]</sup>", "£1,200⁶"),
        ("In 2014<span style='vertical-align: super'>3</span>", "In 2014³"),
        ("the 1<sup>st</sup> of May", "the 1st of May"),
        ("CO<sub>2</sub>", "CO2"),
    ],
)
def test_raised_digits_are_not_digits_of_a_number(body: str, text: str) -> None:
    assert texts(f"<p>{body}</p>") == [text]


def test_references_to_control_characters_are_what_windows_has_there() -> None:
    assert texts("<p>Children&#146;s &#147;plans&#148;&#133;") == ["Children’s “plans”…"]


def test_an_item_count_is_right_though_a_hidden_list_stands_before() -> None:
    body = "<div hidden><ol><li>x</ol></div><ol reversed><li>a<li>b<li>c</ol>"
    assert texts(body) == ["3. a", "2. b", "1. c"]


@pytest.mark.parametrize("tag", ["footer", "main", "article", "aside"])
def test_many_open_regions_take_no_time(tag: str) -> None:
    assert html_document(f"<div>{'x' * 9}</div>" + f"<{tag}>a<p>b" * 20_000) is not None


NAMES = [
    "p",
    "b",
    "ul",
    "ol",
    "li",
    "table",
    "tr",
    "td",
    "h2",
    "div",
    "sup",
    "nav",
    "del",
    "footer",
]
PIECES = ["<br>", "<div hidden>", "<!--", "-->", "<![CDATA[", "&#x0;", "&bogus;", "<", "a", " 1"]
TAGS = st.sampled_from([f"<{end}{name}>" for end in ("", "/") for name in NAMES] + PIECES)


@given(st.lists(TAGS, max_size=60).map("".join))
def test_any_soup_is_read_or_refused(soup: str) -> None:
    try:
        document = html_document(soup)
    except Refused:
        return
    assert all(line.text.strip() for line in document.lines)


def test_deep_nesting_is_read() -> None:
    assert html_document("<div><ul><li>" * 20_000 + "a").lines[0].text == "a"
