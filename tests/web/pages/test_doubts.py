import pytest

from corpus.model import Doubt
from index.writer import writing
from tests.index.reports import report
from web import create_app


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    """A client of a collection of 201 doubts of one kind and one of another."""
    data = tmp_path_factory.mktemp("doubts")
    gaps = tuple(Doubt("number-gap", f"{number} is missing", 4) for number in range(201))
    with writing(data) as writer:
        writer.put(report("ash", "One.", doubts=gaps))
        writer.put(report("elm", "Two.", doubts=(Doubt("dates-missing", "no dates <here>"),)))
    return create_app({"data": str(data)}).test_client()


def test_doubts_are_shown_by_kind_with_a_way_to_their_reports(client):
    page = client.get("/doubts").text
    assert "202 doubts" in page
    assert 'href="/doubts?kind=number-gap">number-gap</a> <span class="count">201' in page
    page = client.get("/doubts?kind=dates-missing").text
    assert '<strong aria-current="page">dates-missing</strong>' in page
    assert '<a href="/report/elm">' in page
    assert "no dates &lt;here&gt;" in page
    assert "/report/ash" not in page
    assert "not sure of everything" in client.get("/collection").text


def test_a_long_list_has_pages(client):
    page = client.get("/doubts?kind=number-gap&page=2").text
    assert "200 is missing" in page
    assert "199 is missing" not in page
    assert "page is a number from 1 to 2" in client.get("/doubts?kind=number-gap&page=3").text


def test_an_unknown_kind_shows_all(client):
    assert "202 doubts" in client.get("/doubts?kind=nonsense").text
