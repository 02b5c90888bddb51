"""The clauses of paragraphs that may answer a recommendation."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.followup.tracker.passages import MAX_CLAUSES, read_passages, split_clauses
from tests.search.followup.authority import ask, visit


def clauses_of(text):
    return [text[one.start : one.end] for one in split_clauses(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two!", ["One.", "Two!"]),
        ("Plans are good, but not all are.", ["Plans are good", "but not all are."]),
        ("Visits happen; few are late", ["Visits happen;", "few are late"]),
        ("However, it rained.", ["However, it rained."]),
        ("No end", ["No end"]),
    ],
)
def test_a_text_is_split_at_ends_of_sentences_and_contrasts(text, expected):
    assert clauses_of(text) == expected


@given(st.text(alphabet="ab .;,but\n", max_size=300))
def test_clauses_are_in_order_and_leave_out_only_what_parts_them(text):
    spans = list(split_clauses(text))
    assert 1 <= len(spans) <= MAX_CLAUSES
    assert (spans[0].start, spans[-1].end) == (0, len(text))
    gaps = (text[one.end : other.start] for one, other in pairwise(spans))
    assert all(set(gap) <= set(" ,\n") for gap in gaps)


def test_context_is_no_passage():
    report = visit("a", 2020, ("It rained.", {"kind": "context"}), "A finding.", ask("More."))
    assert [one.paragraph.text for one in read_passages(report)] == ["A finding.", "More."]
    assert read_passages(report)[0].texts == ["A finding."]
