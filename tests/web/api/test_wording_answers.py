"""The answers on wording: search's records, and what is said of the filters beside them."""

import pytest

from search.wording import Precedents
from tests.web.conftest import TARN
from web.api.wording_answers import PrecedentsAnswer, with_diagnostics


@pytest.mark.parametrize(
    "address",
    [
        "/api/search?q=timely",
        "/api/wording/concordance?q=timely",
        "/api/wording/profile?q=timely",
        "/api/wording/compare?q=timely&other=late",
        "/api/wording/timeline?q=timely",
        "/api/wording/grades?q=recording&grade=good&grade=inadequate",
        f"/api/reports/{TARN}/p1/like?",
    ],
)
def test_that_no_report_has_a_value_is_said_wherever_it_can_be_asked_for(client, address):
    """A figure of 0 would read as if the authority had been looked at."""
    assert client.get(address).get_json()["diagnostics"] == []
    (diagnostic,) = client.get(f"{address}&authority=Rutland").get_json()["diagnostics"]
    assert (diagnostic["kind"], diagnostic["span"]) == ("no-report", {"start": 0, "end": 0})
    assert "Rutland" in diagnostic["message"]


def test_an_answer_has_all_that_its_record_has():
    answer = with_diagnostics(PrecedentsAnswer, Precedents("plans", ()), ["No report is on Elm."])
    assert (answer.draft, answer.grades) == ("plans", ())
    assert [diagnostic.message for diagnostic in answer.diagnostics] == ["No report is on Elm."]
