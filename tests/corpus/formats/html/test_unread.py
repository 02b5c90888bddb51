import pytest

from corpus.formats.document import HIDDEN_TEXT, UNREAD_TEXT
from tests.corpus.formats.html.pages import html_document

SENTENCE = "Children are not safe in this county."


@pytest.mark.parametrize(
    ("hidden", "kind", "text"),
    [
        ("<p style='color:#fff'>Good</p>", HIDDEN_TEXT, "Good"),
        ("<div style='color:white'><p>Good <b>help</b></div>", HIDDEN_TEXT, "Good help"),
        ("<font color=white>Good</font>", HIDDEN_TEXT, "Good"),
        ("<p style='left:-9999px'>Good <i>help</i></p>", HIDDEN_TEXT, "Good help"),
        (f"<div hidden>{SENTENCE}</div>", HIDDEN_TEXT, SENTENCE),
        (
            f"<p style='display:none'>{SENTENCE}<script>x y z a b c d e</script></p>",
            HIDDEN_TEXT,
            SENTENCE,
        ),
        (f"<span class=sr-only>{SENTENCE}</span>", HIDDEN_TEXT, SENTENCE),
        ("<svg><title>x</title><text>Good</text><text>help</text></svg>", UNREAD_TEXT, "Good help"),
        ("<select><option>Good<option>Poor</select>", UNREAD_TEXT, "Good Poor"),
    ],
)
def test_what_is_not_read_is_doubted(hidden: str, kind: str, text: str) -> None:
    document = html_document(f"<p>a</p>{hidden}<p>b</p>")
    assert [line.text for line in document.lines] == ["a", "b"]
    assert [(part.kind, part.text) for part in document.left_out] == [(kind, text)]


@pytest.mark.parametrize(
    "silent",
    [
        f"<script>{SENTENCE}</script>", f"<template>{SENTENCE}</template>", f"<noscript>{SENTENCE}</noscript>",
        f"<nav>{SENTENCE}</nav>", f"<button>{SENTENCE}</button>", "<span class=sr-only>Contents</span>",
        f"<svg><desc>{SENTENCE}</desc></svg>", "<svg><path d=x /></svg>", "<p style='color:#fff'></p>",
    ],
)  # fmt: skip
def test_what_is_no_text_is_not_doubted(silent: str) -> None:
    assert html_document(f"<p>a</p>{silent}<p>b</p>").left_out == ()


@pytest.mark.parametrize(
    "shown",
    [
        "<div style='background:#003'><p style='color:#fff'>x</div>",
        "<table bgcolor=navy><tr><td><font color=white>x</font></table>",
        "<div style='color:#fff'><p style='color:#000'>x</div>",
        "<div style='color:#fff'><a href=y>x</a></div>",
    ],
)
def test_white_text_that_stands_out_is_read(shown: str) -> None:
    document = html_document(shown)
    assert ([line.text for line in document.lines], document.left_out) == (["x"], ())


def test_a_page_that_ends_in_a_hidden_element_is_doubted() -> None:
    assert html_document(f"<p>a</p><div hidden>{SENTENCE}").left_out[0].text == SENTENCE
