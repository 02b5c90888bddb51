import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.formats.characters import printed_document, printed_text
from corpus.formats.detection import read_document
from corpus.formats.document import Document, LeftOut, PageInfo, TextLine
from tests.corpus import files
from tests.corpus.formats.word.parts import paragraph, word_file


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("He\0lp", "He\ufffdlp"),
        ("a\x01\x1b[31mb\x7f", "a\ufffd\ufffd[31mb\ufffd"),
        ("a\tb\x0bc\x1fd", "a b c d"),
        ("Children\x92s \x93plans\x94 \x96 now\x85", "Children’s “plans” – now…"),
        ("a\x81b", "a\ufffdb"),
        ("a\ud800b", "a\ufffdb"),
        ("a\ufdd0\ufffe\uffff\U0001fffe\U0010ffffb", "a" + 5 * "\ufffd" + "b"),
        ("\u202eneddih\u202c a\u2066b\u2069", "neddih ab"),
        ("safe\u00adguarding\u200b \ufb01ve", "safe\u00adguarding\u200b \ufb01ve"),
        ("\u202a\u202c", ""),
    ],
    ids=["zero", "terminal", "white space", "Windows", "no character", "surrogate",
         "noncharacters", "direction", "how words are set", "nothing"],
)  # fmt: skip
def test_what_is_printed_of_a_text(text: str, printed: str) -> None:
    assert printed_text(text) == printed


ANY = st.text(st.characters(exclude_categories=[]))


@given(ANY, ANY)
def test_no_control_character_is_left_in_a_document(text: str, title: str) -> None:
    document = printed_document(Document((TextLine(text, cells=(text, title)),), title=title))
    texts = [
        document.title or "",
        *(part for line in document.lines for part in (line.text, *line.cells)),
    ]
    for character in "".join(texts):
        assert unicodedata.category(character) not in ("Cc", "Cs")
        assert ord(character) & 0xFFFE != 0xFFFE
    assert "".join(texts).encode("utf-8") is not None


def test_lines_and_titles_of_nothing_are_left_out() -> None:
    document = printed_document(Document((TextLine("\u202a"), TextLine("a")), title="\u202a"))
    assert document == Document((TextLine("a"),))


def test_text_that_was_left_out_has_none_either() -> None:
    page = PageInfo(1, 1.0, 1.0, left_out=(LeftOut("hidden-text", "a\x01"),))
    (printed,) = printed_document(Document((), (page,))).pages
    assert printed.left_out == (LeftOut("hidden-text", "a\ufffd"),)
    document = printed_document(Document((), left_out=page.left_out))
    assert document.left_out == printed.left_out


CONTROLS = "&#0;&#1;&#x1b;&#xd800;&#xffff;&#127;"


@pytest.mark.parametrize(
    "data",
    [
        "Help\x01 is\x1b[2J timely.\u202e" + " Plans are clear." * 9,
        "# Help\n\nHelp\x01 is &#1; &#27; timely &#xd800;",
        f"<!doctype html><title>He{CONTROLS}lp</title><p>Help {CONTROLS} is\x01 timely",
        f"<html><table><tr><td>a{CONTROLS}<td>b\x02</table>",
        files.pdf([(72, 72, "", "Help\x01 is\x02 timely")]),
        word_file(paragraph("Help&#x81;&#x202e; is timely")),
        f"Help\x01 is \ud800 timely{' and clear' * 9}".encode("utf-16", "surrogatepass"),
    ],
    ids=["text", "Markdown", "HTML", "table", "PDF", "Word", "UTF-16"],
)  # fmt: skip
def test_no_format_gives_control_characters(data: str | bytes) -> None:
    content = data if isinstance(data, bytes) else data.encode()
    document = read_document(Path("report"), content)
    assert document.lines
    texts = [document.title or ""]
    texts += [part for line in document.lines for part in (line.text, *line.cells)]
    assert all(printed_text(text) == text for text in texts)
