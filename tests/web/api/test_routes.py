"""The JSON API: what it answers, the one shape of its errors, and the document that tells it."""

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from jsonschema_rs import Draft202012Validator
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from corpus.contract import from_json
from tests.reliability.worlds import SOAK
from tests.web.conftest import MARROW, REPORTS, TARN
from web.api.endpoints import ENDPOINTS

EXAMPLES = 500 if SOAK else 10
CHECKS = (
    schemathesis.checks.not_a_server_error,
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)
ADDRESSES = {
    "search": "/api/search?q=timely&grade=good",
    "search by reports": "/api/search?unit=reports&size=1",
    "reports": "/api/reports",
    "report": f"/api/reports/{MARROW}",
    "paragraph": f"/api/reports/{MARROW}/p2",
    "like": f"/api/reports/{MARROW}/p1/like",
    "authorities": "/api/authorities",
    "authority": "/api/authorities/Marrowdale",
    "concordance": "/api/wording/concordance?q=is",
    "profile": "/api/wording/profile?q=recording",
    "compare": "/api/wording/compare?q=timely&other=late",
    "distinctive": "/api/wording/distinctive?grade=good",
}
WRONG = {
    "/api/nothing": 404,
    "/api/reports/nowhere": 404,
    f"/api/reports/{MARROW}/p99": 404,
    f"/api/reports/{MARROW}/p99/like": 404,
    "/api/authorities/Nowhere": 404,
    "/api/search?sort=best": 400,
    "/api/search?grade=splendid": 400,
    "/api/search?since=soon": 400,
    "/api/wording/profile": 400,
    "/api/wording/compare?q=x": 400,
    "/api/wording/concordance?q=x&order=random": 400,
}


@pytest.fixture(scope="module")
def document(app):
    return app.test_client().get("/api/openapi.json").get_json()


def answer_schema(document, name):
    """The schema of an endpoint's answer, as one that stands alone."""
    operations = (each for path in document["paths"].values() for each in path.values())
    found = next(each for each in operations if each["operationId"] == name)
    content = found["responses"]["200"]["content"]
    return {**content["application/json"]["schema"], "components": document["components"]}


@pytest.mark.parametrize("name", ADDRESSES)
def test_each_answer_keeps_the_schema_that_the_document_gives(client, document, name):
    response = client.get(ADDRESSES[name])
    assert (response.status_code, response.mimetype) == (200, "application/json")
    schema = answer_schema(document, name.split()[0])
    Draft202012Validator(schema).validate(response.get_json())


def test_the_document_tells_every_address_below_api(app, document):
    rules = {rule.rule for rule in app.url_map.iter_rules() if rule.endpoint.startswith("api.")}
    told = {f"/api{path}".replace("{", "<").replace("}", ">") for path in document["paths"]}
    assert rules - told == {"/api/openapi.json", "/api/"}
    assert document["openapi"] == "3.1.0"
    assert len(document["paths"]) == len(ENDPOINTS)


@pytest.mark.parametrize(("address", "status"), WRONG.items(), ids=WRONG)
def test_every_error_has_one_shape(client, address, status):
    response = client.get(address)
    assert response.status_code == status
    (told,) = response.get_json().values()
    assert set(told) == {"status", "title", "message", "action"}
    assert told["status"] == status


def test_the_list_of_reports_has_the_doubts_of_each(client):
    told = {one["id"]: one["doubts"] for one in client.get("/api/reports").get_json()}
    assert told[MARROW] == [{"kind": "number-gap", "message": "paragraph 2 is missing", "page": 1}]
    assert sum(map(len, told.values())) == 1


def test_a_report_keeps_the_data_contract(client):
    told = client.get(f"/api/reports/{MARROW}").get_json()
    assert from_json(told) == REPORTS[0]


def test_a_hit_carries_its_citation_its_link_and_its_marks(client):
    (hit,) = client.get('/api/search?q="not yet good"').get_json()["hits"]
    assert hit["citation"].endswith("paragraph 1 (Leadership, Inadequate), p. 1")
    assert hit["link"] == f"http://localhost/report/{TARN}/p1"
    text = hit["paragraph"]["text"]
    assert [text[mark["start"] : mark["end"]] for mark in hit["marks"]] == ["not yet good"]


def test_pages_follow_each_other(client):
    seen, address = [], "/api/search?size=4"
    while address:
        page = client.get(address).get_json()
        seen += [hit["paragraph"]["id"] for hit in page["hits"]]
        address = page["next"]
    assert len(seen) == len(set(seen)) == page["total"] == 6


def test_what_could_not_be_understood_is_data(client):
    (told,) = client.get('/api/search?q="open').get_json()["diagnostics"]
    assert (told["span"]["start"], told["kind"]) == (0, told["kind"])
    assert told["message"]


def test_what_was_searched_is_told_in_words_and_in_parts(client):
    found = client.get("/api/search?q=recording&grade=good").get_json()
    assert found["searched"] == "paragraphs with recording; graded good"
    last = found["sentence"][-1]
    assert (last["lead"], last["text"]) == ("graded", "good")
    assert client.get(last["without"]).get_json()["total"] == 3


def test_what_to_try_instead_is_offered_with_its_address(client):
    nothing = client.get("/api/search?q=xylophone+recording&match=all").get_json()
    assert nothing["missing"] == ["xylophone"]
    (offer,) = [one for one in nothing["removals"] if one["text"] == "xylophone"]
    assert client.get(offer["link"]).get_json()["total"] == offer["paragraphs"] == 3
    mistyped = client.get("/api/search?q=recordng").get_json()["suggestions"][0]
    assert client.get(mistyped["link"]).get_json()["total"] == mistyped["paragraphs"]


def test_a_paragraph_says_why_it_has_its_labels(client):
    (why,) = client.get(f"/api/reports/{MARROW}/p2").get_json()["why"]
    assert why["label"] == "Health"


def test_precedents_take_filters(client):
    address = f"/api/reports/{MARROW}/p1/like"
    assert client.get(f"{address}?authority=Tarnsea").get_json()["grades"]
    assert client.get(f"{address}?authority=Marrowdale").get_json()["grades"] == []


def test_a_draft_finds_precedents(client):
    response = client.post("/api/wording/draft", json={"draft": "Recording is timely."})
    (found,) = response.get_json()
    assert found["draft"] == "Recording is timely."


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"draft": 1}', b"\xff", b'{"draft": "\xff"}'])
def test_a_body_that_is_no_draft_is_named(client, body):
    response = client.post("/api/wording/draft", data=body)
    assert response.status_code == 400
    assert "draft" in response.get_json()["error"]["message"]


def test_whatever_the_document_allows_is_answered_as_it_says(app):
    """Schemathesis makes requests of every kind the document allows, and some it does not."""
    document = schemathesis.openapi.from_wsgi("/api/openapi.json", app)
    for operation in document.get_all_operations():

        @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
        @given(case=operation.ok().as_strategy())
        def answered(case):
            case.call_and_validate(checks=CHECKS, headers={"Accept-Encoding": "identity"})

        answered()
