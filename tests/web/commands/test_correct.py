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
