"""A hit shows a listed paragraph: nothing is asked of the engine before it is needed."""

from dataclasses import replace
from datetime import date

import pytest

from index.grade_history import read_grade_history
from search.language.plan import plan_request
from search.model import GradedInspection, Request, Span
from search.present.hits import facts_and_doubts, grades_around, hits_of, report_facts
from tests.index.reports import report
from tests.search.clocks import AMPLE
from tests.search.engines.fake import FakeEngine

ASH = report(
    "ash",
    "Plans drift.",
    f"{'Staff know the children well. ' * 20}Plans are late.",
    day=date(2019, 5, 1),
    region="London",
)


class CountingEngine(FakeEngine):
    """Counts how often a paragraph or its report is asked for."""

    calls = 0

    def paragraph(self, ref):
        self.calls += 1
        return super().paragraph(ref)

    def report_of(self, ref):
        self.calls += 1
        return super().report_of(ref)


@pytest.fixture
def engine():
    return CountingEngine([ASH])


@pytest.fixture
def hits(engine):
    answer = engine.answer(plan_request(Request("plans", sort="newest"), engine, AMPLE))
    return hits_of(engine, answer.node, answer.listing)


def test_texts_need_no_more_than_the_listing_and_marks_the_lead(engine, hits):
    first, second = hits
    assert (first.text, first.matches) == ("Plans drift.", 1)
    assert engine.calls == 0
    assert (first.marks, first.lead_marks) == ((Span(0, 5),), ())
    assert first.snippet == Span(0, 12)
    assert second.snippet.start > 0
    assert engine.calls == 2


def test_what_leads_into_a_hit_is_marked_with_it():
    text, lead = "in private fostering.", "Ensure that visits are timely:"
    engine = FakeEngine([report("elm", (text, {"lead": lead}))])
    request = Request('"timely in private"', match="all")
    answer = engine.answer(plan_request(request, engine, AMPLE))
    (hit,) = hits_of(engine, answer.node, answer.listing)
    assert [lead[one.start : one.end] for one in hit.lead_marks] == ["timely:"]
    assert [text[one.start : one.end] for one in hit.marks] == ["in private"]
    assert (hit.text, hit.quote().lead_marks) == (text, hit.lead_marks)


def test_what_was_asked_of_the_engine_once_is_not_asked_again(engine, hits):
    for _ in range(3):
        assert hits[0].paragraph == ASH.paragraphs[0]
        assert hits[0].report == report_facts(ASH)
    assert engine.calls == 2


def test_a_quote_is_all_of_a_hit(hits):
    quote = hits[1].quote()
    assert (quote.grades.report_overall, quote.grades.authority_overall) == ("good", "good")
    assert (quote.paragraph, quote.report) == (ASH.paragraphs[1], report_facts(ASH))
    assert (quote.score, quote.marks, quote.snippet) == (
        hits[1].score,
        hits[1].marks,
        hits[1].snippet,
    )


FIRST = report("ash-2018", "Plans.", framework="ilacs", overall="good", day=date(2018, 5, 12))
VISIT = {"framework": "focused-visit", "overall": None}


@pytest.mark.parametrize(
    ("fields", "follows"),
    [
        (VISIT, True),
        ({**VISIT, "authority": "Elm"}, False),
        ({**VISIT, "day": date(2017, 1, 1)}, False),
        # What is graded, or should be, or states an outcome in place of a grade, follows nothing.
        ({"framework": "ilacs", "overall": "good"}, False),
        ({"framework": "ilacs", "overall": None}, False),
        ({"framework": "area-send", "overall": None, "outcome": 2}, False),
        ({"framework": "of nobody", "overall": None}, False),
    ],
)
def test_an_ungraded_visit_follows_the_inspection_that_graded_its_authority(fields, follows):
    first = replace(FIRST, authority="Ash")
    later = report("later", "Plans.", **{"authority": "Ash", "day": date(2019, 1, 2), **fields})
    grades = grades_around(later, read_grade_history([first, later]))
    followed = GradedInspection("ash-2018", date(2018, 5, 12), "good", None)
    assert grades.follows == (followed if follows else None)
    assert grades.report_overall == later.overall


def test_facts_are_those_of_the_report():
    facts, entry = report_facts(ASH), facts_and_doubts(ASH)
    for name in facts.__slots__:
        assert getattr(facts, name) == getattr(entry, name) == getattr(ASH, name)
    assert entry.doubts == ASH.doubts
