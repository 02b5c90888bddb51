"""The OpenAPI 3.1 document, generated from the endpoints and the records they return."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any

import msgspec

from corpus.model import Choice
from index.facets import FACETS
from search.choices import CHOICES, ChoiceParameter
from web.address import DEEPEST, SIZES
from web.api.responses import Failed

Schema = dict[str, Any]
REFERENCE = "#/components/schemas/{name}"


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of an endpoint: `place` is query or path, `schema` what it takes."""

    name: str
    help: str
    schema: Schema
    place: str = "query"
    many: bool = False
    required: bool = False


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One address of the API: what it answers, and an example to try."""

    path: str
    name: str
    summary: str
    parameters: tuple[Parameter, ...]
    returns: Any
    example: str = ""
    method: str = "get"
    body: Schema | None = None


def enum(choices: Iterable[Choice]) -> Schema:
    """Returns the schema of a closed set's keys."""
    return {"type": "string", "enum": [choice.key for choice in choices]}


def choice_parameter(given: ChoiceParameter) -> Parameter:
    """Return the parameter that takes one of a few values."""
    return Parameter(given.name, given.help, enum(given.choices))


TEXT: Schema = {"type": "string"}
NUMBER: Schema = {"type": "integer", "minimum": 1}
BIT: Schema = {"type": "string", "enum": ["0", "1"]}
DAY: Schema = {"type": "string", "format": "date"}

FILTERS = tuple(
    Parameter(facet.key, facet.help, enum(facet.choices) if facet.choices else TEXT, many=True)
    for facet in FACETS
)
DAYS = (
    Parameter("since", "First day.", DAY),
    Parameter("until", "Last day.", DAY),
)
SEARCH = (
    Parameter("q", "What to search for, in the query language of the help page.", TEXT),
    *FILTERS,
    *DAYS,
    *map(choice_parameter, CHOICES.values()),
    Parameter("once", "1: at most one paragraph of each report.", BIT),
    Parameter("widen", "0: no other words for the same thing.", BIT),
    Parameter("size", "Results a page.", {**NUMBER, "maximum": SIZES[-1]}),
    Parameter("page", "Which page of them.", {**NUMBER, "maximum": DEEPEST // SIZES[-1]}),
)


def document(endpoints: Iterable[Endpoint], server: str) -> Schema:
    """Returns the OpenAPI document of the endpoints, as served at `server`."""
    listed = list(endpoints)
    schemas, components = msgspec.json.schema_components(
        [Failed, *(endpoint.returns for endpoint in listed)], ref_template=REFERENCE
    )
    failed, *answers = schemas
    paths: dict[str, Schema] = {}
    for endpoint, answer in zip(listed, answers, strict=True):
        paths[endpoint.path] = {endpoint.method: operation(endpoint, answer, failed)}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Evidence search",
            "version": version("evidence-search"),
            "description": "Search inspection reports for evidence and precedent wording.",
        },
        "servers": [{"url": server}],
        "paths": paths,
        "components": {"schemas": components},
    }


def operation(endpoint: Endpoint, answer: Schema, failed: Schema) -> Schema:
    """Returns the OpenAPI operation of one endpoint."""
    content = {"application/json": {"schema": answer}}
    error = {"description": "Why there is no answer", "content": json_of(failed)}
    told: Schema = {
        "operationId": endpoint.name,
        "summary": endpoint.summary,
        "parameters": [parameter(each) for each in endpoint.parameters],
        "responses": {
            "200": {"description": endpoint.summary, "content": content},
            "default": error,
        },
    }
    if endpoint.body:
        told["requestBody"] = {"required": True, "content": json_of(endpoint.body)}
    return told


def json_of(schema: Schema) -> Schema:
    """Returns the content of a JSON body that keeps the schema."""
    return {"application/json": {"schema": schema}}


def parameter(each: Parameter) -> Schema:
    """Returns one parameter as OpenAPI describes it."""
    many = {"type": "array", "items": each.schema}
    return {
        "name": each.name,
        "in": each.place,
        "description": each.help,
        "required": each.required or each.place == "path",
        "schema": many if each.many else each.schema,
    }
