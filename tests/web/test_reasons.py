"""Why a paragraph has its labels: the words that decided, else what did."""

import pytest

from tests.index.reports import paragraph
from web.reasons import BALANCE, MAX_REASON_WORDS, LabelReason, reasons


def test_a_reason_gives_the_words_that_decided():
    text = "Health assessments are late and dental checks are not timely."
    health, criticism = reasons(
        paragraph("ash", 1, text, themes=("health",), polarity="weakness"), "slac"
    )
    assert (health.label, criticism.label) == ("Health", "Criticism")
    assert any("health assessment" in word for word in health.words)
    assert all(word.lower() in text.lower() for word in (*health.words, *criticism.words))
    assert max(len(health.words), len(criticism.words)) <= MAX_REASON_WORDS


def test_where_no_words_decided_the_section_or_kind_did():
    labelled = paragraph(
        "ash",
        1,
        "Xylophones.",
        themes=("health",),
        section="Being healthy",
        polarity="weakness",
        kind="recommendation",
    )
    assert [(reason.words, reason.otherwise) for reason in reasons(labelled, "slac")] == [
        ((), "its section, Being healthy"),
        ((), "what is asked for must improve"),
    ]


def test_without_section_and_kind_all_words_decided():
    labelled = paragraph(
        "ash", 1, "Xylophones.", themes=("health",), section=None, polarity="mixed"
    )
    assert [(reason.label, reason.otherwise) for reason in reasons(labelled, "slac")] == [
        ("Health", BALANCE),
        ("Praise", BALANCE),
        ("Criticism", BALANCE),
    ]


def test_a_paragraph_without_labels_needs_no_reason():
    assert reasons(paragraph("ash", 1, "Xylophones."), "slac") == ()


@pytest.mark.parametrize(
    ("framework", "fields", "otherwise"),
    [
        ("slac", {"path": ("Services", "Staying safe")}, "the heading above it, Staying safe"),
        (
            "slac",
            {"path": ("Quality of provision",), "area": "help-and-protection"},
            "the area of its section, Help and protection",
        ),
        ("slac", {"section": "Of its own", "area": None}, "the heading above it, Of its own"),
        ("unknown", {"path": ("Staying safe",)}, "the heading above it, Staying safe"),
    ],
)
def test_a_theme_by_the_section_names_its_heading_or_area(framework, fields, otherwise):
    labelled = paragraph("ash", 1, "Xylophones.", section_themes=("safeguarding",), **fields)
    assert reasons(labelled, framework) == (LabelReason("Safeguarding", (), otherwise, True),)


def test_a_theme_by_words_and_section_has_a_reason_for_each():
    labelled = paragraph(
        "ash",
        1,
        "Health assessments are late.",
        themes=("health",),
        section_themes=("health",),
        path=("Being healthy",),
    )
    by_words, by_section = reasons(labelled, "slac")
    assert by_words.words
    assert (by_words.by_section, by_section.by_section) == (False, True)
