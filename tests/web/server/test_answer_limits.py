"""No page and no answer of the API is over 1 MB, whatever is asked of whatever is indexed."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.model import AREAS, KINDS, POLARITIES, THEMES, Judgement
from corpus.registry import registry
from index.writer import writing
from search.errors import BadRequest
from tests.index.reports import report
from tests.reliability.worlds import SOAK
from web import create_app
from web.server.answer_limits import MAX_ANSWER_BYTES, check_size

LONG = "a <&\"'> " * 12_500  # 100 kB, of which every second letter is escaped and is a word
NAMES = [f"Authority of the Place with the Number {number:04}" for number in range(5_000)]


def hostile_reports():
    """Reports with all that may be long: names, titles, headings, texts, lists."""
    for number, name in enumerate(NAMES):
        yield report(f"place-{number}", "a plan", authority=name, region=f"Region {number % 50}")
    for number in range(60):
        paragraphs = [
            (f"{LONG[:-number]} p{number}-{place}", {
                "section": "a heading " * 500,
                "kind": "recommendation" if place % 2 else "finding",
                "grade": registry().grades[place % 5].key,
                "themes": tuple(theme.key for theme in THEMES),
            })
            for place in range(1 if number else 10)
        ]  # fmt: skip
        yield report(
            f"long-{number}",
            *paragraphs,
            title="a title " * 1_000,
            authority="Long" if number < 55 else None,
            framework="other",
            day=date(1900 + number, 1, 1),
            judgements=tuple(Judgement("a judgement " * 50, "good", area.key) for area in AREAS),
        )
    yield report("many", *(f"a paragraph with the number {place}" for place in range(5_000)))


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    data = tmp_path_factory.mktemp("hostile") / "data"
    with writing(data) as writer:
        for one in hostile_reports():
            writer.put(one)
    return create_app({"data": str(data), "heavy_rate": ""}).test_client()


PATHS = (
    *("/", "/collection", "/help", "/about", "/api/", "/api/openapi.json", "/authority/Long"),
    *("/report/many/p4500", "/report/long-0/p3", "/wording/concordance", "/wording/profile"),
    *(
        "/wording/compare",
        "/wording/distinctive",
        "/wording/grades",
        "/wording/like/long-0/p3",
        "/search.atom",
    ),
    *("/robots.txt", "/api/search", "/api/reports", "/api/authorities", "/api/authorities/Long"),
    "/authorities",
    *("/api/reports/long-0/p3", "/api/reports/long-0/p3/like", "/api/wording/concordance"),
    *("/side-by-side/long-0/many", "/api/side-by-side/long-0/long-1"),
    *("/counter-evidence/long-0/p3", "/api/reports/long-0/p3/counter-evidence"),
    *("/api/wording/profile", "/api/wording/compare", "/api/wording/distinctive"),
    "/api/wording/grades",
    "/wording/timeline",
    "/api/wording/timeline",
)
QUERIES = st.one_of(
    st.text(max_size=300),
    st.integers(1, 1_000).map("a ".__mul__),
    st.integers(1, 600).map(lambda count: " ".join(f"w{number}" for number in range(count))),
    st.integers(1, 300).map(lambda count: " OR ".join(["grade:bad", "a*", '"a b"~9'] * count)),
    st.integers(1, 1_900).map("é".__mul__),
)
FILTERS = {
    "authority": st.sampled_from(NAMES),
    "year": st.integers(1900, 2020).map(str),
    "region": st.integers(0, 49).map(lambda number: f"Region {number}"),
    **{
        key: st.sampled_from([choice.key for choice in choices])
        for key, choices in (
            ("grade", registry().grades),
            ("area", AREAS),
            ("framework", registry().frameworks),
            ("kind", KINDS),
            ("polarity", POLARITIES),
            ("theme", THEMES),
        )
    },
}
PAIRS = st.sampled_from(list(FILTERS)).flatmap(lambda key: FILTERS[key].map(lambda one: (key, one)))


@settings(max_examples=2_000 if SOAK else 40)
@given(
    path=st.sampled_from(PATHS),
    query=QUERIES,
    filters=st.lists(PAIRS, max_size=100, unique=True),
    options=st.fixed_dictionaries(
        {},
        optional={
            "size": st.sampled_from(["10", "50"]),
            "unit": st.just("reports"),
            "match": st.just("any"),
            "other": QUERIES,
        },
    ),
)
def test_no_answer_is_too_large(client, path, query, filters, options):
    pairs = [("q", query), *filters, *options.items()]
    response = client.get(path, query_string=pairs, buffered=True)
    assert len(response.get_data()) <= MAX_ANSWER_BYTES
    assert response.status_code in (200, 400, 414)
    if response.mimetype == "text/html" and response.status_code == 400:
        assert "the answer would have" not in response.get_data(as_text=True)


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("query", ["", "a " * 400, "w1 w2 w3 a " * 150])
def test_the_most_hostile_search_of_each_address_is_answered(client, path, query):
    """Programs that ask for fifty texts of 100 kB are told to ask for fewer; pages cut them."""
    names = [("authority", name) for name in NAMES[:25]]
    options = [("size", "50"), ("match", "any"), ("q", query)]
    for pairs in (options, [*options, *names]):
        response = client.get(path, query_string=pairs, buffered=True)
        assert len(response.get_data()) <= MAX_ANSWER_BYTES
        is_program = path.startswith(("/api/", "/search."))
        assert response.status_code in ((200, 400) if is_program else (200,))


def test_a_draft_of_twenty_paragraphs_is_answered(client):
    draft = "\n\n".join(["a plan for a title with a paragraph"] * 20)
    page = client.post("/wording/draft", data={"draft": draft})
    assert page.status_code == 200
    assert len(page.get_data()) <= MAX_ANSWER_BYTES


def test_a_whole_report_has_pages_of_a_thousand_paragraphs(client):
    first = client.get("/report/many").get_data(as_text=True)
    assert ('id="p1000"' in first, 'id="p1001"' in first) == (True, False)
    assert 'href="/report/many?page=5"' in first
    last = client.get("/report/many?page=5").get_data(as_text=True)
    assert ('id="p4000"' in last, 'id="p4001"' in last, 'id="p5000"' in last) == (False, True, True)
    answer = client.get("/api/reports/many")
    assert [one["number"] for one in answer.get_json()["paragraphs"]] == list(range(1, 1_001))
    assert answer.headers["Link"] == '</api/reports/many?page=2>; rel="next"'
    assert "Link" not in client.get("/api/reports/many?page=5").headers


def test_lists_of_the_api_are_walked_by_their_links(client):
    path, seen = "/api/authorities?size=999", []
    while path:
        response = client.get(path)
        seen += [authority["name"] for authority in response.get_json()]
        path = response.headers.get("Link", "").partition(">")[0].removeprefix("<")
    assert seen == sorted({*NAMES, "Long", "Many"})


def test_what_is_too_large_says_how_to_ask_for_less():
    check_size(MAX_ANSWER_BYTES)
    with pytest.raises(BadRequest, match="1,000,001 bytes, and may have 1,000,000; ask for fewer"):
        check_size(MAX_ANSWER_BYTES + 1)


def test_a_program_that_asks_for_too_much_is_refused_and_for_less_is_answered(client):
    much = client.get("/api/search?framework=other&size=50")
    assert much.status_code == 400
    assert "ask for fewer results with size" in much.get_json()["error"]["message"]
    assert client.get("/api/search?framework=other&size=5").status_code == 200
