"""The pages of authorities: the list of all, one of them by any of its names, and bad names."""

import html
import re
from datetime import date
from urllib.parse import quote, urljoin

import pytest

from corpus.model import Judgement
from index.writer import writing
from tests.index.reports import report
from tests.search.followup.authority import FIRST, SECOND, THIRD, ask, visit
from tests.web.conftest import client_of, indexed
from web import create_app
from web.pages.followup.authorities import find_earlier

BCP = "Bournemouth, Christchurch and Poole"
ASK = ("Make plans timely.", {"kind": "recommendation", "grade": None})
LEADERS = Judgement("The impact of leaders", "inadequate", "leadership")
LONDON = {"region": "London"}
REPORTS = (
    report("brent", ASK, authority="Brent", day=date(2022, 3, 4), judgements=(LEADERS,), **LONDON),
    report(
        "brent-visit",
        "x",
        authority="Brent",
        day=date(2023, 1, 2),
        framework="focused-visit",
        overall=None,
        **LONDON,
    ),
    report("kent", "x", authority="Kent", overall=None, region="South East"),
    report("hull", "x", authority="Kingston upon Hull", region="Yorkshire and the Humber"),
    report("poole", "x", authority="Poole", day=date(2018, 5, 6), region="South West"),
    report("cornwall", "x", authority="Cornwall", withdrawn="replaced", region="South West"),
    report("marrow", "x", authority="Marrowdale"),
    report("dorset-old", "Timely.", authority="Dorset", day=date(2018, 1, 1), overall="inadequate"),
    report("dorset", "Timely.", authority="Dorset", day=date(2021, 1, 1)),
    report("long", "Protracted.", authority="x" * 500),
)


@pytest.fixture(scope="module")
def reader(tmp_path_factory):
    """A client of a collection with reports on real authorities and one that is not."""
    data = tmp_path_factory.mktemp("authorities")
    with writing(data) as writer:
        for one in REPORTS:
            writer.put(one)
    return create_app({"data": str(data)}).test_client()


def names_in(page):
    """The authorities that the table of a page lists."""
    body = page[page.index("<tbody>") : page.index("</tbody>")]
    return re.findall(r'<td><a href="/authority/[^"]*">([^<]+)</a>', body)


def test_all_authorities_are_listed_with_their_latest_grade(reader):
    page = reader.get("/authorities").text
    assert names_in(page) == [
        "Brent",
        "Cornwall",
        "Dorset",
        "Kent",
        "Kingston upon Hull",
        "Marrowdale",
        "Poole",
        f"{'x' * 200}…",
    ]
    brent = page[page.index(">Brent</a>") : page.index(">Cornwall</a>")]
    assert "Good</strong>" in brent
    assert 'href="/report/brent">4 March 2022' in brent
    assert "until 2019" in page[page.index(">Poole</a>") :]
    assert "(1 no longer stands)" in page


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("?region=London", ["Brent"]),
        ("?region=south+west", ["Cornwall", "Poole"]),
        ("?letter=k", ["Kent", "Kingston upon Hull"]),
        ("?region=South+East&letter=K", ["Kent"]),
    ],
)
def test_the_list_is_narrowed_by_region_and_first_letter(reader, query, names):
    page = reader.get(f"/authorities{query}").text
    assert names_in(page) == names
    assert "was left out" not in page


def test_a_region_without_a_letter_says_so(reader):
    page = reader.get("/authorities?region=London&letter=K").text
    assert "No authority in London begins with K." in page


@pytest.mark.parametrize(
    ("query", "notice"),
    [
        ("?region=Atlantis", "“Atlantis” was left out: region is London, "),
        ("?letter=q", "“q” was left out: letter is B, C, D, K, M, P or X."),
        ("?page=7", "page is a number from 1 to 1"),
    ],
)
def test_what_cannot_narrow_the_list_is_left_out(reader, query, notice):
    page = reader.get(f"/authorities{query}").text
    assert notice in page
    assert len(names_in(page)) == 8


