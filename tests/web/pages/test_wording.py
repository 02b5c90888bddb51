"""The pages on wording: what they show, and that they keep nothing of a draft."""

import logging

import pytest

from index.writer import writing
from tests.index.reports import report
from tests.web.conftest import MARROW, TARN
from web import create_app


def test_each_occurrence_has_the_words_around_it(client):
    page = client.get("/wording/concordance?q=is").text
    assert "2 occurrences of <q>is</q> in 2 paragraphs of 2 reports" in page
    assert page.index("not yet good") < page.index("timely &amp; clear")
    assert f'href="/report/{TARN}#p1"' in page


def test_a_profile_shows_the_share_of_reports_by_grade(client):
    page = client.get("/wording/profile?q=recording").text
    assert "2 of 2 reports use it (100.0%)" in page
    assert "<svg" in page
    assert '<th scope="row">Inadequate' in page


def test_a_profile_counts_words_typed_plain_as_a_phrase_and_apart_as_such(client):
    page = client.get("/wording/profile?q=health+assessment&theme=health&theme=safeguarding").text
    assert "1 of 1 report uses it" in page
    assert "these words apart" not in page
    asked = "q=health+assessment&amp;theme=health&amp;theme=safeguarding&amp;order=right"
    assert f'href="/wording/concordance?{asked}&amp;inflected=1">Read them' in page
    assert 'health+assessment%22&amp;theme=health&amp;theme=safeguarding">Only exactly' in page
    page = client.get("/wording/profile?q=recording+timely&grade=good").text
    assert "0 of 2 reports use it" in page
    assert "2 more paragraphs have these words apart." in page
    assert "2 paragraphs, standard ones" in page
    page = client.get('/wording/profile?q="is+timely"').text
    assert "Only exactly as written" not in page
    assert 'order=right">Read them' in page


@pytest.mark.parametrize(
    ("query", "use"),
    [("recording", "use it"), ("recording+-timely", "have all of this in one paragraph")],
)
def test_a_profile_says_everywhere_what_its_reports_do(client, query, use):
    page = client.get(f"/wording/profile?q={query}").text
    assert page.count(f'<th scope="col">Reports that {use}</th>') == 3
    assert f"A bar says how many of the reports {use}:" in page
    assert "using it" not in page
    other = client.get(f"/wording/compare?q={query}&other=timely").text
    assert other.count(f'<th scope="col">Reports that {use}</th>') == (6 if use == "use it" else 3)


def test_a_comparison_says_of_each_wording_where_its_words_are_apart(client):
    page = client.get("/wording/compare?q=recording+timely&other=not+yet").text
    assert page.count("2 more paragraphs have these words apart.") == 1
    assert "1 of 2 reports uses it (50.0%), in 1 paragraph" in page


def test_two_wordings_stand_side_by_side(client):
    page = client.get("/wording/compare?q=timely&other=conference").text
    assert "Of the reports with each grade, how many use each wording" in page
    assert '<th scope="row">All reports</th><td>50.0% (1 of 2)</td>' not in page
    assert page.count('<h2 id="one-grades">') == page.count('<h2 id="other-grades">') == 1


def test_a_draft_finds_precedents_and_is_neither_logged_nor_kept(client, caplog):
    caplog.set_level(logging.INFO)
    secret = "Recording of the quibblewick visits is timely."
    page = client.post("/wording/draft", data={"draft": f"{secret}\n\nSchools attend."}).text
    assert "Paragraph 2 of the draft" in page
    assert f"/report/{MARROW}#p1" in page
    assert "quibblewick" not in caplog.text
    assert "quibblewick" not in client.get("/wording/draft").text


@pytest.mark.parametrize(
    ("draft", "status"),
    [("x" * 150_000, 400), ("y" * 300_000, 413), ("one\n\n" * 30, 400), ("\x00\u202e", 200)],
    ids=["too long", "too large", "too many paragraphs", "control characters"],
)
def test_any_draft_is_answered_or_refused_plainly(client, draft, status):
    assert client.post("/wording/draft", data={"draft": draft}).status_code == status


@pytest.mark.parametrize("page", ["concordance", "profile", "compare", "distinctive"])
@pytest.mark.parametrize("query", ["", '"', "(((", "*", "\x00", "word " * 300])
def test_any_wording_gets_a_page(client, page, query):
    question = {"q": query, "other": query or "x"}
    assert client.get(f"/wording/{page}", query_string=question).status_code == 200


def test_filters_of_the_address_stay_and_can_be_removed(client):
    page = client.get("/wording/profile?q=recording&theme=health&grade=good&since=2011").text
    for name, value in (("theme", "health"), ("grade", "good"), ("since", "2011-01-01")):
        assert f'<input type="hidden" name="{name}" value="{value}">' in page
    assert '<a href="/wording/profile?q=recording">All paragraphs</a>' in page
    other = client.get("/wording/distinctive?theme=health&framework=ilacs").text
    assert '<input type="hidden" name="framework" value="ilacs">' in other
    assert 'type="hidden" name="theme"' not in other


@pytest.mark.parametrize("typed", ["s47", "section 47", "s.47"])
def test_pages_on_wording_count_all_forms_and_say_which(tmp_path, typed):
    with writing(tmp_path) as writer:
        writer.put(report("ash", "A section 47 plan.", "An s47 plan.", "An S.47 plan.", "Drift."))
    client = create_app({"data": str(tmp_path)}).test_client()
    lines = client.get("/wording/concordance", query_string={"q": typed, "inflected": 1}).text
    assert "3 occurrences" in lines
    assert "in 3 paragraphs of 1 report" in lines
    shares = client.get("/wording/profile", query_string={"q": typed}).text
    assert "in 3 paragraphs" in shares
    for page in (lines, shares):
        assert "Counted in the forms" in page
        assert "<q>section 47</q>" in page
    exact = client.get("/wording/concordance?q=s47").text
    assert "1 occurrence of" in exact
    assert "Counted in the forms" not in exact
