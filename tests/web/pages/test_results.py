"""What a page says of a result and of a filter's values."""

import pytest

from search.model import Facet, FacetValue, Span
from search.wording import Share
from tests.index.reports import paragraph
from web.pages.bars import bar_chart
from web.pages.checkboxes import CUT_LENGTH, MAX_UNCUT, checkboxes, listed_values
from web.pages.results import build_label_items, excerpt, highlight, place_of
from web.reasons import reasons

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
def test_marks_are_around_what_they_span(marks, html):
    assert highlight(TEXT, marks) == html


def test_a_window_says_that_it_leaves_something_out():
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
def test_a_place_is_one_that_a_reader_can_look_up(number, page, text):
    assert place_of(paragraph("ash", 1, "x", number=number, page=page)) == text


def test_labels_are_words_and_come_in_one_order():
    told = build_label_items(
        "requires improvement", ("health",), "recommendation", "<soon>", "weakness"
    )
    words = ("Requires improvement", "Health", "Recommendation: &lt;soon&gt;", "Weakness")
    places = [told.index(word) for word in words]
    assert places == sorted(places)
    assert build_label_items(None, (), "finding", None, None) == ""


def facet(key, count, ticked=()):
    """A facet whose values v0, v1 ... would find fewer and fewer paragraphs, more and more reports."""
    values = (FacetValue(f"v{n}", f"V{n}", count - n, n, f"v{n}" in ticked) for n in range(count))
    return Facet(key, key.title(), tuple(values))


@pytest.mark.parametrize(
    ("made", "counts", "shown"),
    [
        (facet("authority", 3), "paragraphs", ["v0", "v1", "v2"]),
        (facet("authority", MAX_UNCUT + 9), "paragraphs", [f"v{n}" for n in range(CUT_LENGTH)]),
        (facet("authority", 30), "reports", [f"v{n}" for n in range(29, 29 - CUT_LENGTH, -1)]),
        (facet("authority", 30, ["v29"]), "paragraphs", ["v29", *(f"v{n}" for n in range(11))]),
        (facet("year", 30), "paragraphs", [f"v{n}" for n in range(30)]),
    ],
    ids=["short", "long", "by reports", "ticked first", "years"],
)
def test_a_long_list_shows_what_would_find_most(made, counts, shown):
    assert [value.value for value in listed_values(made, counts)] == shown


def test_a_box_has_its_count_and_its_tick():
    one = FacetValue('a"<b', "A & b", 1234, 5, True)
    assert checkboxes(Facet("authority", "Authority", (one,)), "paragraphs") == (
        '<label class="choice"><input class="form-check-input" type="checkbox" name="authority" '
        'value="a&#34;&lt;b" form="search" checked><span>A &amp; b</span> '
        '<span class="count">1,234</span></label>\n'
    )


def share(part, few=False):
    return Share("good", "Good", 1, 10, part, part, part, None, few)


def test_charts_beside_each_other_have_one_axis():
    low, high = [share(0.1)], [share(0.7)]
    assert bar_chart(low, high).ticks == bar_chart(high, low).ticks == bar_chart(high).ticks
    assert bar_chart(low).ticks != bar_chart(high).ticks
    assert bar_chart(low, [share(0.7, few=True)]).ticks == bar_chart(low).ticks


def test_a_reason_is_the_words_that_decided():
    text = "Health assessments are late and dental checks are not timely."
    one = paragraph("ash", 1, text, themes=("health",), polarity="weakness")
    health, criticism = reasons(one)
    assert (health.label, criticism.label) == ("Health", "Criticism")
    assert any("health assessment" in word for word in health.words)
    assert all(word.lower() in text.lower() for word in (*health.words, *criticism.words))


def test_where_no_words_decided_the_section_or_kind_did():
    one = paragraph(
        "ash",
        1,
        "Xylophones.",
        themes=("health",),
        section="Being healthy",
        polarity="weakness",
        kind="recommendation",
    )
    assert [(each.words, each.otherwise) for each in reasons(one)] == [
        ((), "its section, Being healthy"),
        ((), "what is asked for must improve"),
    ]
