"""Each figure of a page on wording is what its link finds: of a served collection with boilerplate,
a withdrawn report, and reports of several years, grades and authorities.
"""

import re
from datetime import date
from html import unescape

import pytest

from tests.index.reports import report
from tests.web.conftest import client_of, indexed
from tests.web.csv_files import read_csv

NOTICE = "This standard notice says that managers hold robust oversight of all late plans."
GOOD = "Managers hold robust oversight. {town} keeps caseloads low in early help."
WEAK = "Too many children wait too long for early help, and {town} has no oversight that is robust."
TOWNS = ("Ashby", "Elmton", "Oakham", "Firle", "Yewtown", "Baywick")


def collection():
    for number, town in enumerate(TOWNS * 2):
        grade, text = (("good", GOOD), ("inadequate", WEAK))[number % 2]
        yield report(
            f"r{number}",
            *((one, {"grade": grade}) for one in (text.format(town=town), NOTICE)),
            authority=town,
            day=date(2014 + number, 5, 1),
            withdrawn="withdrawn" if number == 10 else None,
        )


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    return client_of(indexed(tmp_path_factory.mktemp("linked"), *collection()))


def read(client, address):
    """The text of a page of ours, and its source."""
    response = client.get(address)
    assert response.status_code == 200, address
    source = response.get_data(as_text=True)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", source)).split()), source


def link(source, text):
    """The address of the link with a text in the source of a page."""
    (address,) = re.findall(rf'href="([^"]*)"[^>]*>{re.escape(text)}</a>', source)
    return unescape(address)


def figures(pattern, text):
    """The numbers in the first place of a text that fits a pattern."""
    match = re.search(pattern.replace("#", r"([\d,]+)"), text)
    assert match, (pattern, text[:2_000])
    return [int(number.replace(",", "")) for number in match.groups()]


FILTERS = ["", "&grade=good", "&since=2020", "&withdrawn=1", "&authority=Oakham&until=2018"]


@pytest.mark.parametrize("filters", FILTERS)
@pytest.mark.parametrize("query", ["robust oversight", '"robust oversight"', "early help", "waits"])
def test_the_paragraphs_of_a_profile_are_those_of_its_concordance(client, query, filters):
    page, source = read(client, f"/wording/profile?q={query}{filters}")
    using, of, paragraphs = figures(r"# of # reports? uses? it \([\d.]+%\), in # paragraph", page)
    assert using <= of
    if not paragraphs:
        assert "Read them" not in page
        return
    lines, _ = read(client, link(source, "Read them"))
    assert figures("occurrences? of .+? in # paragraphs? of # report", lines) == [paragraphs, using]


@pytest.mark.parametrize("filters", FILTERS)
@pytest.mark.parametrize(
    "query", ["robust oversight", "caseloads OR children", 'oversight "early help"', "help -low"]
)
def test_the_search_of_a_profile_finds_as_many_paragraphs_as_it_says(client, query, filters):
    page, source = read(client, f"/wording/profile?q={query}{filters}")
    if "A search for these words" not in page:
        assert query == "robust oversight" or " 0 paragraphs" in page
        return
    (total,) = figures("A search for these words finds # paragraph", page)
    results, _ = read(client, link(source, "A search for these words"))
    assert figures("# paragraphs? in", results) == [total]


@pytest.mark.parametrize("filters", FILTERS)
def test_a_concordance_shows_what_it_says_that_it_leaves_out(client, filters):
    page, source = read(client, f"/wording/concordance?q=oversight{filters}")
    (shown,) = figures("# occurrences? of", page)
    (left_out,) = figures("# more occurrences? (?:is|are) left out", page)
    assert left_out > 0
    whole, whole_source = read(
        client, link(source, "Show it too" if left_out == 1 else "Show them too")
    )
    assert figures("# occurrences? of", whole) == [shown + left_out]
    assert figures("# occurrences? of these", whole) == [left_out]
    again, _ = read(client, link(whole_source, "Leave them out"))
    assert figures("# occurrences? of", again) == [shown]
    for one, count in ((source, shown), (whole_source, shown + left_out)):
        if count:
            table = client.get(link(one, "CSV"), buffered=True).get_data(as_text=True)
            assert len(read_csv(table)[1]) == count


@pytest.mark.parametrize(
    "asked",
    ["grade=good", "grade=good&since=2016&withdrawn=1", "q=oversight -children"],
)
def test_a_distinctive_phrase_leads_to_just_the_uses_that_are_counted(client, asked):
    _, source = read(client, f"/wording/distinctive?{asked}")
    rows = re.findall(r'<td><a href="([^"]+)">.+?</a></td><td>(\d+) of \d+</td>.+?>(\d+)<', source)
    assert rows
    for address, reports, uses in rows:
        page, _ = read(client, unescape(address))
        counts = figures("# occurrences? of .+? in # paragraphs? of # report", page)
        assert (counts[0], counts[2]) == (int(uses), int(reports)), address


def test_the_figures_of_a_comparison_are_those_of_each_profile(client):
    page, source = read(client, '/wording/compare?q=robust oversight&other="early help"&since=2016')
    for query, name in (("robust oversight", "first"), ('"early help"', "second")):
        profile, _ = read(client, f"/wording/profile?q={query}&since=2016")
        counted = re.search(r"\d+ of \d+ reports use it \([\d.]+%\), in \d+ paragraphs", profile)
        assert counted[0] in page, name
    (total,) = figures("A search for these words finds # paragraph", page)
    results, _ = read(client, link(source, "A search for these words"))
    assert figures("# paragraphs? in", results) == [total]


@pytest.mark.parametrize(
    ("town", "sentence", "text"),
    [
        ("Oakham", "2 reports.", "Search only these"),
        ("Yewtown", "2 reports, of which 1 no longer stands", "Search only 1 report"),
    ],
)
def test_the_page_of_an_authority_leads_to_the_reports_that_it_counts(client, town, sentence, text):
    page, source = read(client, f"/authority/{town}")
    assert sentence in page
    results, _ = read(client, link(source, text))
    assert figures("# paragraphs? in # report", results)[1] == (1 if "1" in text else 2)
