"""Why a paragraph has its labels: the words that decided, else what did."""

from tests.index.reports import paragraph
from web.reasons import BALANCE, MAX_REASON_WORDS, reasons


def test_a_reason_gives_the_words_that_decided():
    text = "Health assessments are late and dental checks are not timely."
    health, criticism = reasons(paragraph("ash", 1, text, themes=("health",), polarity="weakness"))
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
    assert [(reason.words, reason.otherwise) for reason in reasons(labelled)] == [
        ((), "its section, Being healthy"),
        ((), "what is asked for must improve"),
    ]


def test_without_section_and_kind_all_words_decided():
    labelled = paragraph(
        "ash", 1, "Xylophones.", themes=("health",), section=None, polarity="mixed"
    )
    assert [(reason.label, reason.otherwise) for reason in reasons(labelled)] == [
        ("Health", BALANCE),
        ("Praise", BALANCE),
        ("Criticism", BALANCE),
    ]


def test_a_paragraph_without_labels_needs_no_reason():
    assert reasons(paragraph("ash", 1, "Xylophones.")) == ()
