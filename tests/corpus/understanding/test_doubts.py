from datetime import date

import pytest

from corpus.frameworks import FRAMEWORKS
from corpus.model import Judgement, Paragraph
from corpus.understanding.authorities import Authority
from corpus.understanding.dates import Period
from corpus.understanding.doubts import doubts_of
from corpus.understanding.facts import Facts

BY_KEY = {framework.key: framework for framework in FRAMEWORKS}
PERIOD = Period(date(2024, 5, 2), date(2024, 5, 6))


def facts(**changed):
    known = {
        "title": "A title",
        "authority": Authority("Leeds", "Yorkshire and the Humber"),
        "period": PERIOD,
        "published": None,
        "lead_inspector": "Ada Marsh",
        "outcome": None,
        "invented": False,
    }
    return Facts(**{**known, **changed})


def paragraph(number=None, section="Findings", grade="good", kind="finding"):
    return Paragraph(
        f"r/{number}", 1, number, 3, section, None, grade, kind, None, (), "neutral", "Text."
    )


GOOD = (Judgement("Overall effectiveness", "good", "overall"),)


def kinds(key="ilacs", known=None, judgements=GOOD, paragraphs=()):
    paragraphs = paragraphs or [paragraph()]
    found = doubts_of(known or facts(), BY_KEY[key], judgements, paragraphs)
    return [(doubt.kind, doubt.page) for doubt in found]


def test_a_whole_report_leaves_no_doubt():
    assert kinds(paragraphs=[paragraph(number) for number in range(1, 12)]) == []


@pytest.mark.parametrize(
    ("key", "known", "judgements", "kind"),
    [
        ("ilacs", facts(authority=None), GOOD, "authority-missing"),
        ("ilacs", facts(authority=Authority("Eastmere", None)), GOOD, "authority-unlisted"),
        ("ilacs", facts(period=None), GOOD, "dates-missing"),
        ("ilacs", facts(), (), "judgements-missing"),
        ("area-send", facts(), (), "outcome-missing"),
        ("other", facts(), (), "framework-unknown"),
    ],
)
def test_a_fact_that_is_missing(key, known, judgements, kind):
    assert kinds(key, known, judgements) == [(kind, None)]


def test_an_invented_place_need_not_be_listed():
    assert kinds(known=facts(authority=Authority("Eastmere", None), invented=True)) == []


@pytest.mark.parametrize(
    ("numbers", "found"),
    [
        ([*range(1, 6), *range(7, 12)], [("number-gap", 3)]),
        ([*range(1, 9), 8, 9], [("number-repeated", 3)]),
        ([1, 5, 9], []),
        ([*range(1, 10), 1, 2], [("number-repeated", 3)]),
    ],
    ids=["gap", "repeat", "too few to be numbered", "begins again"],
)
def test_numbers_that_do_not_run_on(numbers, found):
    assert kinds(paragraphs=[paragraph(number) for number in numbers]) == found


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
