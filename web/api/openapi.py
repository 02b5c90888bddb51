"""The OpenAPI 3.1 document, generated from the endpoints and the records that they return."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any

import msgspec

from corpus.model import Choice
from index.facets import FACETS, FacetField
from search.choices import CHOICES, THEME_BY, ChoiceParameter
from search.groups import FORMS
from search.language.parser import MAX_QUERY_CHARACTERS
from web.address import GROUP, MAX_RESULTS, MAX_VALUES, PAGE_SIZES
from web.api.responses import ErrorAnswer

Schema = dict[str, Any]
REFERENCE = "#/components/schemas/{name}"


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of an endpoint; `place` is query or path, `many` allows it more than once.

    `own_schema` is that of its values. One that filters by a `facet` takes those that are known
    of it when the document is made, where there are such.
    """

    name: str
    help: str
    own_schema: Schema
    place: str = "query"
    many: bool = False
    required: bool = False
    facet: FacetField | None = None

    @property
    def schema(self) -> Schema:
        """The schema of one value."""
        return enum(self.facet.choices) if self.facet and self.facet.choices else self.own_schema


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One address of the API: its parameters, the record that it returns, an example to try."""

    path: str
    name: str
    summary: str
    parameters: tuple[Parameter, ...]
    returns: Any
    example: str = ""
    method: str = "get"
    body: Schema | None = None


def enum(choices: Iterable[Choice]) -> Schema:
    """Return the schema of a closed set's keys."""
    return {"type": "string", "enum": [choice.key for choice in choices]}


def facet_parameter(facet: FacetField) -> Parameter:
    """Return the parameter that filters by a facet."""
    schema = OPEN_VALUES.get(facet.key, STRING)
    return Parameter(facet.key, facet.help, schema, many=True, facet=facet)


def up_to(maximum: int) -> Schema:
    """Return the schema of a number from 1 to `maximum`."""
    return {"type": "integer", "minimum": 1, "maximum": maximum}


def choice_parameter(parameter: ChoiceParameter) -> Parameter:
    """Return the parameter that takes one of a few values."""
    return Parameter(parameter.name, parameter.help, enum(parameter.choices))


STRING: Schema = {"type": "string"}
QUERY: Schema = {"type": "string", "maxLength": MAX_QUERY_CHARACTERS}
ZERO_OR_ONE: Schema = {"type": "string", "enum": ["0", "1"]}
DATE_SCHEMA: Schema = {"type": "string", "format": "date"}
# What the values of an open facet look like. Authorities and regions are those that are known.
OPEN_VALUES: dict[str, Schema] = {"year": {"type": "string", "pattern": "^[0-9]{4}$"}}

FILTER_PARAMETERS = tuple(map(facet_parameter, FACETS))
GROUP_PARAMETER = Parameter(GROUP, f"A group of authorities: {' or '.join(FORMS)}.", STRING)
DATE_PARAMETERS = (
    GROUP_PARAMETER,
    Parameter("since", "First day.", DATE_SCHEMA),
    Parameter("until", "Last day.", DATE_SCHEMA),
)
CHOICE_PARAMETERS = tuple(map(choice_parameter, CHOICES.values()))
THEME_BY_PARAMETER = choice_parameter(THEME_BY)
WITHDRAWN_PARAMETER = Parameter(
    "withdrawn", "1: reports that were withdrawn or replaced count too.", ZERO_OR_ONE
)
SWITCH_PARAMETERS = (
    Parameter("once", "1: at most one paragraph of each report.", ZERO_OR_ONE),
    Parameter("widen", "0: no other words for the same thing.", ZERO_OR_ONE),
    Parameter("correct", "0: no other word for a misspelt one.", ZERO_OR_ONE),
    WITHDRAWN_PARAMETER,
)
SEARCH_PARAMETERS = (
    Parameter("q", "What to search for, in the query language of the help page.", QUERY),
    *FILTER_PARAMETERS,
    *DATE_PARAMETERS,
    *CHOICE_PARAMETERS,
    *SWITCH_PARAMETERS,
    Parameter("size", "Results per page.", up_to(PAGE_SIZES[-1])),
    Parameter("page", "Which page of them.", up_to(MAX_RESULTS // PAGE_SIZES[-1])),
)


def document(endpoints: Iterable[Endpoint], server: str) -> Schema:
    """Return the OpenAPI document of the endpoints, as served at `server`."""
    endpoints = list(endpoints)
    records = [ErrorAnswer, *(endpoint.returns for endpoint in endpoints)]
    (error, *answers), components = msgspec.json.schema_components(records, ref_template=REFERENCE)
    paths: dict[str, Schema] = {}
    for endpoint, answer in zip(endpoints, answers, strict=True):
        paths[endpoint.path] = {endpoint.method: operation(endpoint, answer, error)}
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


def operation(endpoint: Endpoint, answer: Schema, error: Schema) -> Schema:
    """Return the OpenAPI operation of an endpoint."""
    described: Schema = {
        "operationId": endpoint.name,
        "summary": endpoint.summary,
        "parameters": list(map(describe_parameter, endpoint.parameters)),
        "responses": {
            "200": {"description": endpoint.summary, "content": json_content(answer)},
            "default": {
                "description": "Why there is no answer",
                "content": json_content(error),
            },
        },
    }
    if endpoint.body:
        described["requestBody"] = {"required": True, "content": json_content(endpoint.body)}
    return described


def json_content(schema: Schema) -> Schema:
    """Return the content of a JSON body with this schema."""
    return {"application/json": {"schema": schema}}


def describe_parameter(parameter: Parameter) -> Schema:
    """Return a parameter as OpenAPI describes it."""
    several = {"type": "array", "items": parameter.schema, "maxItems": MAX_VALUES}
    return {
        "name": parameter.name,
        "in": parameter.place,
        "description": parameter.help,
        "required": parameter.required or parameter.place == "path",
        "schema": several if parameter.many else parameter.schema,
    }
