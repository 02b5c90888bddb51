"""evidence follow: what became of recommendations."""

import json

import pytest

TEXT = """# Focused visit to Marrowdale local authority children's services

Inspection dates: {day} March {year}

## What needs to improve in this area of social work practice

{asked}

## Main findings

{finding}
"""
FIRST, SECOND = "marrowdale-focused-visit-2022-03-03", "marrowdale-focused-visit-2024-03-05"


@pytest.fixture
def reports(run, tmp_path):
    """Two visits, of which the second answers the first."""
    first = TEXT.format(
        day=3, year=2022, asked="- The quality of chronologies.", finding="It rained."
    )
    finding = "Chronologies are now thorough, well used and of consistently high quality."
    second = TEXT.format(day=5, year=2024, asked="- The number of visits.", finding=finding)
    (tmp_path / "1.md").write_text(first)
    (tmp_path / "2.md").write_text(second)
    assert run("index", tmp_path / "1.md", tmp_path / "2.md").exit_code == 0


@pytest.mark.usefixtures("reports")
def test_recommendations_are_told_a_line_each(run):
    first, second = map(json.loads, run("follow", "Marrowdale", "--json").stdout.splitlines())
    assert (first["authority"], first["report"]) == ("Marrowdale", FIRST)
    assert first["text"] == "The quality of chronologies."
    (later,) = first["later"]
    assert (later["report"], later["status"]) == (SECOND, "moved on")
    assert later["quotes"] == [
        "Chronologies are now thorough, well used and of consistently high quality."
    ]
    assert [one.partition("/")[0] for one in later["paragraphs"]] == [SECOND]
    assert second["later"] == []


@pytest.mark.usefixtures("reports")
def test_a_report_is_followed_alone(run):
    (line,) = run("follow", SECOND, "--json").stdout.splitlines()
    assert json.loads(line)["report"] == SECOND


@pytest.mark.usefixtures("reports")
def test_a_person_reads_status_and_quote(run):
    text = " ".join(run("follow", "Marrowdale").stdout.split())
    assert "Marrowdale: 2 recommendations in 2 of 2 reports" in text
    of_one = " ".join(run("follow", SECOND).stdout.split())
    assert "Marrowdale: 1 recommendation in 1 of 2 reports" in of_one
    assert "Moved on, Focused visit" in text
    assert "“Chronologies are now thorough" in text
    assert "no later report" in text


@pytest.mark.usefixtures("reports")
@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("Marowdale", "Marowdale: no such authority or report; did you mean Marrowdale?"),
        ("kent", "kent: the collection has no report on it; see"),
    ],
)
def test_why_a_name_is_not_followed_is_said(run, typed, reason):
    result = run("follow", typed)
    assert (result.exit_code, result.stdout) == (1, "")
    assert f"evidence: {reason}" in result.stderr


@pytest.mark.usefixtures("reports")
def test_any_name_of_an_authority_is_followed(run):
    assert run("follow", "MARROWDALE", "--json").exit_code == 0


@pytest.mark.usefixtures("reports")
def test_what_is_not_there_is_named_and_the_rest_is_done(run):
    result = run("follow", "Atlantis", SECOND, "--json")
    assert result.exit_code == 1
    assert "evidence: Atlantis: no such authority or report" in result.stderr
    assert len(result.stdout.splitlines()) == 1


@pytest.mark.usefixtures("reports")
def test_a_withdrawn_report_is_followed_where_that_is_asked(run):
    run("withdraw", FIRST)
    refused = run("follow", FIRST)
    assert refused.exit_code == 1
    assert "--withdrawn follows it" in refused.stderr
    assert run("follow", FIRST, "--withdrawn", "--json").exit_code == 0
    assert len(run("follow", "Marrowdale", "--json").stdout.splitlines()) == 1


@pytest.mark.usefixtures("reports")
def test_a_status_is_corrected_until_that_is_taken_back(run):
    (first, *_) = map(json.loads, run("follow", FIRST, "--json").stdout.splitlines())
    field = f"follow_up-{SECOND}"
    assert run("correct", first["paragraph"], f"{field}=asked again").exit_code == 0
    (line,) = run("follow", FIRST, "--json").stdout.splitlines()
    (later,) = json.loads(line)["later"]
    assert (later["status"], later["is_corrected"]) == ("asked again", True)
    assert "Asked again (corrected), Focused visit" in " ".join(run("follow", FIRST).stdout.split())
    run("correct", "--undo", first["paragraph"], field)
    (line,) = run("follow", FIRST, "--json").stdout.splitlines()
    assert json.loads(line)["later"][0]["status"] == "moved on"


@pytest.mark.usefixtures("reports")
def test_a_correction_for_a_report_that_is_gone_is_named(run):
    (first, *_) = map(json.loads, run("follow", FIRST, "--json").stdout.splitlines())
    run("correct", first["paragraph"], "follow_up-gone=silent")
    assert f"{first['paragraph']} is corrected for gone" in run("follow", FIRST).stderr
