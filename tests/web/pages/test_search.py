"""The pages, as a browser without scripts gets them."""

from datetime import date

import pytest

from index.writer import writing
from tests.index.reports import report
from tests.web.conftest import MARROW, TARN
from web import create_app

PAGES = {
    "first": "/",
    "search": "/?q=recording",
    "nothing found": "/?q=xylophone",
    "reports as the unit": "/?q=recording&unit=reports&grade=good&since=2011",
    "report": f"/report/{MARROW}?q=timely",
    "paragraph": f"/report/{MARROW}/p2",
    "authority": "/authority/Tarnsea",
    "wording": "/wording/",
    "concordance": "/wording/concordance?q=is+timely",
    "profile": "/wording/profile?q=recording",
    "compare": "/wording/compare?q=timely&other=late",
    "distinctive": "/wording/distinctive?grade=good",
    "draft": "/wording/draft",
    "like": f"/wording/like/{MARROW}/p1",
    "counter-evidence": f"/counter-evidence/{MARROW}/p1",
    "side by side": f"/side-by-side/{TARN}/{MARROW}",
    "one report twice": f"/side-by-side/{TARN}/{TARN}",
    "collection": "/collection",
    "help": "/help",
    "about": "/about",
    "api": "/api/",
}


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_each_page_is_there_with_one_heading(client, address):
    response = client.get(address)
    assert (response.status_code, response.mimetype) == (200, "text/html")
    assert response.text.count("<h1") == 1
    assert "</html>" in response.text


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_nothing_is_inline_and_the_usual_headers_are_sent(client, address):
    response = client.get(address)
    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["X-Frame-Options"] == "DENY"
    assert "Set-Cookie" not in response.headers
    assert " style=" not in response.text
    assert " onclick=" not in response.text


def test_what_a_report_says_is_shown_and_never_run(client):
    for address in (f"/report/{MARROW}", f"/report/{MARROW}/p2", "/?q=assessments"):
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in client.get(address).text
    shown = client.get("/", query_string={"q": "<script>x</script>"}).text
    assert "<script>x" not in shown


def test_a_result_links_to_its_paragraph_in_the_report(client):
    assert f'href="/report/{TARN}?q=conference#p2"' in client.get("/?q=conference").text
    assert 'id="p2"' in client.get(f"/report/{TARN}").text


def test_what_satisfied_the_query_is_marked(client):
    assert "<mark>timely</mark> &amp; clear" in client.get("/?q=timely").text


def test_a_selected_value_stays_and_the_others_keep_their_counts(client):
    page = client.get("/?q=recording&grade=inadequate").text
    assert 'value="inadequate" form="search" checked' in page
    assert "Leave out </span>inadequate" in page
    good = page[page.index('value="good"') :]
    assert '<span class="count">2</span>' in good[: good.index("</label>")]


@pytest.mark.parametrize(
    ("address", "status", "message"),
    [
        ("/report/nowhere", 404, "Nothing is here"),
        (f"/report/{MARROW}/p99", 404, "Nothing is here"),
        (f"/report/{MARROW}/..%2F..%2Fetc", 404, "Nothing is here"),
        ("/nothing", 404, "Nothing is here"),
    ],
)
def test_errors_have_the_same_look_and_help(client, address, status, message):
    response = client.get(address)
    assert response.status_code == status
    assert message in response.text
    assert "Search the reports" in response.text


def test_a_wrong_parameter_is_named_and_the_rest_applies(client):
    page = client.get("/?q=recording&sort=best&page=zero&grade=splendid").text
    assert "“best” was left out" in page
    assert "“splendid” was left out" in page
    assert "3 paragraphs" in page


@pytest.mark.parametrize(
    "query", ["AND", '"open', "(((", "*", "x" * 10_000, "a\x00b", "‮abc", "year:9..1", "-", ":"]
)
def test_any_query_gets_a_page(client, query):
    assert client.get("/", query_string={"q": query}).status_code == 200
    assert client.get(f"/report/{MARROW}", query_string={"q": query}).status_code == 200


def test_an_invented_report_says_so_everywhere(client):
    for address in ("/?q=timely", f"/report/{MARROW}", f"/report/{MARROW}/p1", "/collection"):
        assert "Invented example" in client.get(address).text


def test_what_trackers_add_does_not_make_a_search_of_the_first_page(client):
    assert client.get("/?utm_source=letter&fbclid=1").text == client.get("/").text
    assert "did you mean grade?" in client.get("/?gradee=good").text