@pytest.mark.parametrize(
    ("address", "url"),
    [
        ("/authority/brent", "/authority/Brent"),
        ("/authority/London Borough of Brent", "/authority/Brent"),
        ("/authority/Hull", "/authority/Kingston%20upon%20Hull"),
        ("/authority/bcp?page=1", "/authority/Bournemouth,%20Christchurch%20and%20Poole?page=1"),
        ("/authority?name=Herts", "/authority/Hertfordshire"),
        ("/authority?name=Brent", "/authority/Brent"),
        ("/authority?name=marrowdale+council", "/authority/Marrowdale"),
    ],
)
def test_another_name_leads_to_the_page_of_the_authority(reader, address, url):
    answer = reader.get(address)
    assert (answer.status_code, answer.headers["Location"]) == (301, url)
    assert reader.get(url).status_code == 200


def test_no_name_leads_to_the_list(reader):
    answer = reader.get("/authority?name=+")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/authorities")


@pytest.mark.parametrize(
    "name",
    ["//example.org", "https://example.org", "/example.org", "\\\\example.org", "%0d%0aX: y"],
)
@pytest.mark.parametrize("address", ["/authority/{}", "/authority?name={}"])
def test_no_name_leads_to_another_service(reader, address, name):
    answer = reader.get(address.format(quote(name, safe="")))
    assert answer.status_code == 404
    assert "Location" not in answer.headers


@pytest.mark.parametrize(
    ("name", "choices"),
    [
        ("Kingston", ["Kingston upon Hull", "Kingston upon Thames"]),
        ("Knet", ["Kent"]),
        ("Atlantis", []),
    ],
)
def test_a_name_of_several_or_of_none_offers_what_it_may_mean(reader, name, choices):
    answer = reader.get(f"/authority/{name}")
    assert answer.status_code == 404
    listed = re.findall(r'<li><a href="/authority/[^"]+">([^<]+)</a></li>', answer.text)
    assert listed == choices
    assert "Find an authority" in answer.text


def test_an_authority_shows_its_latest_grades_and_the_visits_since(reader):
    page = reader.get("/authority/Brent").text
    latest = page[page.index('id="latest"') : page.index("Judgements by area")]
    assert latest.index("Good</strong>") < latest.index("Inadequate</strong>")
    assert 'href="/report/brent">4 March 2022</a>' in latest
    visits = latest[latest.index("Visits since then") :]
    assert 'href="/report/brent-visit">2 January 2023</a> focused visit' in visits


def test_the_matrix_says_what_is_not_graded_and_how_a_judgement_is_printed(reader):
    page = reader.get("/authority/Brent").text
    table = page[page.index('<table class="table matrix">') : page.index("</table>")]
    assert table.index("2 January 2023") < table.index("4 March 2022")
    assert 'class="ungraded" rowspan="2">No grades' in table
    row = table[table.index('<th scope="row">Leadership') :]
    assert "<summary><strong" in row
    assert "<p>The impact of leaders</p>" in row
    (paragraphs,) = re.findall('href="([^"]+)">Paragraphs', row)
    assert "1 paragraph" in reader.get(html.unescape(paragraphs)).text


def test_an_area_that_one_inspection_did_not_grade_is_said_aloud(tmp_path):
    with writing(tmp_path) as writer:
        writer.put(report("old", "x", authority="Ash", day=date(2012, 1, 1), judgements=(LEADERS,)))
        writer.put(report("new", "x", authority="Ash", day=date(2022, 1, 1)))
    page = create_app({"data": str(tmp_path)}).test_client().get("/authority/Ash").text
    assert '<span class="visually-hidden">not graded</span>' in page


def test_open_recommendations_come_between_the_latest_grades_and_the_judgements(reader):
    page = reader.get("/authority/Brent").text
    in_order = ("Latest grades", "Make plans timely.", "Judgements by area")
    assert sorted(in_order, key=page.index) == list(in_order)


@pytest.fixture(scope="module")
def ashford(tmp_path_factory):
    """A client of a collection with an authority whose reports speak of each other."""
    return client_of(indexed(tmp_path_factory.mktemp("ashford"), FIRST, SECOND, THIRD))


