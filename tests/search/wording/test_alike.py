"""Precedents of a draft: by grade, with shared words, no copies, none from its own report."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.errors import BadRequest
from search.model import Request
from search.wording import alike, like_paragraph

DRAFT = "Children are waiting too long, and too many of them wait for plans."


def ids_by_grade(precedents):
    return {
        grade: [precedent.hit.paragraph.id for precedent in best]
        for grade, best in precedents.grades
    }


def test_the_best_precedents_of_each_grade(wording_engine):
    (precedents,) = alike(wording_engine, DRAFT, Request())
    assert precedents.draft == DRAFT
    ids = ids_by_grade(precedents)
    assert list(ids) == ["good", "adequate", "inadequate"]
    assert ids["inadequate"][0] in ("oak/p1", "fir/p1")
    assert ids["adequate"] == ["yew/p1"]


def test_shared_words_are_shown_as_they_are_written(wording_engine):
    (precedents,) = alike(wording_engine, DRAFT, Request())
    best = dict(precedents.grades)["adequate"][0]
    assert set(best.shared) == {"wait", "children"}
    text = best.hit.paragraph.text
    assert {text[mark.start : mark.end] for mark in best.hit.marks} == {"wait", "children"}


def test_copies_of_the_draft_are_left_out(wording_engine):
    (precedents,) = alike(wording_engine, "Too many children wait.", Request())
    assert "adequate" not in [grade for grade, best in precedents.grades if best]


def test_of_copies_only_the_best_is_shown(build_engine):
    texts = ["Plans drift on and on.", "Plans drift on, and on!", "Plans are late."]
    engine = build_engine(("ash", texts, {}))
    (precedents,) = alike(engine, "plans drift here", Request())
    ids = ids_by_grade(precedents)["good"]
    assert len(ids) == 2
    assert "ash/p3" in ids


def test_each_grade_has_at_most_three_precedents(build_engine):
    words = ["late", "poor", "weak", "vague", "brief"]
    engine = build_engine(("ash", [f"Plans {word} {word}s" for word in words], {}))
    (precedents,) = alike(engine, "plans", Request())
    assert len(ids_by_grade(precedents)["good"]) == 3


def test_a_paragraph_has_no_precedent_in_its_own_report(wording_engine):
    precedents = like_paragraph(wording_engine, "ash/p1", Request())
    assert precedents is not None
    ids = [name for names in ids_by_grade(precedents).values() for name in names]
    assert ids
    assert not any(name.startswith("ash/") for name in ids)
    assert like_paragraph(wording_engine, "ash/p99", Request()) is None


def test_each_paragraph_of_a_draft_is_answered(wording_engine):
    answers = alike(wording_engine, f"{DRAFT}\n\n...\n\nOversight is robust.", Request())
    assert [precedents.draft for precedents in answers] == [DRAFT, "Oversight is robust."]


def test_filters_choose_the_precedents(wording_engine):
    request = Request("unicorns", filters={"grade": ("inadequate",)})
    (precedents,) = alike(wording_engine, DRAFT, request)
    assert list(ids_by_grade(precedents)) == ["inadequate"]


@pytest.mark.parametrize("draft", ["word " * 30000, "a b\n\n" * 21])
def test_a_draft_that_is_too_long_is_refused(wording_engine, draft):
    with pytest.raises(BadRequest, match="paste at most"):
        alike(wording_engine, draft, Request())


@settings(max_examples=50)
@given(draft=st.text())
def test_any_draft_has_an_answer(wording_engine, draft):
    for precedents in alike(wording_engine, draft, Request()):
        assert precedents.draft.strip()