def test_a_collection_of_many_reports_has_pages(tmp_path, monkeypatch):
    monkeypatch.setattr("web.pages.search.REPORTS_PER_PAGE", 2)
    with writing(tmp_path) as writer:
        for number in range(3):
            writer.put(report(f"ash-{number}", "Plans.", day=date(2020 - number, 1, 1)))
    client = create_app({"data": str(tmp_path)}).test_client()
    first, second = (client.get(f"/collection?page={page}").text for page in (1, 2))
    assert "3 reports" in first
    assert ("/report/ash-0" in first, "/report/ash-2" in first) == (True, False)
    assert ("/report/ash-0" in second, "/report/ash-2" in second) == (False, True)
    assert 'href="/collection?page=2"' in first
    beyond = client.get("/collection?page=3").text
    assert "“3” was left out: page is a number from 1 to 2" in beyond


def test_totals_say_what_is_as_typed(client, tmp_path):
    texts = ["Care leavers do well."] * 5 + ["Care experienced young people do well."]
    with writing(tmp_path) as writer:
        writer.put(report("ash", *texts))
    leavers = create_app({"data": str(tmp_path)}).test_client()
    page = leavers.get("/?q=care+leavers").text
    assert "5 with your words in any form, 6 with related words too." in page
    assert 'href="/?q=care+leavers&amp;match=all&amp;widen=0">Only your words</a>' in page
    assert 'href="/?q=%22care+leavers%22">Exactly “care leavers”</a>' in page
    assert page.count('<span class="count">(5 paragraphs)</span>') == 2
    assert "The numbers count all 6 paragraphs found, not only those with your words." in page
    alone = leavers.get("/?q=care+leavers&widen=0&match=all").text
    assert "your words in any form" not in alone
    assert "The numbers count all 5 paragraphs found." in alone
    corrected = leavers.get("/?q=care+leavres").text
    assert "5 with the corrected words in any form, 6 with related words too." in corrected
    assert ">Only the corrected words</a>" in corrected
    assert ("Only your words" in corrected, "Search for what I typed" in corrected) == (
        False,
        True,
    )
    assert "in any form" not in client.get("/?q=recording").text  # related words find no more


def test_names_and_dates_are_a_click_away(client):
    page = client.get("/?q=recording+in+Tarnsea+before+2012").text
    assert "Only reports on Tarnsea, before 2012</a>: <q>recording</q>?" in page
    assert 'href="/?q=recording&amp;authority=Tarnsea&amp;until=2011-12-31"' in page


def test_a_query_without_a_word_says_so(client):
    page = client.get("/?q=👍").text
    assert "There is no word to search for in what you typed." in page
    assert "0 paragraphs" in page


def test_advice_on_a_phrase_that_is_not_there_is_true(client):
    page = client.get('/?q="timely+recording"&match=all').text
    assert 'href="/?q=timely+recording&amp;match=all">Without the quotes</a>' in page
    assert '<span class="count">2 paragraphs</span>' in page


def test_a_profile_says_what_was_counted(client):
    page = client.get("/wording/profile?q=timely+recording").text
    assert "Counted: paragraphs with the phrase timely recording; in any inflection" in page
    assert '<a href="/wording/profile?q=%22timely+recording%22">Only exactly as written' in page


@pytest.mark.parametrize(
    "address",
    [
        "/?q=plans",
        "/api/search?q=plans",
        "/report/ash",
        "/api/reports/ash",
        "/collection",
        "/search.csv?q=plans",
        "/search.atom?q=plans",
        "/search.ris?q=plans",
        "/wording/concordance?q=plans",
    ],
)
def test_half_of_a_surrogate_pair_in_a_report_costs_no_answer(tmp_path, address):
    broken = report("ash", "Plans a\ud800b are late.", title="T\udfff", authority="Ash\ud800")
    with writing(tmp_path) as writer:
        writer.put(broken)
    answer = create_app({"data": str(tmp_path)}).test_client().get(address)
    answer.close()
    assert answer.status_code == 200
    assert "\ufffd" in answer.text or "ufffd" in answer.text


def test_a_negator_is_told_from_its_word_where_nothing_is_widened(tmp_path):
    with writing(tmp_path) as writer:
        writer.put(
            report("ash", "Plans are not robust.", *["Plans are robust."] * 3, "Robust plans.")
        )
    client = create_app({"data": str(tmp_path)}).test_client()
    page = client.get("/?q=not+robust").text
    assert "1 with your words in any form, 5 with or without “not”." in page
    assert 'href="/?q=not+robust&amp;match=all&amp;widen=0">Only your words</a>' in page
    together = client.get("/?q=robust+plans&match=all").text
    assert "1 with your words together, 5 with your words in any form." in together
    assert "Only your words" not in together
    assert "Exactly “robust plans”</a>" in together


def test_no_link_leads_to_nothing_as_typed(tmp_path):
    with writing(tmp_path) as writer:
        writer.put(report("ash", *["Care experienced young people do well."] * 5))
    client = create_app({"data": str(tmp_path)}).test_client()
    page = client.get("/?q=care+leavers").text
    assert "0 with your words in any form, 5 with related words too" in page
    assert ("Only your words" in page, "Exactly “" in page) == (False, False)
    assert client.get("/api/search?q=care+leavers").get_json()["as_typed"] is None
