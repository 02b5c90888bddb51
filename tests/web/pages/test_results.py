"""Hits as a page shows them: marks, excerpts, places and labels."""

import pytest

from search.model import Span
from tests.index.reports import paragraph
from web.pages.results import (
    build_label_items,
    excerpt,
    grade_badge,
    highlight,
    label_items,
    place_of,
)

TEXT = "Plans <are> not yet good."


@pytest.mark.parametrize(
    ("marks", "html"),
    [
        ((), "Plans &lt;are&gt; not yet good."),
        ((Span(12, 15),), "Plans &lt;are&gt; <mark>not</mark> yet good."),
        ((Span(6, 11),), "Plans <mark>&lt;are&gt;</mark> not yet good."),
        ((Span(20, 24), Span(0, 5)), "<mark>Plans</mark> &lt;are&gt; not yet <mark>good</mark>."),
        ((Span(12, 19), Span(16, 24)), "Plans &lt;are&gt; <mark>not yet</mark><mark> good</mark>."),
    ],
    ids=["none", "one", "escaped", "any order", "overlapping"],
)
def test_marks_enclose_their_spans(marks, html):
    assert highlight(TEXT, marks) == html


def test_an_excerpt_shows_where_text_is_left_out():
    assert excerpt(TEXT, (Span(0, 5), Span(12, 15)), Span(12, 19)) == "… <mark>not</mark> yet …"
    assert excerpt(TEXT, (), Span(0, 5)) == "Plans …"


@pytest.mark.parametrize(
    ("number", "page", "text"),
    [
        (43, 15, "paragraph 43, page 15"),
        (43, None, "paragraph 43"),
        (None, 2, "unnumbered paragraph, page 2"),
    ],
)
def test_a_place_can_be_looked_up_in_print(number, page, text):
    assert place_of(paragraph("ash", 1, "x", number=number, page=page)) == text


def test_labels_are_words_and_come_in_one_order():
    items = build_label_items(
        "requires improvement", ("health",), "recommendation", "<soon>", "weakness"
    )
    labels = ("Requires improvement", "Health", "Recommendation: &lt;soon&gt;", "Weakness")
    places = [items.index(label) for label in labels]
    assert places == sorted(places)


def test_a_paragraph_without_labels_has_no_items():
    assert label_items(paragraph("ash", 1, "x", grade=None, polarity=None)) == ""


@pytest.mark.parametrize(
    ("grade", "html"),
    [
        (None, ""),
        ("good", '<strong class="grade grade-good">Good</strong>'),
        (
            "requires improvement",
            '<strong class="grade grade-requires-improvement">Requires improvement</strong>',
        ),
    ],
)
def test_a_grade_is_a_word_in_its_colour(grade, html):
    assert grade_badge(grade) == html
