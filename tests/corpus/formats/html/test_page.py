from pathlib import Path

import pytest

from corpus.errors import Refused
from corpus.formats.html import is_html, read_html
from tests.corpus.formats.html.pages import html_document


def test_the_title_is_the_pages() -> None:
    document = html_document(
        "<svg><title>Logo</title></svg>a", "<title>Inspection of\n Tarnsea</title>"
    )
    assert document.title == "Inspection of Tarnsea"


@pytest.mark.parametrize(
    "title",
    [
        "Report not found", "404", "Error", "Sign in - Portal", "404 Not Found", "Error 404",
        "Tarnsea Council | Page not found", "The page you requested could not be found",
        "This page can't be found", "Not Found - Error report", "503 Service Temporarily Unavailable",
        "Service unavailable", "Access Denied", "403 Forbidden", "Just a moment...",
        "Attention Required! | Example", "HTTP Status 500 – Internal Server Error", "Bad Gateway",
        "Log in to your account", "Sorry, the report is not available",
    ],
)  # fmt: skip
def test_an_error_page_is_refused(title: str) -> None:
    with pytest.raises(Refused, match="is a web page that says"):
        html_document("<p>Sorry</p>", f"<title>{title}</title>")


@pytest.mark.parametrize(
    "title",
    [
        "Inspection of Tarnsea: what went right, what was not found",
        "Tarnsea: services that are unavailable to children",
        "A report on access denied to children",
        "Children who were not found a school place - Tarnsea",
        "Inspection 404: Tarnsea",
        "Learning from error",
    ],
)
def test_a_report_whose_title_speaks_of_errors_is_read(title: str) -> None:
    assert html_document("<p>Help is timely.</p>", f"<title>{title}</title>").lines


def test_a_page_with_the_text_of_a_report_is_read_whatever_its_title() -> None:
    assert html_document("<p>Help is timely.</p>" * 300, "<title>Error</title>").lines


REPORT_TEXT = "<p>Plans are clear, and most of them are reviewed in good time.</p>" * 12


@pytest.mark.parametrize(
    "title", ["Not found: children who are missing", "Children out of school: 404 report"]
)
def test_a_report_is_read_though_a_part_of_its_title_speaks_of_an_error(title: str) -> None:
    assert html_document(REPORT_TEXT, f"<title>{title}</title>").lines


def test_an_error_page_may_have_some_text_where_its_whole_title_says_so() -> None:
    with pytest.raises(Refused, match="is a web page that says"):
        html_document(REPORT_TEXT, "<title>404 - Page not found</title>")


def test_a_page_of_scripts_alone_has_no_lines() -> None:
    page = html_document(
        "<script>alert('Help is timely.')</script>", "<title>Design in Tarnsea</title>"
    )
    assert page.lines == ()


@pytest.mark.parametrize(
    "head",
    [
        "<!doctype HTML>", "\n <html>", "<?xml version='1.0'?>\n<!DOCTYPE html>", "<!-- a -->\n<p>",
        "<ul></ul><head>", "<title>a", "<META charset=utf-8>", "<!-- a --><!-- b -->\n<!----><div>",
        f"<!--{'x' * 9_000}--><html>", "<b>Help</b><p>is timely", "<a name=top></a><h1>a</h1>",
        "<TABLE border=1>",
    ],
)  # fmt: skip
def test_html_is_known_by_its_first_tag(head: str) -> None:
    assert is_html(head)


@pytest.mark.parametrize(
    "head",
    [
        "Main findings <p>", "<3", "# <b>A</b>", "<!-- only a comment", "<!-- a --> text",
        "<b>Bold</b> Markdown", '<a name="top"></a>\n# A', "<?xml version='1.0'?><rss>", "<paper>",
        "<!---->" * 40 + "plain text", "",
    ],
)  # fmt: skip
def test_other_text_is_not_html(head: str) -> None:
    assert not is_html(head)


def test_a_page_of_too_many_tags_is_refused() -> None:
    with pytest.raises(Refused, match="has over 100,000 tags"):
        read_html(Path("x"), "<p>" * 100_001)


def test_zero_bytes_are_left_out_as_browsers_do() -> None:
    assert read_html(Path("x"), "<p>He\0lp</p>").lines[0].text == "Help"
