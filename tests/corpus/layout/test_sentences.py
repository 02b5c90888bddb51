"""Ends and beginnings of sentences."""

import pytest

from corpus.layout.sentences import ends_sentence, starts_lower, wraps_sentence


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Help is timely.", True),
        ("Is help timely?” ", True),
        ("(Help is timely.)", True),
        ("Help is timely:", False),
        ("Help is timely", False),
        ("", False),
    ],
)
def test_a_sentence_ends_with_a_full_stop_and_the_like(text, expected):
    assert ends_sentence(text) is expected


@pytest.mark.parametrize(
    ("text", "is_lower", "wraps"),
    [
        ("help is timely", True, True),
        ("‘help’ is timely", True, True),
        ("www.example.org", True, False),
        ("Help is timely", False, False),
        ("12 homes", False, False),
        ("", False, False),
    ],
)
def test_a_small_letter_begins_in_mid_sentence_but_for_web_addresses(text, is_lower, wraps):
    assert (starts_lower(text), wraps_sentence(text)) == (is_lower, wraps)
