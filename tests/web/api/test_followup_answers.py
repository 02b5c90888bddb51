"""What the API answers about recommendations."""

import pytest

from tests.search.followup.authority import FIRST, SECOND, THIRD
from tests.web.conftest import client_of, indexed

PATH = "/api/authorities/Ashford/recommendations"


@pytest.fixture(scope="module")
def followed(tmp_path_factory):
    return client_of(indexed(tmp_path_factory.mktemp("followed"), FIRST, SECOND, THIRD))


def test_each_recommendation_has_what_each_later_report_says(followed):
    answer = followed.get(PATH).get_json()
    assert (answer["authority"], answer["reports"]) == ("Ashford", ["first", "second", "third"])
    by_id = {one["paragraph"]: one for one in answer["recommendations"]}
    assert by_id["first/p6"]["thread"] == by_id["second/p6"]["thread"]
    again, moved = by_id["first/p5"]["later"]
    assert (again["report"], again["status"]) == ("second", "asked again")
    assert again["paragraphs"][0]["link"] == "http://localhost/report/second/p5"
    assert (moved["status"], moved["is_corrected"]) == ("moved on", False)
    assert by_id["first/p7"]["later"][0]["paragraphs"] == []
    assert answer["accuracy"]["pairs"] > 0


def test_the_list_has_pages(followed):
    first = followed.get(f"{PATH}?size=3")
    assert len(first.get_json()["recommendations"]) == 3
    assert 'page=2>; rel="next"' in first.headers["Link"]
    assert len(followed.get(f"{PATH}?size=3&page=2").get_json()["recommendations"]) == 1


@pytest.mark.parametrize("path", ["?size=21", "?status=silent", "?page=0"])
def test_a_wrong_parameter_is_refused(followed, path):
    assert followed.get(f"{PATH}{path}").status_code == 400


def test_an_unknown_authority_is_not_found(followed):
    assert followed.get("/api/authorities/Atlantis/recommendations").status_code == 404
