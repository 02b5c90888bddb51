from dataclasses import replace
from datetime import date

import pytest

from corpus.model import Judgement, Paragraph
from corpus.understanding.authorities import Authority
from corpus.understanding.dates import Period
from corpus.understanding.doubts import find_doubts
from corpus.understanding.facts import Facts
from tests.corpus.known_frameworks import FRAMEWORK_BY_KEY

PERIOD = Period(date(2024, 5, 2), date(2024, 5, 6))


def facts(**changes):
    whole = {
        "title": "A title",
        "authority": Authority("Leeds", "Yorkshire and the Humber"),
        "period": PERIOD,
        "published": None,
        "lead_inspector": "Ada Marsh",
        "outcome": None,
        "invented": False,
        "is_authority_inferred": False,
    }
    return Facts(**{**whole, **changes})


def paragraph(number=None, section="Findings", grade="good", kind="finding"):
    return Paragraph(
        f"r/{number}", 1, number, 3, section, None, grade, kind, None, (), "neutral", "Text."
    )


GOOD = (Judgement("Overall effectiveness", "good", "overall"),)


def kinds(key="ilacs", read=None, judgements=GOOD, paragraphs=()):
    """Return kind and page of each doubt about a report, which is whole but for what is given."""
    paragraphs = paragraphs or [paragraph()]
    doubts = find_doubts(read or facts(), FRAMEWORK_BY_KEY[key], judgements, paragraphs)
    return [(doubt.kind, doubt.page) for doubt in doubts]


def test_a_whole_report_leaves_no_doubt():
    assert kinds(paragraphs=[paragraph(number) for number in range(1, 12)]) == []


@pytest.mark.parametrize(
    ("key", "read", "judgements", "kind"),
    [
        ("ilacs", facts(authority=None), GOOD, "authority-missing"),
        ("ilacs", facts(is_authority_inferred=True), GOOD, "authority-inferred"),
        ("ilacs", facts(authority=Authority("Eastmere", None)), GOOD, "authority-unlisted"),
        ("ilacs", facts(period=None), GOOD, "dates-missing"),
        ("ilacs", facts(published_month="May 2024"), GOOD, "published-month"),
        ("hmicfrs-child-protection", facts(period=None), (), "dates-missing"),
        ("ilacs", facts(), (), "judgements-missing"),
        ("area-send", facts(), (), "outcome-missing"),
        ("other", facts(), (), "framework-unknown"),
    ],
)
def test_a_fact_that_is_missing(key, read, judgements, kind):
    assert kinds(key, read, judgements) == [(kind, None)]


def test_an_invented_place_need_not_be_listed():
    assert kinds(read=facts(authority=Authority("Eastmere", None), invented=True)) == []


@pytest.mark.parametrize(
    ("numbers", "doubts"),
    [
        ([*range(1, 6), *range(7, 12)], [("number-gap", 3)]),
        ([*range(1, 9), 8, 9], [("number-repeated", 3)]),
        ([1, 5, 9], []),
        ([*range(1, 10), 1, 2], [("number-repeated", 3)]),
    ],
    ids=["gap", "repeat", "too few to be numbered", "begins again"],
)
def test_numbers_that_do_not_run_on(numbers, doubts):
    assert kinds(paragraphs=[paragraph(number) for number in numbers]) == doubts


def test_a_section_without_grade_where_others_have_one():
    paragraphs = [
        paragraph(),
        paragraph(section="Housing", grade=None),
        paragraph(section="Housing", grade=None),
        paragraph(section="Next steps", grade=None, kind="context"),
    ]
    assert kinds(paragraphs=paragraphs) == [("grade-missing", 3)]


def test_a_report_without_findings():
    assert kinds(paragraphs=[paragraph(kind="context", grade=None)]) == [("findings-missing", None)]


@pytest.mark.parametrize(
    ("key", "read"),
    [
        ("safeguarding-practice-review", facts(period=None)),
        ("hmicfrs-child-protection", facts(authority=Authority("Fenmoor Police", None))),
    ],
)
def test_what_a_framework_never_has_is_not_missed(key, read):
    assert kinds(key, read, judgements=()) == []


def test_a_section_that_never_has_a_grade_is_not_doubted():
    graded, summary = (
        paragraph(),
        replace(paragraph(section="Summary", grade=None), path=("Summary",)),
    )
    assert kinds("estyn", paragraphs=[graded, summary]) == []
    assert kinds("hmip-youth-justice", paragraphs=[graded, summary]) == [("grade-missing", 3)]


def test_a_list_of_recommendations_may_be_numbered_anew():
    asked = [paragraph(number, kind="recommendation") for number in (*range(1, 9), 1, 2)]
    assert kinds(paragraphs=[*asked, paragraph()]) == []
