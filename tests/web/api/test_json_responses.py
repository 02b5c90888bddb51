"""The pages of a list in JSON, and the link to the next one."""

import pytest

from tests.web.conftest import MARROW, TARN


@pytest.mark.parametrize(
    ("query", "ids", "link"),
    [
        ("?size=1", [MARROW], '</api/reports?size=1&page=2>; rel="next"'),
        ("?size=1&page=2", [TARN], None),
        ("?page=9", [], None),
        ("", [MARROW, TARN], None),
    ],
    ids=["first", "last", "beyond", "all"],
)
def test_a_page_of_a_list_leads_to_the_next(client, query, ids, link):
    response = client.get(f"/api/reports{query}")
    assert [one["id"] for one in response.json] == ids
    assert response.headers.get("Link") == link


def test_a_page_of_more_than_an_answer_holds_is_refused(client):
    assert client.get("/api/reports?size=1001").status_code == 400
