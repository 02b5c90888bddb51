from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.understanding.identity import (
    ReportIds,
    list_id_candidates,
    make_paragraph_ids,
    make_report_id,
    make_slug,
    make_text_id,
    normalise_text,
    strip_hash,
)
from tests.index.reports import report


@pytest.mark.parametrize(
    ("authority", "dated", "name"),
    [
        ("Kensington and Chelsea", date(2012, 5, 29), "kensington-and-chelsea-slac-2012-05-29"),
        ("King’s Mere, Town of", date(2012, 5, 29), "kings-mere-town-of-slac-2012-05-29"),
        (None, date(2012, 5, 29), "unknown-slac-2012-05-29-0f1e2d3c"),
        ("Київ", date(2012, 5, 29), "unknown-slac-2012-05-29-0f1e2d3c"),
        ("Eastmere", None, "eastmere-slac-0f1e2d3c"),
        (None, None, "unknown-slac-0f1e2d3c"),
    ],
)
def test_a_reports_id(authority, dated, name):
    assert make_report_id(authority, "slac", dated, "0f1e2d3c4b5a") == name


@pytest.mark.parametrize(
    ("report_id", "without"),
    [
        ("kent-ilacs-2020-01-31", "kent-ilacs-2020-01-31"),
        ("kent-ilacs-2020-01-31-0f1e2d3c", "kent-ilacs-2020-01-31"),
        ("kent-ilacs-2020-01-31-0f1e2d3c4b5a", "kent-ilacs-2020-01-31"),
        ("unknown-other-0f1e2d3c", "unknown-other"),
    ],
)
def test_an_id_without_the_hash_of_its_file(report_id, without):
    assert strip_hash(report_id) == without


def test_the_ids_that_a_report_may_have_end_in_more_and_more_of_its_hash():
    sha256 = "0f1e2d3c4b5a" + 52 * "7"
    for plain in ("kent-ilacs-2020-01-31", "unknown-ilacs-2020-01-31-0f1e2d3c"):
        first, *hashed = list_id_candidates(plain, sha256)
        assert first == plain
        stem = strip_hash(plain)
        assert hashed[:2] == [f"{stem}-0f1e2d3c", f"{stem}-0f1e2d3c4b5a"]
        assert hashed[-1] == f"{stem}-{sha256}"


def test_of_many_reports_none_has_the_id_of_another():
    ids = ReportIds()
    ash, other = report("ash", "Plans."), report("ash", "Visits.")
    names = [ids.name(each) for each in (ash, other, ash, other)]
    own = f"ash-{other.source.sha256[:8]}"
    assert [each.id for each in names] == ["ash", own, "ash", own]
    assert names[1].paragraphs[0].id == f"{own}/p1"
    assert names[1].paragraphs[0].text == "Visits."


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