def test_an_authority_shows_what_is_open_with_the_report_that_spoke_of_it_last(ashford):
    page = " ".join(ashford.get("/authority/Ashford").text.split())
    section = page[page.index('id="open"') : page.index('id="reports"')]
    items = re.findall("<li>.*?</li>", section)
    tracked = ashford.get("/authority/Ashford/recommendations").text
    assert f"Of 3 things that reports recommend, {len(items)} " in section
    assert f"Of {len(items)} no later report says" in tracked
    assert ">What became of all 3</a>" in section
    for item in items:
        assert re.search(">Asked( again)?</span>", item)


def test_as_many_open_recommendations_are_shown_as_there_is_room_for(tmp_path):
    words = ["otters", "boats", "kites", "foxes", "herons", "geese", "owls", "bees", "ants", "elks"]
    asked = [ask(f"The number of {word}.") for word in words]
    page = client_of(indexed(tmp_path, visit("a", 2016, *asked))).get("/authority/Ashford").text
    assert "10 are open" in page
    assert "The newest 8:" in page
    assert ("The number of bees." in page, "The number of ants." in page) == (True, False)


@pytest.mark.parametrize(
    ("reports", "sentence"),
    [
        ([visit("a", 2016, "Plans.")], "No report that stands and has a date makes"),
        ([visit("a", 2016, ask("More boats."), withdrawn="replaced")], "No report that stands"),
        ([visit("a", 2016, ask("More boats."))], "Of 1 thing that reports recommend, 1 is open"),
    ],
    ids=["nothing asked", "withdrawn", "one"],
)
def test_what_is_open_is_said_in_one_sentence(tmp_path, reports, sentence):
    assert sentence in client_of(indexed(tmp_path, *reports)).get("/authority/Ashford").text


def of_year(name, year, **fields):
    return report(name, day=year and date(year, 1, 1), **fields)


@pytest.mark.parametrize(
    ("reports", "earlier"),
    [
        ((of_year("c", 2022), of_year("b", 2021), of_year("a", 2019)), ["b", "a", None]),
        (
            (of_year("c", 2022), of_year("b", 2020, framework="focused-visit"), of_year("a", 2019)),
            ["a", "a", None],
        ),
        ((of_year("b", 2022), of_year("a", 2022)), [None, None]),
        ((of_year("a", 2022), of_year("undated", None)), [None, None]),
        ((of_year("b", 2022), of_year("a", 2019, withdrawn="replaced")), [None, None]),
    ],
    ids=["in a row", "its own kind first", "on one day", "undated", "withdrawn"],
)
def test_a_report_leads_to_the_last_one_before_it(reports, earlier):
    before = [find_earlier(one, reports) for one in reports]
    assert [one and one.id for one in before] == earlier


def test_a_report_is_set_beside_the_one_before_it(ashford):
    page = ashford.get("/authority/Ashford").text
    (link,) = re.findall(r'href="(/side-by-side/third/[^"]+)"', page)
    assert ashford.get(link).status_code == 200


@pytest.mark.parametrize(
    ("name", "links"),
    [
        (BCP, ["/authority/Poole", "/authority/Kent"]),
        ("Bournemouth", [f"/authority/{quote(BCP, safe=',')}"]),
        ("Devon", ["/authority/Cornwall"]),
    ],
)
def test_an_authority_without_reports_leads_to_some(reader, name, links):
    answer = reader.get(f"/authority/{quote(name)}")
    assert answer.status_code == 200
    assert f"This collection has no report on {name}." in answer.text
    assert [link for link in links if f'href="{link}"' not in answer.text] == []


def test_a_predecessor_is_said_to_be_one(reader):
    page = reader.get(f"/authority/{quote(BCP)}").text
    section = page[page.index("Predecessors, before 1 April 2019") :]
    assert f"not counted as those on {BCP}." in section
    assert section.index("Bournemouth, until 2019") < section.index("no report on it")
    assert '<a href="/authority/Poole">Poole, until 2019</a>' in section
    assert "6 May 2018" in section


def test_what_an_authority_was_within_other_boundaries_is_not_counted_as_it_is(reader):
    page = reader.get("/authority/Dorset").text
    assert "<p>1 report.</p>" in page
    own, former = page.split("Predecessor, before 1 April 2019")
    assert "Inadequate</strong>" not in own
    assert "Inadequate</strong>" in former
    (search,) = re.findall('href="([^"]+)">Search only these', own)
    assert "1 paragraph" in reader.get(html.unescape(search)).text


