from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.understanding.identity import (
    make_paragraph_ids,
    make_report_id,
    make_slug,
    make_text_id,
    normalise_text,
)


@pytest.mark.parametrize(
    ("authority", "dated", "name"),
    [
        ("Kensington and Chelsea", date(2012, 5, 29), "kensington-and-chelsea-slac-2012-05-29"),
        ("King’s Mere, Town of", date(2012, 5, 29), "kings-mere-town-of-slac-2012-05-29"),
        (None, date(2012, 5, 29), "unknown-slac-2012-05-29"),
        ("Eastmere", None, "eastmere-slac-0f1e2d3c"),
    ],
)
def test_a_reports_id(authority, dated, name):
    assert make_report_id(authority, "slac", dated, "0f1e2d3c4b5a") == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Plans are clear.", "t505ef931"),
        ("Multi-agency plans don’t drift – they move at 100% of the pace.", "tba3e1a41"),
    ],
)
def test_the_hash_of_a_text_never_changes(text, name):
    """Links to paragraphs hang on these: a change here breaks every bookmark there is."""
    assert make_text_id(text) == name


@pytest.mark.parametrize(
    "same",
    ["multi-agency plans", "Multiagency  plans.", "multi‑agency\nplans", "MULTI-AGENCY PLANS", "multi- agency plans"],
)  # fmt: skip
def test_a_better_reader_finds_the_same_text(same):
    assert normalise_text(same) == "multiagencyplans"


def test_numbers_and_texts_that_repeat_share_no_id():
    ids = make_paragraph_ids("r", [(1, "A."), (None, "B."), (1, "C."), (None, "B."), (None, "b")])
    assert ids == ["r/p1", f"r/{make_text_id('B')}", f"r/{make_text_id('C')}", f"r/{make_text_id('B')}-2", f"r/{make_text_id('B')}-3"]  # fmt: skip


PARAGRAPHS = st.lists(st.tuples(st.none() | st.integers(1, 4), st.sampled_from("abc")))


@given(PARAGRAPHS)
def test_no_two_ids_are_the_same(paragraphs):
    ids = make_paragraph_ids("r", paragraphs)
    assert len(set(ids)) == len(ids) == len(paragraphs)


@given(PARAGRAPHS, PARAGRAPHS)
def test_what_follows_moves_no_id(before, after):
    assert make_paragraph_ids("r", [*before, *after])[: len(before)] == make_paragraph_ids(
        "r", before
    )


@given(st.text())
def test_a_slug_is_fit_for_a_url(text):
    assert set(make_slug(text)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
