"""What `evidence search` prints about wording."""

import json

import pytest

from web.commands.wording import forms_in_words, percent


@pytest.mark.parametrize(
    ("arguments", "heading", "key"),
    [
        (["is", "--concordance"], "2 occurrences in 2 paragraphs of 2 reports", "lines"),
        (["recording", "--profile"], "2 of 2 reports use it (100.0%)", "grades"),
        (["timely", "--compare", "late"], "timely less late", "overall"),
    ],
    ids=["concordance", "profile", "compare"],
)
def test_an_answer_is_for_a_person_and_a_program(search, arguments, heading, key):
    assert heading in search(*arguments).stdout
    assert key in json.loads(search(*arguments, "--json").stdout)


def test_a_concordance_in_a_pipe_has_its_phrase_and_the_whole_id(search):
    """It had a column of its own that was as narrow as nothing."""
    lines = search("is", "--concordance").stdout.splitlines()[2:]
    assert len({line.index(" is ") for line in lines}) == 1
    assert all("/p" in line and "…" not in line for line in lines)


def test_a_profile_has_tables_by_grade_year_and_area(search):
    lines = search("recording", "--profile").stdout.splitlines()
    headings = [line.split()[0] for line in lines if "95% interval" in line]
    assert headings == ["Grade", "Year", "Area"]
    (inadequate,) = [line for line in lines if line.startswith("Inadequate")]
    assert "1 of 1" in inadequate
    assert inadequate.endswith("few reports")


def test_a_draft_has_its_precedents(search):
    output = " ".join(search("Recording is timely.", "--draft").stdout.split())
    assert "Recording is timely & clear in most teams." in output
    assert "shared: " in output


def test_distinctive_phrases_are_counted(search):
    result = search("", "--grade", "good", "--distinctive", "--json")
    assert json.loads(result.stdout) == []
    assert search("", "--grade", "good", "--distinctive").stdout == "0 phrases\n"


@pytest.mark.parametrize(("share", "text"), [(0, "0.0%"), (0.125, "12.5%"), (1, "100.0%")])
def test_percent(share, text):
    assert percent(share) == text


@pytest.mark.parametrize(
    ("forms", "text"),
    [((), ""), (("plans",), ""), (("s47", "section 47"), "; in the forms s47, section 47")],
)
def test_the_forms_of_a_wording_are_said_where_they_are_several(forms, text):
    assert forms_in_words(forms) == text


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["timely grade:god", "--profile"], "No grade is called “god”"),
        (["timely", "--compare", "late grade:god"], "No grade is called “god”"),
        (["grade:good timely", "--concordance"], "looked up word by word"),
        (["timely grade:good", "--profile"], ""),
    ],
)
def test_a_field_that_is_not_applied_is_said(search, arguments, message):
    assert message in search(*arguments).stderr
