"""Changed words: their spans in both texts, with hypothesis for all texts."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analysis import terms
from search.followup.comparison.changed_spans import mark_changes
from tests.search.followup.weighing import weigh_texts


def marked(text, spans):
    """The text with its spans in brackets."""
    for span in reversed(spans):
        text = f"{text[: span.start]}[{text[span.start : span.end]}]{text[span.end :]}"
    return text


def changes(earlier, later):
    removed, added = mark_changes(*weigh_texts(earlier, later))
    return marked(earlier, removed), marked(later, added)


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("Plans are [late].", "Plans are [timely]."),
        ("Plans are late.", "[Most] plans are late."),
        ("Plans are late, [and visits too].", "Plans are late."),
        ("[In 2019], plans drift.", "[By 2023], plans drift."),
        ("Plans [drift for the young].", "Plans [hold for the old]."),
        (
            "Plans [drift] for children in care [early].",
            "Plans [hold] for children in care [late].",
        ),
        ("[Nothing]", "[Everything else]"),
        ("Rate: [22]%.", "Rate: [21.5]%."),
    ],
    ids=[
        "another word",
        "a word more",
        "words fewer",
        "at the beginning",
        "small words between changes go with them",
        "other words between them do not",
        "everything",
        "a number",
    ],
)
def test_changed_words_are_marked(earlier, later):
    plain = [text.replace("[", "").replace("]", "") for text in (earlier, later)]
    assert changes(*plain) == (earlier, later)


@pytest.mark.parametrize(
    "later",
    ["the plans’ end - now", "THE PLANS' END, NOW!", "(The plans’ end: now)"],
    ids=["typography", "capitals", "punctuation"],
)
def test_what_is_no_change_of_words(later):
    assert mark_changes(*weigh_texts("The plans' end, now.", later)) == ((), ())


WORDS = st.lists(st.sampled_from(["plan", "plans", "drift", "the", "of", "in care"]), max_size=12)


@given(WORDS, WORDS)
def test_what_is_not_marked_is_the_same_in_both(earlier, later):
    texts = " ".join(earlier), " ".join(later)
    left = []
    for text, spans in zip(texts, mark_changes(*weigh_texts(*texts)), strict=True):
        assert all(a.end < b.start for a, b in pairwise(spans))
        for span in reversed(spans):
            assert span.start < span.end
            text = text[: span.start] + text[span.end :]
        left.append(terms(text))
    assert left[0] == left[1]
