"""Facets and choices stand in one table each: everything derived from it agrees, in one order."""

import re

import click
import pytest
from werkzeug.datastructures import MultiDict

from index.facets import FACET, FACETS, FILTER
from search.choices import CHOICES, ORDER
from search.language.fields import FIELDS
from search.language.parser import parse
from search.model import Request
from search.present.sentence import sentence
from tests.source_tree import ROOT
from tests.web.conftest import MARROW, TARN
from web.address import FACET_KEYS, QUESTION, parse_request, query_pairs
from web.api.endpoints import ENDPOINTS
from web.api.openapi import FILTER_PARAMETERS, SEARCH_PARAMETERS
from web.commands.search import search
from web.pages.files.exports import COLUMNS
from web.server.request_parameters import PARAMETERS as TAKEN

KEYS = [
    "theme",
    "grade",
    "area",
    "kind",
    "polarity",
    "report_grade",
    "authority_grade",
    "framework",
    "scale",
    "year",
    "region",
    "authority",
]
DOCS = ROOT / "docs"
PARAMETERS = {parameter.name: parameter for parameter in SEARCH_PARAMETERS}
OPTIONS = {option.name: option for option in search.params if isinstance(option, click.Option)}
# Endpoint -> an address of it that needs no more. Pages leave out what is wrong, programs are refused.
PAGES = {
    "pages.search": "/",
    "pages.collection": "/collection",
    "pages.help_page": "/help",
    "pages.about": "/about",
    "reports.report": f"/report/{MARROW}",
    "reports.paragraph": f"/report/{MARROW}/p1",
    "authorities.listing": "/authorities",
    "authorities.authority": "/authority/Tarnsea",
    "peers.page": "/peers",
    "counter_evidence.passages": f"/counter-evidence/{MARROW}/p1",
    "side_by_side.reports": f"/side-by-side/{MARROW}/{TARN}",
    "wording.start": "/wording/",
    "wording.concordance": "/wording/concordance",
    "wording.profile": "/wording/profile",
    "wording.compare": "/wording/compare",
    "wording.distinctive": "/wording/distinctive",
    "wording_grades.grades": "/wording/grades",
    "wording_timeline.timeline": "/wording/timeline",
    "wording.draft": "/wording/draft",
    "wording.like": f"/wording/like/{MARROW}/p1",
}
PROGRAMS = {
    **{
        "exports.table": "/search.csv",
        "exports.ris": "/search.ris",
        "feeds.atom": "/search.atom",
    },
    **{
        f"api.{endpoint.name}": f"/api{endpoint.path}".format(
            report_id=MARROW, other_id=TARN, anchor="p1", name="Tarnsea"
        )
        for endpoint in ENDPOINTS
        if endpoint.method == "get"
    },
}
# What an address needs before it answers anything.
NEEDED = {
    "api.concordance": [("q", "is")],
    "api.profile": [("q", "is")],
    "api.compare": [("q", "is"), ("other", "x")],
    "api.timeline": [("q", "is")],
    "api.grades": [("q", "is"), ("grade", "good"), ("grade", "inadequate")],
    "api.peers": [("authority", "Tarnsea")],
}
SINGLE = [name for name in QUESTION if name not in FACET]
WRONG = {
    **{f"{key} that nobody has": [(key, "Atlantis")] for key in FACET},
    **{f"{name} that is no choice": [(name, "best")] for name in CHOICES},
    **{f"{name} that is no switch": [(name, "maybe")] for name in ("once", "widen")},
    **{f"{name} that is no day": [(name, "soon")] for name in ("since", "until")},
    **{
        f"{name}={value}": [(name, value)]
        for name in ("page", "size")
        for value in ("0", "abc", "-1", "1e3", "99999999999")
    },
    **{f"{name} given twice": [(name, "1"), (name, "2")] for name in SINGLE},
    **{f"{key} misspelt": [(f"{key}e", "good")] for key in FACET},
    "a group of nobody": [("group", "list:Atlantis")],
    "a group of no kind": [("group", "Tarnsea")],
    "a year in letters": [("year", "abc")],
    "a limit that is none here": [("limit", "-1")],
    "an unknown parameter": [("colour", "red")],
}
EVERY_FILTER = Request(filters=dict.fromkeys(FILTER, ("x",)))


