"""The timeline of a wording: its first use, its peak, and who repeats it later."""

import sys
from datetime import date

import pytest

from search.model import Request
from search.wording import profile, timeline
from tests.search.clocks import AMPLE

COPIED = "Managers do not always know which of the children wait for a plan."
NOTICE = "This notice says in every report that no child should ever wait for a plan."
FIRST = "Some children wait, as everybody who reads these letters has known for years."


def texts_of(year, number):
    yield f"Nobody waits {year} {number}."
    if year == 2015 and number == 0:
        yield FIRST
    if year in (2016, 2017, 2018) and number == 0:
        yield COPIED if year < 2018 else COPIED.replace("a plan", "their plans")
    if number == 2:
        yield NOTICE
    if year == 2017 and number < 8:
        yield f"Children wait for {number} weeks."


@pytest.fixture(scope="module")
def engine(build_engine):
    dated = (
        (f"r{year}-{number}", list(texts_of(year, number)), {"day": date(year, 1 + number, 1)})
        for year in (2015, 2016, 2017, 2018)
        for number in range(10)
    )
    undated = ("undated", ["Children wait.", NOTICE], {"day": None})
    withdrawn = ("gone", [COPIED], {"day": date(2010, 1, 1), "withdrawn": "withdrawn"})
    return build_engine(*dated, undated, withdrawn)


def ask(engine, query="children wait", **fields):
    return timeline(engine, Request(query, **fields), AMPLE)


def test_the_first_use_is_that_of_the_oldest_report(engine):
    answer = ask(engine)
    assert (answer.first.report, answer.first.text) == ("r2015-0", FIRST)
    assert answer.profile == profile(engine, Request("children wait"), AMPLE)
    assert (answer.occurrences, answer.looked_at, answer.undated) == (13, 13, 1)


def test_a_withdrawn_report_is_first_only_where_it_is_taken_in(engine):
    assert ask(engine, withdrawn=True).first.report == "gone"


def test_the_peak_is_the_year_with_the_highest_share_and_comes_with_its_interval(engine):
    answer = ask(engine)
    assert (answer.peak.value, answer.peak.using, answer.peak.of) == ("2017", 8, 10)
    assert answer.peak.low < 0.8 < answer.peak.high
    assert answer.as_high == ()


def test_years_whose_interval_reaches_the_peak_may_be_as_high(engine):
    answer = ask(engine, "which of the children")
    assert answer.peak.value == "2018"
    assert [year.value for year in answer.as_high] == ["2015", "2016", "2017"]


def test_who_repeats_it_later(engine):
    (one,) = ask(engine).repeated
    assert one.first.report == "r2016-0"
    assert [repeat.passage.report for repeat in one.later] == ["r2017-0", "r2018-0"]
    changes = [(part.change, part.text) for part in one.later[1].parts if part.change != "same"]
    assert changes == [("removed", "a plan "), ("added", "their plans.")]


def test_standard_paragraphs_are_told_and_are_no_first_use(engine):
    answer = ask(engine, "should ever wait")
    assert (answer.first, answer.occurrences, answer.in_boilerplate) == (None, 5, 5)
    (one,) = answer.repeated
    assert one.first.standard
    assert one.reports == 3


def test_the_first_use_is_listed_before_what_more_reports_repeat(build_engine):
    texts = {2010: [FIRST], 2011: [COPIED], 2012: [FIRST, COPIED], 2013: [COPIED.upper() + " 1"]}
    engine = build_engine(
        *((f"r{year}", some, {"day": date(year, 1, 1)}) for year, some in texts.items())
    )
    answer = ask(engine, "children wait")
    assert [(one.first.report, one.reports) for one in answer.repeated] == [
        ("r2010", 1),
        ("r2011", 2),
    ]


@pytest.mark.parametrize(
    ("query", "is_phrase", "years"),
    [('"children wait" OR weeks', False, 4), ("children -weeks", False, 4), ("children", True, 4)],
)
def test_only_one_phrase_has_a_first_use(engine, query, is_phrase, years):
    answer = ask(engine, query)
    assert (answer.is_phrase, answer.first is not None) == (is_phrase, is_phrase)
    assert len(answer.profile.years) == years


def test_nobody_uses_it(engine):
    answer = ask(engine, "unicorns")
    assert (answer.first, answer.peak, answer.repeated, answer.occurrences) == (None, None, (), 0)


def test_the_oldest_are_looked_at(engine, monkeypatch):
    monkeypatch.setattr(sys.modules[timeline.__module__], "MAX_OCCURRENCES", 3)
    answer = ask(engine)
    assert (answer.occurrences, answer.looked_at) == (13, 3)
    assert answer.first.report == "r2015-0"
