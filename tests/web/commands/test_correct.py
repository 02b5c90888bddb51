"""evidence correct: what was read wrongly is put right for good."""

import pytest

from tests.web.commands.test_index import TEXT
from web import create_app

REPORT = "marrowdale-focused-visit-2022-03-03"


@pytest.fixture
def run(run, tmp_path):
    """The command over an index of one report."""
    (tmp_path / "3.md").write_text(TEXT.format(day=3))
    run("index", tmp_path / "3.md")
    return run


@pytest.fixture
def client(run, tmp_path):
    return create_app({"data": str(tmp_path / "data")}).test_client()


def paragraph_id(client):
    return client.get("/api/search?q=often").json["hits"][0]["paragraph"]["id"]


def test_a_correction_shows_everywhere_and_holds_when_the_file_is_read_again(run, client, tmp_path):
    subject = paragraph_id(client)
    result = run("correct", subject, "themes=health,education", "polarity=none")
    assert result.stdout.splitlines() == [
        f'{subject}: themes is ["health", "education"]',
        f'{subject}: polarity is "none"',
    ]
    assert run("correct", REPORT, "published=2022-04-05").exit_code == 0
    hit = client.get("/api/search?q=often").json["hits"][0]
    assert hit["paragraph"]["themes"] == ["health", "education"]
    assert hit["report"]["published"] == "2022-04-05"
    assert "Corrected by a curator" in client.get(f"/report/{REPORT}").text
    assert "Corrected by a curator" in client.get(f"/report/{subject}").text
    assert "3 corrections in corrections.toml" in run("status").stdout
    assert "unchanged 1" in run("index", tmp_path / "3.md").stdout
    lines = (tmp_path / "data" / "corrections.toml").read_text().splitlines()
    assert lines[-1] == f'"{REPORT}".published = 2022-04-05'
    run("correct", "--undo", REPORT, "published")
    assert client.get("/api/search?q=often").json["hits"][0]["report"]["published"] is None


def test_a_line_that_a_person_writes_is_applied_by_the_next_index(run, client, tmp_path):
    (tmp_path / "data" / "corrections.toml").write_text(
        f'"{REPORT}".overall = "good"\n"{REPORT}".overal = "good"\n'
    )
    result = run("index", tmp_path / "3.md")
    assert result.exit_code == 1
    assert "corrections.toml, line 2: 'overal' cannot be corrected of a report" in result.stderr
    assert client.get("/api/search?q=often").json["hits"][0]["report"]["overall"] == "good"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((REPORT, "grade=good"), "cannot be corrected of a report"),
        ((REPORT, "overall=fine"), "is none of outstanding, good"),
        ((REPORT, "overall"), "is not FIELD=VALUE"),
    ],
)
def test_what_cannot_be_is_wrong_usage(run, arguments, message):
    result = run("correct", *arguments)
    assert result.exit_code == 2
    assert message in result.stderr


def test_what_is_not_held_is_named(run):
    result = run("correct", "elm", "title=Elm")
    assert result.exit_code == 1
    assert "elm: the index holds no such report or paragraph" in result.stderr


def shown(client):
    """Return framework, scale, and of its finding section and area, as the API has the report."""
    report = client.get(f"/api/reports/{REPORT}").json
    (finding,) = (part for part in report["paragraphs"] if "often" in part["text"])
    return report["framework"], report["scale"], finding["section"], finding["area"]


def test_by_another_framework_the_file_is_read_again(run, client):
    before, ids = shown(client), paragraph_ids(client)
    assert before[0] == "focused-visit"
    assert run("correct", REPORT, "framework=hiqa").exit_code == 0
    after = shown(client)
    assert after[:2] == ("hiqa", "hiqa")
    assert after[3] != before[3]
    assert paragraph_ids(client) == ids
    (correction,) = client.get(f"/api/reports/{REPORT}").json["corrections"]
    assert (correction["read"], correction["value"]) == ("focused-visit", "hiqa")
    run("correct", "--undo", REPORT, "framework")
    assert shown(client) == before


def paragraph_ids(client):
    return [part["id"] for part in client.get(f"/api/reports/{REPORT}").json["paragraphs"]]


def test_where_the_file_has_left_this_is_said_and_done_by_a_later_index(run, client, tmp_path):
    before = shown(client)
    file = tmp_path / "3.md"
    file.rename(tmp_path / "away")
    result = run("correct", REPORT, "framework=hiqa")
    assert result.exit_code == 1
    assert f"{file} is not there as it was read; headings, areas, grades and scale" in result.stderr
    assert shown(client) == ("hiqa", *before[1:])
    (tmp_path / "away").rename(file)
    assert "replaced 1 report" in run("index", file).stdout
    assert shown(client)[1] == "hiqa"
    assert "unchanged 1" in run("index", file).stdout


def test_a_correction_written_before_there_is_an_index_counts(evidence, tmp_path):
    data = tmp_path / "new"
    data.mkdir()
    (data / "corrections.toml").write_text(f'"{REPORT}".framework = "hiqa"\n')
    (tmp_path / "3.md").write_text(TEXT.format(day=3))
    assert evidence("index", tmp_path / "3.md", "--data", data).exit_code == 0
    client = create_app({"data": str(data)}).test_client()
    assert shown(client)[:2] == ("hiqa", "hiqa")
