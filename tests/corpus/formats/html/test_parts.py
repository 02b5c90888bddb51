"""A page's text is read, or left out as a site's own, or doubted of."""

from pathlib import Path

import pytest

from corpus.formats.document import UNREAD_TEXT
from corpus.formats.html import read_html
from corpus.formats.html.parts import is_said
from tests.corpus.formats.html.pages import html_document, texts

SENTENCE = "Children are not safe in this county."
MAIN = "<main><h1>a</h1></main>"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"{MAIN}<div><h2>x</h2><ul><li>y</ul></div>", ["a", "x", "y"]),
        (f"<h1>x</h1><p>y</p>{MAIN}<section>z</section>", ["x", "y", "a", "z"]),
        (f"{MAIN}<article>x</article>", ["a", "x"]),
        ("<div>x</div><article>a</article><p>y", ["x", "a", "y"]),
        ("<form><p>x</p><main>a</main></form>", ["a"]),
        ("<header><h1>x</h1>y</header><main><h2>a</h2></main>", ["x", "a"]),
        (f"<header><h1>x</h1></header>{MAIN}", ["a"]),
        (f"<a href='#m'>Skip</a><div><a href=x>x</a> <a href=y>y</a></div>{MAIN}", ["a"]),
        (f"{MAIN}<p>See <a href=x>y</a>", ["a", "See y"]),
        (f"{MAIN}<p><a name=x>y</a>", ["a", "y"]),
        ("<p><a href=x>x</a><p>a", ["x", "a"]),
        (f"<div class=cookie-banner>x</div>{MAIN}<aside>y</aside>", ["a"]),
    ],
)
def test_what_stands_around_the_main_part_is_read(body: str, expected: list[str]) -> None:
    assert texts(body) == expected


@pytest.mark.parametrize(
    ("body", "doubted"),
    [
        (f"{MAIN}<aside><p>{SENTENCE}</aside>", SENTENCE),
        (f"{MAIN}<footer><p>{SENTENCE}</p><p>Tarnsea</footer>", SENTENCE),
        (f"<p>a</p><footer>{SENTENCE}</footer>", SENTENCE),
        (f"<header>{SENTENCE}</header>{MAIN}", SENTENCE),
        (f"{MAIN}<aside>all the plans of leaders for the next year</aside>",
         "all the plans of leaders for the next year"),
        (f"{MAIN}<footer><a href=x>{SENTENCE}</a></footer>", None),
        (f"{MAIN}<footer>All content is available under the Open Government Licence.</footer>", None),
        (f"<div class=cookies>We use cookies to make this website work.</div>{MAIN}", None),
        (f"{MAIN}<footer>Tarnsea Council</footer>", None),
    ],
)  # fmt: skip
def test_what_is_left_out_and_may_be_a_reports_is_doubted(body: str, doubted: str | None) -> None:
    left_out = html_document(body).left_out
    assert [(part.kind, part.text) for part in left_out] == (
        [(UNREAD_TEXT, doubted)] if doubted else []
    )


@pytest.mark.parametrize("tag", ["main", "section", "article", "header", "p", "figure"])
def test_a_page_needs_no_body(tag: str) -> None:
    document = read_html(Path("x"), f"<!DOCTYPE html><title>b</title><{tag}>x<p>y</{tag}>")
    assert ([line.text for line in document.lines], document.title) == (["x", "y"], "b")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (SENTENCE, True), ("Leaders know it well.", True), ("one two three four five six seven eight", True),
        ("Tarnsea Council.", False), ("Contact us and say more", False),
    ],
)  # fmt: skip
def test_what_says_something(text: str, expected: bool) -> None:
    assert is_said(text) == expected