def words(text):
    """The names of facets in a text, in order."""
    return [word for word in re.findall(r"\w+", text) if word in FACET]


@pytest.mark.parametrize(
    "keys",
    [
        pytest.param(list(FACET), id="table"),
        pytest.param(list(FACET_KEYS), id="address"),
        pytest.param([key for key, _ in query_pairs(EVERY_FILTER)], id="query string"),
        pytest.param([parameter.name for parameter in FILTER_PARAMETERS], id="filters of the API"),
        pytest.param([name for name in PARAMETERS if name in FACET], id="search of the API"),
        pytest.param([name for name in OPTIONS if name in FACET], id="options of the command"),
        pytest.param([field for field in FIELDS if field in FACET], id="query language"),
        pytest.param(
            words(re.search("`theme`.*? filter", (DOCS / "api.md").read_text(), re.DOTALL)[0]),
            id="docs of the API",
        ),
        pytest.param(
            words(re.search("a field: .*", (DOCS / "query-language.md").read_text())[0]),
            id="docs of the query language",
        ),
    ],
)
def test_facets_come_in_one_order(keys):
    assert keys == KEYS


def test_pages_and_answers_list_facets_in_that_order(client):
    page = client.get("/?q=recording").get_data(as_text=True)
    labels = re.findall(r"<summary><h3>(\w+)</h3></summary>", page)
    shown = [facet.label for facet in FACETS if facet.label in labels]
    assert labels[: len(shown)] == shown
    answer = client.get("/api/search?q=recording").get_json()
    assert [facet["key"] for facet in answer["facets"]] == KEYS


def test_the_export_has_a_column_for_every_facet():
    headings = {heading.removesuffix("s") for heading, _ in COLUMNS}
    assert set(KEYS) - headings == {"year", "report_grade", "authority_grade"}
    assert {"published", "overall", "authority_overall"} <= headings


@pytest.mark.parametrize("field", FILTER.values(), ids=FILTER)
def test_the_sentence_leads_into_every_filter(field):
    (part,) = sentence(Request(filters={field.key: ("x",)}), parse(""), "all")
    assert (part.lead, part.text) == (field.lead, "x")


@pytest.mark.parametrize("facet", FACETS, ids=FACET)
def test_a_closed_set_is_one_for_program_and_person(facet):
    choices = [choice.key for choice in facet.choices]
    assert PARAMETERS[facet.key].schema.get("enum", []) == choices
    _, described = OPTIONS[facet.key].get_help_record(click.Context(search))
    assert described.endswith(", ".join(choices))
    assert PARAMETERS[facet.key].help == facet.help


@pytest.mark.parametrize("parameter", CHOICES.values(), ids=CHOICES)
def test_a_choice_is_one_for_program_and_person(client, parameter):
    keys = list(parameter.keys)
    assert PARAMETERS[parameter.name].schema["enum"] == keys
    assert PARAMETERS[parameter.name].help == parameter.help
    assert list(OPTIONS[parameter.name].type.choices) == keys
    assert OPTIONS[parameter.name].default == parameter.default
    assert getattr(parse_request(MultiDict()).request, parameter.name) == parameter.default
    page = client.get("/?q=recording").get_data(as_text=True)
    (select,) = re.findall(rf'<select [^>]*name="{parameter.name}".*?</select>', page, re.DOTALL)
    options = re.findall(r'<option value="(\w+)"(?: selected)?>([^<]+)<', select)
    assert options == [(choice.key, choice.label) for choice in parameter.choices]


