"""Precedents of a draft: by grade, with shared words, no copies, none from its own report."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.errors import BadRequest
from search.model import Request
from search.wording import alike, like_paragraph

DRAFT = "Children are waiting too long, and too many of them wait for plans."


def grades(found):
    return {grade: [one.hit.paragraph.id for one in best] for grade, best in found.grades}


def test_the_best_precedents_of_each_grade(wording_engine):
    (found,) = alike(wording_engine, DRAFT, Request())
    assert found.draft == DRAFT
    assert [grade for grade, _ in found.grades] == ["good", "adequate", "inadequate"]
    assert grades(found)["inadequate"][0] in ("oak/p1", "fir/p1")
    assert grades(found)["adequate"] == ["yew/p1"]


def test_shared_words_are_shown_as_they_are_written(wording_engine):
    (found,) = alike(wording_engine, DRAFT, Request())
    best = dict(found.grades)["adequate"][0]
    assert set(best.shared) == {"wait", "children"}
    text = best.hit.paragraph.text
    assert {text[mark.start : mark.end] for mark in best.hit.marks} == {"wait", "children"}


def test_copies_are_left_out(wording_engine):
    (found,) = alike(wording_engine, "Too many children wait.", Request())
    assert "adequate" not in [grade for grade, best in found.grades if best]


def test_a_paragraph_has_no_precedent_in_its_own_report(wording_engine):
    found = like_paragraph(wording_engine, "ash/p1", Request())
    assert found is not None
    assert all("ash" not in ids[0] for ids in grades(found).values() if ids)
    assert like_paragraph(wording_engine, "ash/p99", Request()) is None


def test_each_paragraph_of_a_draft_is_answered(wording_engine):
    found = alike(wording_engine, f"{DRAFT}\n\n...\n\nOversight is robust.", Request())
    assert [one.draft for one in found] == [DRAFT, "Oversight is robust."]


def test_filters_choose_the_precedents(wording_engine):
    (found,) = alike(wording_engine, DRAFT, Request(filters={"grade": ("inadequate",)}))
    assert list(grades(found)) == ["inadequate"]


@pytest.mark.parametrize("draft", ["word " * 30000, "a b\n\n" * 21])
def test_a_draft_that_is_too_long_is_refused(wording_engine, draft):
    with pytest.raises(BadRequest, match="paste at most"):
        alike(wording_engine, draft, Request())


@settings(deadline=None, max_examples=50)
@given(draft=st.text())
def test_any_draft_has_an_answer(wording_engine, draft):
    for found in alike(wording_engine, draft, Request()):
        assert found.draft.strip()
