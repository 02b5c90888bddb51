"""evidence withdraw: a report that no longer stands is citable, says so, and is not counted."""

import json

import pytest

from tests.web.commands.test_index import TEXT
from web import create_app

OLD, NEW = (f"marrowdale-focused-visit-2022-03-0{day}" for day in (3, 4))


@pytest.fixture
def run(run, tmp_path):
    """The command over an index of two reports, of which the older was replaced."""
    for day in (3, 4):
        (tmp_path / f"{day}.md").write_text(TEXT.format(day=day))
    run("index", tmp_path / "3.md", tmp_path / "4.md")
    result = run("withdraw", OLD, "--on", "2022-05-01", "--replaced-by", NEW)
    assert result.stdout == f"{OLD}: withdrawn on 2022-05-01, replaced by {NEW}\n"
    return run


@pytest.fixture
def client(run, tmp_path):
    return create_app({"data": str(tmp_path / "data")}).test_client()


def test_it_is_left_out_of_counts_unless_asked_for(run, client):
    assert "1 paragraph in 1 report" in run("search", '"children often"').stdout
    assert "2 paragraphs in 2 reports" in run("search", '"children often"', "--withdrawn").stdout
    for path in ("/api/search", "/api/wording/profile", "/api/wording/concordance"):
        without = client.get(path, query_string={"q": '"children often"'}).json
        whole = client.get(path, query_string={"q": '"children often"', "withdrawn": "1"}).json
        key = "total" if "total" in whole else "paragraphs"
        assert (without[key], whole[key]) == (1, 2), path
    assert len(client.get("/search.csv?q=often", buffered=True).text.splitlines()) == 2
    assert len(client.get("/search.csv?q=often&withdrawn=1", buffered=True).text.splitlines()) == 3


def test_it_says_so_everywhere_and_stays_citable(run, client):
    says = f"withdrawn on 2022-05-01, replaced by {NEW}"
    for path in (
        f"/report/{OLD}",
        f"/report/{OLD}?q=often",
        f"/report/{OLD}/t{anchor(client)}",
        "/collection",
        "/?q=often&withdrawn=1",
        "/authority/Marrowdale",
    ):
        response = client.get(path)
        assert response.status_code == 200
        assert f"No longer stands: {says}" in response.text, path
    assert "<mark>often</mark>" in client.get(f"/report/{OLD}?q=often").text
    assert f", {says}" in client.get(f"/report/{OLD}/t{anchor(client)}.ris").text
    assert says in client.get("/search.csv?q=often&withdrawn=1", buffered=True).text
    assert client.get(f"/api/reports/{OLD}").json["withdrawn"] == says
    assert "No longer stands" not in client.get("/?q=often").text
    assert "1 no longer stands" in client.get("/collection").text
    sentence = client.get("/api/search?q=often&withdrawn=1").json["searched"]
    assert sentence.endswith("also in reports that were withdrawn")
    assert "1 report of them withdrawn or replaced" in run("status").stdout


def anchor(client):
    report = client.get(f"/api/reports/{OLD}").json
    return report["paragraphs"][0]["id"].rpartition("/t")[2]


def test_the_mark_holds_when_its_file_is_read_again_and_can_be_undone(run, tmp_path):
    def withdrawn():
        answer = json.loads(run("search", "often", "--withdrawn", "--json").stdout)
        return {hit["report"]["id"]: bool(hit["report"]["withdrawn"]) for hit in answer["hits"]}

    run("index", "--rebuild", tmp_path / "3.md", tmp_path / "4.md")
    assert withdrawn() == {OLD: True, NEW: False}
    assert run("withdraw", OLD, "--undo").stdout == f"{OLD}: stands again\n"
    assert withdrawn() == {OLD: False, NEW: False}


def test_a_catalogue_may_say_so_too(run, tmp_path):
    (tmp_path / "list.csv").write_text("file,withdrawn\n4.md,yes\n")
    run("index", tmp_path / "4.md", "--catalogue", tmp_path / "list.csv")
    assert "0 paragraphs" in run("search", '"children often"').stdout
    result = run("withdraw", NEW, "--undo")
    assert result.exit_code == 1
    assert "a catalogue says that it was withdrawn; correct it there" in result.stderr


def test_wrong_ids_and_options_are_named(run):
    result = run("withdraw", "nonsense")
    assert result.exit_code == 1
    assert result.stderr.startswith("evidence: nonsense: no such report")
    assert run("withdraw", OLD, "--undo", "--on", "2022-05-01").exit_code == 2
    assert run("withdraw", OLD, "--on", "soon").exit_code == 2
