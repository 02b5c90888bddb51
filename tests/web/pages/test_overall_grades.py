"""Overall grades around a paragraph are said once each, and a visit links what it follows."""

from datetime import date

import pytest

from search.model import GradedInspection, GradesAround
from tests.index.reports import report
from tests.web.conftest import client_of, indexed
from web.pages.overall_grades import describe_grades

GOOD = GradedInspection("ash-2018", date(2018, 5, 12), "good", "ofsted")
FOLLOWS = 'follows the <a href="/report/ash-2018">inspection of 12 May 2018</a>, graded good'


@pytest.mark.parametrize(
    ("grades", "html"),
    [
        (GradesAround(None, None, None), ""),
        (GradesAround("good", "good", None), "report graded good"),
        (GradesAround("good", None, None), "report graded good"),
        (
            GradesAround("requires improvement", "good", None),
            "report graded requires improvement; authority last graded good",
        ),
        (GradesAround(None, "good", GOOD), FOLLOWS),
        (
            GradesAround(None, "inadequate", GOOD),
            f"{FOLLOWS}; authority last graded inadequate",
        ),
        (GradesAround(None, "good", None), "authority last graded good"),
        (GradesAround("<b>", None, None), "report graded &lt;b&gt;"),
    ],
)
def test_grades_in_words(app, grades, html):
    with app.test_request_context("/"):
        assert describe_grades(grades) == html


ASH = tuple(
    report(name, "A plan.", authority="Ash", framework=framework, overall=overall, day=day)
    for name, framework, overall, day in (
        ("ash-2018", "ilacs", "good", date(2018, 5, 12)),
        ("ash-2019", "focused-visit", None, date(2019, 1, 2)),
        ("ash-2022", "ilacs", "inadequate", date(2022, 3, 4)),
    )
)


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    return client_of(indexed(tmp_path_factory.mktemp("ash"), *ASH))


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/?q=plan&framework=focused-visit", f"{FOLLOWS}; authority last graded inadequate"),
        ("/report/ash-2019/p1", f"{FOLLOWS}; authority last graded inadequate"),
        ("/report/ash-2018/p1", "report graded good; authority last graded inadequate"),
        ("/report/ash-2019", "<dt>Follows</dt>"),
        ("/report/ash-2019", "<dt>Authority last graded</dt>"),
    ],
)
def test_pages_say_the_grades_around_a_paragraph(client, address, words):
    assert words in client.get(address).get_data(as_text=True)


def test_the_report_that_graded_an_authority_last_does_not_say_so_twice(client):
    assert "<dt>Authority last graded" not in client.get("/report/ash-2022").get_data(as_text=True)


def test_the_grade_at_the_time_is_a_filter_and_that_of_today_another(client):
    def list_reports(query):
        answer = client.get(f"/api/search?{query}").get_json()
        return sorted(hit["report"]["id"] for hit in answer["hits"])

    assert list_reports("report_grade=good") == ["ash-2018"]
    assert list_reports("authority_grade=inadequate") == ["ash-2018", "ash-2019", "ash-2022"]
    assert list_reports("authority_grade=good") == []
    assert list_reports("q=report-grade:inadequate") == ["ash-2022"]
    assert list_reports("q=plan+-authority_grade:inadequate") == []


def test_hits_and_paragraphs_of_the_api_carry_their_grades(client):
    (hit,) = client.get("/api/search?q=plan&framework=focused-visit").get_json()["hits"]
    followed = {"id": "ash-2018", "dated": "2018-05-12", "overall": "good", "scale": None}
    grades = {"report_overall": None, "authority_overall": "inadequate", "follows": followed}
    assert hit["grades"] == grades
    assert client.get("/api/reports/ash-2019/p1").get_json()["grades"] == grades
