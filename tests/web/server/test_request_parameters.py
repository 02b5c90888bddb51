"""Addresses are checked before they are answered: length, names of parameters, values."""

from urllib.parse import urlencode

import pytest

from search.choices import CHOICES
from tests.web.conftest import MARROW, TARN
from web import address
from web.server.request_parameters import MAX_NOTICES, PARAMETERS, UNCHECKED


def test_every_parameter_belongs_to_an_address_that_there_is(app):
    assert set(PARAMETERS) <= set(app.view_functions)
    assert {one for one in UNCHECKED if one} <= set(app.view_functions)


@pytest.mark.parametrize("path", ["/", f"/report/{MARROW}", "/about", "/api/search", "/nowhere"])
def test_an_address_that_is_too_long_is_answered_in_the_usual_look(client, path):
    response = client.get(f"{path}?q={'a+' * 100_000}")
    assert response.status_code == 414
    assert len(response.get_data()) < 20_000
    title = "That address is too long"
    if path.startswith("/api/"):
        assert response.get_json()["error"]["title"] == title
    else:
        assert title in response.text


@pytest.mark.parametrize("path", ["/", "/api/search", "/search.csv"])
def test_an_address_has_a_stated_number_of_values(client, path):
    pairs = [("authority", f"Place {number}") for number in range(address.MAX_VALUES + 1)]
    response = client.get(path, query_string=pairs)
    assert response.status_code == 400
    assert "The address has 101 values; it may have 100." in response.text
    assert client.get("/", query_string=[*pairs[:50], *[("grade", "")] * 60]).status_code == 200


def test_an_address_that_grows_too_long_in_links_is_too_long(client):
    assert client.get("/", query_string={"q": "(" * 1_000}).status_code == 200
    assert client.get("/", query_string={"q": "(" * 1_900}).status_code == 414


def test_many_wrong_values_make_few_notices(client):
    pairs = [("authority", f"Place {number}") for number in range(60)]
    page = client.get("/", query_string=pairs).text
    assert page.count('class="notice"') == MAX_NOTICES + 1
    assert "50 more values were left out." in page


def test_a_first_day_after_the_last_is_no_period(client):
    address = "?since=2020-05-01&until=2019"
    page = client.get(f"/{address}").text
    assert "since, 2020-05-01, is later than until, 2019-12-31; both were left out." in page
    assert page.count('class="notice"') == 1
    assert "6 paragraphs" in page
    answer = client.get(f"/api/search{address}")
    assert answer.status_code == 400
    message = answer.get_json()["error"]["message"]
    assert message == (
        "The parameter since=“2020-05-01” is wrong: it is later than until, 2019-12-31."
    )


def test_a_place_without_a_report_finds_nothing_and_that_is_said(client):
    absence = "This collection has no report on Bolton."
    page = client.get("/?authority=Bolton").text
    assert absence in page
    assert "0 paragraphs" in page
    answer = client.get("/api/search?authority=Bolton").get_json()
    assert answer["total"] == 0
    assert [one["message"] for one in answer["diagnostics"]] == [absence]
    assert client.get("/search.atom?authority=Bolton").status_code == 200


def test_a_place_without_a_report_that_the_query_names_is_told(client):
    absence = "This collection has no report on Bolton."
    assert client.get("/?q=Bolton").text.count(absence) == 1
    for query in ("Bolton", "authority:Bolton recording"):
        answer = client.get("/api/search", query_string={"q": query}).get_json()
        assert [(one["kind"], one["message"]) for one in answer["diagnostics"]] == [
            ("no-report", absence)
        ]
        assert (answer["total"], answer["suggestions"]) == (0, [])


def test_a_value_is_taken_in_any_case(client):
    answer = client.get("/api/search?grade=GOOD&authority=tarnsea").get_json()
    assert answer["request"]["filters"] == {"grade": ["good"], "authority": ["Tarnsea"]}
    assert answer["total"] == 1


@pytest.mark.parametrize("name", CHOICES)
def test_a_choice_given_twice_is_named(client, name):
    first, second = CHOICES[name].keys[:2]
    query = f"?{name}={second}&{name}={first}"
    assert f"“{first}” was left out: {name} is given once" in client.get(f"/{query}").text
    assert client.get(f"/api/search{query}").status_code == 400


FIELDS = [
    ("recording authority:Atlantis", "Atlantis"),
    ("recording grade:god", "god"),
    ("recording gradee:good", "gradee"),
    ("recording -grade:god", "god"),
    ("recording year:2020..2018", "2020"),
    ("recording year:soon", "soon"),
    ("recording grade:", "grade"),
    ("recording grade:good", None),
    ("Note: recording", None),
]
"""Queries with a field, and which part of it no answer can apply."""
FILES = ["/search.csv", "/search.ris", "/search.atom"]
PHRASES = ["/wording/concordance?as=csv", "/api/wording/concordance"]
PROGRAMS = [
    *FILES,
    "/api/wording/profile",
    "/api/wording/distinctive",
    "/api/wording/compare?other=late",
]


def with_query(address, **query):
    return f"{address}{'&' if '?' in address else '?'}{urlencode(query)}"


@pytest.mark.parametrize("address", PROGRAMS)
@pytest.mark.parametrize(("typed", "named"), FIELDS)
def test_programs_are_refused_a_field_in_the_query_that_would_be_left_out(
    client, address, typed, named
):
    with client.get(with_query(address, q=typed)) as response:
        assert response.status_code == (400 if named else 200)
        assert not named or named in response.get_data(as_text=True)


@pytest.mark.parametrize("address", PHRASES)
@pytest.mark.parametrize(
    ("typed", "named"),
    [*FIELDS[:6], ("recording grade:good", "grade:"), ('"grade:good"', None), ("Note: it", None)],
)
def test_a_phrase_takes_no_field(client, address, typed, named):
    with client.get(with_query(address, q=typed)) as response:
        assert response.status_code == (400 if named else 200)
        assert not named or "in the parameter q is wrong" in response.get_data(as_text=True)


def test_the_other_wording_is_checked_too(client):
    answer = client.get(with_query("/api/wording/compare", q="late", other="timely grade:god"))
    assert answer.status_code == 400
    assert "“grade:god” in the parameter other is wrong" in answer.json["error"]["message"]


@pytest.mark.parametrize("page", ["profile", "distinctive", "compare", "concordance"])
@pytest.mark.parametrize("name", ["q", "other"])
def test_pages_on_wording_say_which_field_they_leave_out(client, page, name):
    if name == "other" and page != "compare":
        return
    query = {"q": "timely", "other": "late", name: "timely grade:god"}
    text = client.get(f"/wording/{page}", query_string=query).text
    notice = "looked up word by word" if page == "concordance" else "No grade is called “god”"
    assert text.count(notice) == 1


@pytest.mark.parametrize(("typed", "named"), FIELDS)
def test_a_search_says_itself_what_it_left_out(client, typed, named):
    answer = client.get("/api/search", query_string={"q": typed})
    assert answer.status_code == 200
    if named:
        assert any(named in one["message"] for one in answer.json["diagnostics"])


@pytest.mark.parametrize("address", ["/api/reports/{0}/p1/like", "/wording/like/{0}/p1"])
def test_what_is_like_a_paragraph_takes_filters_and_no_query(client, address):
    address = address.format(TARN)
    assert client.get(f"{address}?grade=good&withdrawn=1&since=2012").status_code == 200
    answer = client.get(f"{address}?q=timely")
    assert answer.status_code == (400 if address.startswith("/api/") else 200)
    assert "is no parameter here" in answer.text
