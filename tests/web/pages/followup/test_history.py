"""The reports on one authority: their recommendations, and which were followed by another."""

import html
import re
from datetime import date

import pytest

from index.writer import writing
from tests.index.reports import report
from web import create_app
from web.pages.followup.history import ids_with_later_reports, recommendations, recommended

RECOMMENDATION = ("Make health assessments timely.", {"kind": "recommendation", "grade": None})
ASH_2019 = report("ash-2019", RECOMMENDATION, "Plans.", authority="Ash", day=date(2019, 1, 1))
ASH_2022 = report(
    "ash-2022", "Health assessments are now mostly timely.", authority="Ash", day=date(2022, 1, 1)
)
ELM_2023 = report("elm-2023", "Health assessments are timely.", authority="Elm")
UNDATED = report("ash", "Plans.", day=None)


@pytest.fixture
def ash_and_elm(tmp_path):
    """A client of a collection with two reports on one authority and one on another."""
    with writing(tmp_path / "data") as writer:
        for one in (ASH_2019, ASH_2022, ELM_2023):
            writer.put(one)
    return create_app({"data": str(tmp_path / "data")}).test_client()


def test_only_recommendations_are_recommended():
    assert [one.text for one in recommendations(ASH_2019)] == [RECOMMENDATION[0]]
    assert recommendations(ASH_2022) == ()


@pytest.mark.parametrize(
    ("reports", "ids"),
    [
        ((), set()),
        ((ASH_2022, ASH_2019), {"ash-2019"}),
        ((ASH_2022, UNDATED), set()),
        ((UNDATED,), set()),
    ],
    ids=["none", "two", "one of them undated", "undated"],
)
def test_only_dated_reports_follow_each_other(reports, ids):
    assert ids_with_later_reports(reports) == ids


def test_a_recommendation_leads_to_what_later_reports_say(ash_and_elm):
    page = ash_and_elm.get("/authority/Ash").text
    (link,) = re.findall(r'href="(/wording/like/[^"]+)"', page)
    later = ash_and_elm.get(html.unescape(link)).text
    assert "/report/ash-2022#" in later
    assert "/report/elm-2023#" not in later
    assert "/report/elm-2023#" in ash_and_elm.get(link.partition("?")[0]).text


@pytest.mark.parametrize(
    ("characters", "shown"), [(1_000, 2), (2 * len(RECOMMENDATION[0]), 2), (40, 1), (10, 0)]
)
def test_recommendations_are_shown_while_the_page_has_room(characters, shown):
    twice = report("ash-2020", RECOMMENDATION, RECOMMENDATION)
    (of_report,) = recommended([twice], characters).values()
    assert (of_report.count, len(of_report.shown)) == (2, shown)
