"""Hits as a page shows them: marks, excerpts, places and labels."""

import pytest

from index.grade_history import read_grade_history
from search.language.nodes import Term
from search.model import Span
from search.present.highlights import Highlighter
from search.present.hits import Hit
from tests.index.reports import paragraph, report
from web.pages.results import (
    MAX_PAGE_TEXT,
    HitViewer,
    build_label_items,
    excerpt,
    grade_badge,
    highlight,
    label_items,
    name_of,
    place_of,
    shorten,
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
        "requires improvement",
        "ofsted",
        ("health",),
        ("safeguarding",),
        "recommendation",
        "<soon>",
        "weakness",
    )
    by_section = 'Safeguarding <span class="by">by its section</span>'
    labels = (
        "Requires improvement",
        "Health</li>",
        by_section,
        "Recommendation: &lt;soon&gt;",
        "Weakness",
    )
    places = [items.index(label) for label in labels]
    assert places == sorted(places)


def test_only_a_theme_that_words_do_not_give_is_said_to_be_by_the_section():
    fields = {"themes": ("health",), "section_themes": ("health", "education")}
    items = label_items(paragraph("ash", 1, "x", **fields))
    assert items.count("by its section") == 1
    assert 'Education <span class="by">' in items


def test_a_paragraph_without_labels_has_no_items():
    assert label_items(paragraph("ash", 1, "x", grade=None, polarity=None)) == ""


@pytest.mark.parametrize(
    ("grade", "html"),
    [
        (None, ""),
        ("good", '<strong class="grade tone-strong">Good</strong>'),
        (
            "requires improvement",
            '<strong class="grade tone-weak">Requires improvement</strong>',
        ),
        ("splendid", '<strong class="grade tone-unknown">splendid</strong>'),
    ],
)
def test_a_grade_is_a_word_in_its_colour(grade, html):
    assert grade_badge(grade) == html


@pytest.mark.parametrize(
    ("scale", "tone"), [("ofsted", "strong"), ("hiqa", "unknown"), ("of nobody", "strong")]
)
def test_a_grade_that_its_scale_does_not_have_is_not_taken_for_one_of_another(scale, tone):
    assert f"tone-{tone}" in grade_badge("good", scale)


def hit_of(text):
    """A hit of a search for `plan` with a text."""
    return Hit(
        FakeEngine(paragraph("ash", 1_500, text), report("ash", "Plans.")),
        Highlighter(Term("text", "plan")),
        0,
        text,
        1.0,
        1,
    )


class FakeEngine:
    """An engine that knows one paragraph."""

    def __init__(self, only, whole):
        self.only, self.whole = only, whole
        self.grade_history = read_grade_history([whole])

    def paragraph(self, ref):
        return self.only

    def report_of(self, ref):
        return self.whole


def test_whole_paragraphs_are_shown_while_the_page_has_room(app):
    with app.test_request_context("/"):
        viewer = HitViewer("plan")
        long = hit_of("A plan is late. " * 1_200)
        views = [viewer.view(long) for _ in range(10)]
        huge = HitViewer().view(hit_of("A plan is late. " * 2_000))
        short = viewer.view(hit_of("A plan."))
    shown = [view.full_text is not None for view in views]
    assert shown == sorted(shown, reverse=True)
    assert 0 < sum(shown) < 10
    assert sum(len(view.full_text or "") for view in views) <= MAX_PAGE_TEXT
    assert [view.too_long for view in views] == [not one for one in shown]
    assert huge.too_long
    assert (short.full_text, short.too_long) == (None, False)
    assert short.read_url == "/report/ash?q=plan&page=2#p1500"


def test_a_long_query_is_not_repeated_in_each_link(app):
    with app.test_request_context("/"):
        view = HitViewer("plan " * 200).view(hit_of("A plan."))
    assert view.read_url == "/report/ash?page=2#p1500"


def test_names_and_headings_that_are_far_too_long_are_cut():
    assert shorten("x" * 200) == "x" * 200
    assert shorten("x" * 201) == "x" * 200 + "…"
    assert len(name_of(report("ash", "Plans.", authority=None, title="word " * 500))) <= 201
