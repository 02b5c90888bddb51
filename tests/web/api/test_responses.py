"""The answers of the API: search's records with citations, links and reasons."""

from corpus.contract import from_json
from tests.web.conftest import MARROW, REPORTS, TARN


def test_a_hit_has_its_citation_its_link_and_its_marks(client):
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
    assert client.get(page["previous"]).get_json()["previous"] is None


def test_a_list_by_reports_ends_with_the_last_report(client):
    page = client.get("/api/search?unit=reports&size=2").get_json()
    assert (len(page["hits"]), page["reports"], page["next"]) == (2, 2, None)


def test_exports_have_the_search_from_its_first_page_on(client):
    page = client.get("/api/search?q=recording&size=1&page=2").get_json()
    assert page["csv"] == "/search.csv?q=recording&size=1"
    assert page["atom"] == "/search.atom?q=recording&size=1"


def test_diagnostics_are_data(client):
    (diagnostic,) = client.get('/api/search?q="open').get_json()["diagnostics"]
    assert diagnostic["span"]["start"] == 0
    assert diagnostic["kind"]
    assert diagnostic["message"]


def test_what_was_searched_is_a_sentence_and_its_parts(client):
    answer = client.get("/api/search?q=recording&grade=good").get_json()
    assert answer["searched"] == "paragraphs with recording; graded good"
    last = answer["sentence"][-1]
    assert (last["lead"], last["text"]) == ("graded", "good")
    assert client.get(last["without"]).get_json()["total"] == 3


def test_offers_have_the_address_that_takes_them_up(client):
    nothing = client.get("/api/search?q=xylophone+recording&match=all").get_json()
    assert nothing["missing"] == ["xylophone"]
    (removal,) = [offer for offer in nothing["removals"] if offer["text"] == "xylophone"]
    assert list(removal) == ["text", "paragraphs", "link"]
    assert client.get(removal["link"]).get_json()["total"] == removal["paragraphs"] == 3
    correction = client.get("/api/search?q=recordng").get_json()["suggestions"][0]
    assert client.get(correction["link"]).get_json()["total"] == correction["paragraphs"]


def test_a_paragraph_says_why_it_has_its_labels(client):
    (why,) = client.get(f"/api/reports/{MARROW}/p2").get_json()["why"]
    assert why["label"] == "Health"


def test_a_paragraph_stands_between_its_neighbours(client):
    answer = client.get(f"/api/reports/{MARROW}/p2").get_json()
    paragraphs = [*answer["before"], answer["paragraph"], *answer["after"]]
    assert [paragraph["number"] for paragraph in paragraphs] == [1, 2, 3, None]
    assert answer["link"] == f"http://localhost/report/{MARROW}/p2"
    assert "paragraph 2 (" in answer["citation"]


def test_the_list_of_reports_has_the_doubts_of_each(client):
    doubts = {report["id"]: report["doubts"] for report in client.get("/api/reports").get_json()}
    assert doubts[MARROW] == [
        {"kind": "number-gap", "message": "paragraph 2 is missing", "page": 1}
    ]
    assert sum(map(len, doubts.values())) == 1


def test_a_report_keeps_the_data_contract(client):
    answer = client.get(f"/api/reports/{MARROW}").get_json()
    assert from_json(answer) == REPORTS[0]


def test_an_authority_has_judgements_and_recommendations(client):
    (answer,) = client.get("/api/authorities/Marrowdale").get_json()
    assert answer["report"]["id"] == MARROW
    assert [judgement["area"] for judgement in answer["judgements"]] == ["leadership"]
    assert [one["id"] for one in answer["recommendations"]] == [f"{MARROW}/t0d4f11a0"]


def test_what_is_as_typed_is_counted_and_has_an_address(client):
    answer = client.get("/api/search?q=recording").get_json()
    assert (answer["total_as_typed"], answer["reports_as_typed"]) == (3, 2)
    assert answer["totals"] == "3 with your word in any form"
    alone = client.get(answer["as_typed"]).get_json()
    assert (alone["total"], alone["totals"], alone["as_typed"]) == (3, None, None)
    by_report = client.get("/api/search?q=recording&unit=reports").get_json()
    assert by_report["totals"] == "2 with your word in any form"


def test_names_and_dates_are_offered_with_an_address(client):
    answer = client.get("/api/search?q=recording in Tarnsea before 2012").get_json()
    (offer,) = answer["scopes"]
    assert offer["text"] == "Only reports on Tarnsea, before 2012"
    assert client.get(offer["link"]).get_json()["total"] == offer["paragraphs"] == 1


def test_a_query_without_a_word_finds_nothing_and_says_why(client):
    answer = client.get("/api/search?q=👍").get_json()
    assert (answer["total"], answer["removals"], answer["facets"][0]["values"]) == (0, [], [])
    assert [one["kind"] for one in answer["diagnostics"]] == ["no-words"]
    assert client.get("/api/search?q=").get_json()["total"] == 6