def test_the_order_of_a_concordance_is_one_of_its_choices(client):
    (endpoint,) = [endpoint for endpoint in ENDPOINTS if endpoint.name == "concordance"]
    (parameter,) = [one for one in endpoint.parameters if one.name == ORDER.name]
    assert (parameter.schema["enum"], parameter.help) == (list(ORDER.keys), ORDER.help)
    page = client.get("/wording/concordance?q=is").get_data(as_text=True)
    for choice in ORDER.choices:
        address = f"/api/wording/concordance?q=is&order={choice.key}"
        assert client.get(address).status_code == 200
        assert f'<option value="{choice.key}"' in page
        assert f">{choice.label}</option>" in page


def sent(endpoint, pairs):
    """The parameters of a request, with those that the endpoint needs and that are not tried."""
    tried = {name for name, _ in pairs}
    return [pair for pair in NEEDED.get(endpoint, []) if pair[0] not in tried] + pairs


@pytest.mark.parametrize("endpoint", PAGES)
def test_a_page_leaves_out_whatever_is_wrong_and_says_so(client, endpoint):
    for kind, pairs in WRONG.items():
        response = client.get(PAGES[endpoint], query_string=pairs)
        page = response.get_data(as_text=True)
        assert response.status_code == 200, kind
        notices = re.findall('<p class="notice" role="note">(.*?)</p>', page)
        name = pairs[0][0]
        assert any(f"was left out: {name} " in notice for notice in notices), (kind, notices)


@pytest.mark.parametrize("endpoint", PROGRAMS)
def test_a_program_is_refused_with_the_name_and_the_value(client, endpoint):
    assert (
        client.get(PROGRAMS[endpoint], query_string=sent(endpoint, []), buffered=True).status_code
        == 200
    )
    for kind, pairs in WRONG.items():
        response = client.get(PROGRAMS[endpoint], query_string=sent(endpoint, pairs))
        assert response.status_code == 400, kind
        name, value = pairs[-1]
        if not endpoint.startswith("api."):
            continue
        message = response.get_json()["error"]["message"]
        assert message.startswith(f"The parameter {name}=“"), (kind, message)
        assert message.endswith((".", "?")), (kind, message)
        assert " is wrong: it is" in message or " is wrong: it has" in message, (kind, message)
        assert value in message or name not in TAKEN.get(endpoint, ()), (kind, message)


@pytest.mark.parametrize("endpoint", ENDPOINTS, ids=lambda endpoint: endpoint.name)
def test_the_document_lists_what_each_address_of_the_api_takes(endpoint):
    described = {one.name for one in endpoint.parameters if one.place == "query"}
    taken = set(TAKEN.get(f"api.{endpoint.name}", ()))
    assert described <= taken
    # An address of a search, copied to a page on wording, may say how its list was sorted.
    of_a_list = {"sort", "unit", "once", "size", "page", "q", "match", "widen", "correct"}
    assert taken - described <= of_a_list


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (["--year", "abc"], 2, "year is four digits, such as 2018"),
        (["--authority", "Atlantis"], 2, "none is called so"),
        (["--authority", "Tarnsee"], 2, "did you mean Tarnsea?"),
        (["--region", "Atlantis"], 2, "region is"),
        (["--since", "2020-01-01", "--until", "2019-01-01"], 2, "swap them"),
        (["--gradee", "good"], 2, "--grade"),
        (["--limit", "-1"], 2, "limit"),
        (["--authority", "Bolton"], 0, "This collection has no report on Bolton."),
        (["--authority", "tarnsea"], 0, ""),
        *((["--" + key.replace("_", "-"), "Atlantis"], 2, key) for key in FACET),
        *((["--" + name.replace("_", "-"), "best"], 2, name[:5]) for name in CHOICES),
    ],
)
def test_the_command_refuses_what_the_api_refuses(evidence, data, arguments, status, message):
    result = evidence("search", "recording", "--data", data, *arguments)
    assert result.exit_code == status
    assert message in " ".join(result.stderr.split())
