"""The OpenAPI document: every answer keeps its schema, and every request it allows is answered."""

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from jsonschema_rs import Draft202012Validator
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.reliability.worlds import SOAK
from tests.web.conftest import MARROW, TARN

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
    "search with nothing found": "/api/search?q=xylophone+recording&match=all",
    "reports": "/api/reports",
    "report": f"/api/reports/{MARROW}",
    "paragraph": f"/api/reports/{MARROW}/p2",
    "like": f"/api/reports/{MARROW}/p1/like",
    "counter_evidence": f"/api/reports/{MARROW}/p1/counter-evidence",
    "side_by_side": f"/api/side-by-side/{MARROW}/{TARN}",
    "authorities": "/api/authorities",
    "authority": "/api/authorities/Marrowdale",
    "recommendations": "/api/authorities/Marrowdale/recommendations",
    "concordance": "/api/wording/concordance?q=is",
    "profile": "/api/wording/profile?q=recording",
    "compare": "/api/wording/compare?q=timely&other=late",
    "distinctive": "/api/wording/distinctive?grade=good",
}


@pytest.fixture(scope="module")
def document(app):
    return app.test_client().get("/api/openapi.json").get_json()


def answer_schema(document, name):
    """The schema of an endpoint's answer, as one that stands alone."""
    operations = (operation for path in document["paths"].values() for operation in path.values())
    (operation,) = (each for each in operations if each["operationId"] == name)
    content = operation["responses"]["200"]["content"]
    return {**content["application/json"]["schema"], "components": document["components"]}


@pytest.mark.parametrize("name", ADDRESSES)
def test_each_answer_keeps_its_schema(client, document, name):
    response = client.get(ADDRESSES[name])
    assert (response.status_code, response.mimetype) == (200, "application/json")
    schema = answer_schema(document, name.split()[0])
    Draft202012Validator(schema).validate(response.get_json())


def test_every_operation_may_answer_with_the_one_error(client, document):
    schemas = [
        operation["responses"]["default"]["content"]["application/json"]["schema"]
        for path in document["paths"].values()
        for operation in path.values()
    ]
    assert all(schema == schemas[0] for schema in schemas)
    schema = {**schemas[0], "components": document["components"]}
    Draft202012Validator(schema).validate(client.get("/api/nothing").get_json())


def test_a_parameter_is_described_by_place_and_number(document):
    operation = document["paths"]["/reports/{report_id}/{anchor}/like"]["get"]
    parameters = {parameter["name"]: parameter for parameter in operation["parameters"]}
    report_id, grade = parameters["report_id"], parameters["grade"]
    assert (report_id["in"], report_id["required"]) == ("path", True)
    assert report_id["schema"] == {"type": "string"}
    assert (grade["in"], grade["required"]) == ("query", False)
    assert (grade["schema"]["type"], grade["schema"]["items"]["enum"][0]) == (
        "array",
        "outstanding",
    )


def test_the_document_names_its_server_and_its_version(document):
    assert document["openapi"] == "3.1.0"
    assert document["servers"] == [{"url": "http://localhost/api"}]


def test_every_request_that_the_document_allows_is_answered_as_it_says(app):
    """Schemathesis makes requests of every kind the document allows, and some it does not."""
    document = schemathesis.openapi.from_wsgi("/api/openapi.json", app)
    for operation in document.get_all_operations():

        @settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))
        @given(case=operation.ok().as_strategy())
        def call(case):
            case.call_and_validate(checks=CHECKS, headers={"Accept-Encoding": "identity"})

        call()
