from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import Refused
from corpus.formats.document import Document, TextLine
from corpus.formats.html import is_html, read_html


def html_document(body: str, head: str = "") -> Document:
    page = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"
    return read_html(Path("report.html"), page.encode())


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
        ("<header>x</header><main>a<footer>b</footer></main><p>y", [TextLine("a"), TextLine("b")]),
        ("<p>x</p><article><h2>a</h2></article><aside>y</aside>", [TextLine("a", heading_level=2)]),
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


def test_the_title_is_the_pages() -> None:
    document = html_document(
        "<svg><title>Logo</title></svg>a", "<title>Inspection of\n Tarnsea</title>"
    )
    assert document.title == "Inspection of Tarnsea"


@pytest.mark.parametrize("title", ["Report not found", "404", "Error", "Sign in - Portal"])
def test_an_error_page_is_refused(title: str) -> None:
    with pytest.raises(Refused, match="is a web page that says"):
        html_document("<p>Sorry</p>", f"<title>{title}</title>")


def test_a_page_of_scripts_alone_has_no_lines() -> None:
    page = html_document(
        "<script>alert('Help is timely.')</script>", "<title>Design in Tarnsea</title>"
    )
    assert page.lines == ()


@pytest.mark.parametrize(
    "head",
    ["<!doctype HTML>", "\n <html>", "<?xml version='1.0'?>\n<!DOCTYPE html>", "<!-- a -->\n<p>"],
)
def test_html_is_known_by_its_first_tag(head: str) -> None:
    assert is_html(head.encode())


@pytest.mark.parametrize("head", ["Main findings <p>", "<3", "# <b>A</b>", "<!-- only a comment"])
def test_other_text_is_not_html(head: str) -> None:
    assert not is_html(head.encode())


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252", "utf-16-unheard-of"])
def test_encodings(charset: str) -> None:
    encoding = charset if "unheard" not in charset else "utf-8"
    page = f"<html><meta charset='{charset}'><p>Children’s services".encode(encoding)
    assert read_html(Path("x"), page).lines[0].text == "Children’s services"


NAMES = ["p", "b", "ul", "ol", "li", "table", "tr", "td", "h2", "div", "sup", "nav"]
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