def test_a_former_authority_says_that_it_is_no_more(reader):
    page = reader.get("/authority/Poole").text
    assert "Poole was replaced on 1 April 2019 by" in page
    assert "Latest grades" in page


def test_the_box_on_the_first_page_completes_names_and_others(reader):
    page = reader.get("/").text
    assert '<option value="Kingston upon Hull"></option>' in page
    assert '<option value="Hull">Kingston upon Hull</option>' in page
    assert '<option value="Rutland" data-none></option>' in page


@pytest.mark.parametrize("address", ["/?q=timely", "/report/brent", "/report/brent/p1"])
def test_results_reports_and_paragraphs_lead_to_their_authority(reader, address):
    assert 'href="/authority/Brent"' in reader.get(address).text


def test_a_result_leads_to_no_authority_whose_name_has_no_end(reader):
    page = reader.get("/?q=protracted").text
    assert "/report/long" in page
    assert "/authority/x" not in page


def test_the_api_lists_authorities_with_their_latest_grade_and_predecessors(reader):
    entries = {one["name"]: one for one in reader.get("/api/authorities").get_json()}
    assert entries["Brent"]["latest"] == {
        "grade": "good",
        "scale": None,
        "dated": "2022-03-04",
        "report": "brent",
    }
    assert entries["Poole"]["successors"] == [BCP]
    assert (entries["Cornwall"]["reports"], entries["Cornwall"]["withdrawn"]) == (1, 1)


@pytest.mark.parametrize("name", ["brent", "London Borough of Brent", "BRENT"])
def test_the_api_takes_any_name(reader, name):
    answer = reader.get(f"/api/authorities/{name}").get_json()
    assert [one["report"]["id"] for one in answer] == ["brent-visit", "brent"]


STRANGE_NAMES = (
    *("A/B", "/A", "A/", "A//B", "..", ".", "../../etc", "a\\b", "a?b", "a#b", "50%", "a%2Fb"),
    *("a b", "a+b", 'quo"te', "it's", "Ynys Môn", "a&b=c", "x;y", "<b>", "café", "a:b", "~"),
)


@pytest.fixture(scope="module")
def strange(tmp_path_factory):
    """A client of a collection whose authorities have names that addresses give a meaning to."""
    data = tmp_path_factory.mktemp("strange")
    with writing(data) as writer:
        for number, name in enumerate(STRANGE_NAMES):
            writer.put(report(f"place-{number}", "Plans.", authority=name))
    return create_app({"data": str(data)}).test_client()


@pytest.mark.parametrize(("number", "name"), list(enumerate(STRANGE_NAMES)))
def test_an_authority_of_any_name_has_a_page_that_links_reach(strange, number, name):
    here = f"http://localhost/report/place-{number}"
    (link,) = re.findall('<dt>Authority</dt><dd><a href="([^"]+)"', strange.get(here).text)
    page = strange.get(urljoin(here, html.unescape(link)))  # as a browser takes out `..`
    assert page.status_code == 200
    assert f"<h1>{html.escape(name, quote=True)}</h1>" in page.text.replace(
        "&#34;", "&quot;"
    ).replace("&#39;", "&#x27;")
    (search,) = re.findall('href="([^"]+)">Search only these', page.text)
    assert "1 paragraph" in strange.get(html.unescape(search)).text
    if not name.startswith(("/", ".")):
        answer = strange.get(f"/api/authorities/{quote(name, safe='')}").get_json()
        assert [one["report"]["authority"] for one in answer] == [name]


def test_an_authority_of_many_reports_has_pages(tmp_path):
    with writing(tmp_path) as writer:
        for number in range(52):
            writer.put(
                report(f"ash-{number}", "Plans.", authority="Ash", day=date(2020 - number, 1, 1))
            )
    client = create_app({"data": str(tmp_path)}).test_client()
    first, second = (client.get(f"/authority/Ash?page={page}").text for page in (1, 2))
    assert "52 reports" in first
    assert ("/report/ash-49" in first, "/report/ash-50" in first) == (True, False)
    assert ("/report/ash-49" in second, "/report/ash-50" in second) == (False, True)
    assert len(client.get("/api/authorities/Ash?page=2").get_json()) == 2
