"""Texts of the same letters and digits, paragraph by paragraph, are one text."""

import pytest

from index.registry.text_keys import make_text_digest, make_text_keys


@pytest.mark.parametrize(
    ("texts", "others", "same"),
    [
        (["Plans are clear."], ["Plans  are clear."], True),
        (["Plans are clear."], ["PLANS are\nclear"], True),
        (["Multi-agency plans."], ["Multi\u2011agency plans."], True),
        (["Plans are clear."], ["Plans are unclear."], False),
        (["Plans.", "Visits."], ["Visits.", "Plans."], False),
        (["Plans.", "Visits."], ["Plans. Visits."], False),
        (["Plans."], ["Plans.", ""], False),
    ],
)
def test_texts_are_one_by_their_letters_and_digits(texts, others, same):
    for make in (make_text_keys, make_text_digest):
        assert (make(texts) == make(others)) is same


def test_a_digest_is_the_same_in_every_process():
    assert make_text_digest(["ab"]) == (
        "a63d8014dba891345b30174df2b2a57efbb65b4f9f09b98f245d1b3192277ece"
    )
