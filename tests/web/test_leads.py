"""What leads into an item of a list is searched, shown and marked, and counted once in wording."""

import pytest

from tests.index.reports import report
from tests.web.conftest import client_of, indexed

LEAD = "Leaders should ensure that children are visited:"
REPORT = report(
    "ashby-ilacs-2020-01-31",
    LEAD,
    ("in private fostering arrangements.", {"lead": LEAD, "kind": "recommendation"}),
    ("at school.", {"lead": LEAD, "kind": "recommendation"}),
    "Children in private fostering are visited in good time, and their views are written down.",
    framework="ilacs",
)
IDS = [paragraph.id for paragraph in REPORT.paragraphs]


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    return indexed(tmp_path_factory.mktemp("leads"), REPORT)


@pytest.fixture(scope="module")
def client(data):
    return client_of(data)


@pytest.mark.parametrize(
    ("query", "places"),
    [
        ("visited private fostering", [1, 3]),
        ("private fostering", [1, 3]),
        ('"are visited in private fostering"', [1]),
        ('"visited in good time"', [3]),
        ("leaders arrangements", [1]),
        ("leaders", [0, 2, 1]),
    ],
)
def test_an_item_is_found_by_what_leads_into_it(client, query, places):
    answer = client.get("/api/search", query_string={"q": query, "match": "all"}).get_json()
    assert [hit["paragraph"]["id"] for hit in answer["hits"]] == [IDS[place] for place in places]


def test_marks_are_in_the_lead_and_in_the_text_which_stays_as_printed(client):
    query = '"are visited in private fostering"'
    (hit,) = client.get("/api/search", query_string={"q": query}).get_json()["hits"]
    assert hit["paragraph"]["text"] == REPORT.paragraphs[1].text
    assert [LEAD[one["start"] : one["end"]] for one in hit["lead_marks"]] == ["are visited:"]
    text = REPORT.paragraphs[1].text
    assert [text[one["start"] : one["end"]] for one in hit["marks"]] == ["in private fostering"]
    page = client.get("/", query_string={"q": query}).get_data(as_text=True)
    assert "children <mark>are visited:</mark></p>" in page
    assert '<p class="quote"><mark>in private fostering</mark> arrangements.</p>' in page


def test_a_persons_terminal_shows_what_leads_into_a_hit(evidence, data):
    output = evidence("search", '"visited in private"', "--data", data).stdout
    assert LEAD in output


def test_wording_counts_a_lead_once(client):
    lines = client.get("/api/wording/concordance?q=children+are+visited").get_json()
    assert (lines["occurrences"], lines["paragraphs"]) == (1, 1)
    profile = client.get("/api/wording/profile?q=children+are+visited").get_json()
    assert profile["paragraphs"] == 1
    assert (
        client.get("/api/wording/concordance?q=visited+in+private").get_json()["occurrences"] == 0
    )
