"""evidence read, as a curator and as a program use it."""

import json

import pytest

REPORT = """# Inspection of safeguarding and looked after children services

**Borough of Marrowdale**

This report is invented: it describes no real place, person or inspection.

Inspection dates: 10 to 20 May 2010

Published: 14 June 2010

## Overall effectiveness

**Grade 2 (Good)**

1. The partnership knows its strengths. Leaders act on what they hear from children.

2. Thresholds are understood by schools and health visitors, and referrals are seen in a day.

4. Plans say what should change for the child and by when; most are reviewed on time.
"""


@pytest.fixture
def report(tmp_path):
    file = tmp_path / "a report.md"
    file.write_text(REPORT)
    return file


def test_a_program_gets_one_object_per_line(evidence, report):
    result = evidence("read", report, "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    (line,) = result.stdout.splitlines()
    answer = json.loads(line)
    assert answer["source"]["file"] == str(report)
    assert [paragraph["number"] for paragraph in answer["paragraphs"]] == [1, 2, 4]


def test_a_person_sees_facts_outline_and_doubts(evidence, report):
    output = evidence("read", report).stdout
    assert "Marrowdale" in output
    assert "2010-06-14" in output
    assert "Overall effectiveness" in output
    assert "judgements-missing" in output
    assert f"{report.name} (no pages)" in "".join(output.splitlines())


def test_a_refused_file_is_one_line_and_the_rest_is_done(evidence, report, tmp_path):
    empty = tmp_path / "empty\nfile.pdf"
    empty.touch()
    missing = tmp_path / "missing.pdf"
    result = evidence("read", empty, missing, report, "--json")
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 1
    first, second = result.stderr.splitlines()
    assert first.startswith(f"evidence: {tmp_path}/empty file.pdf: ")
    assert second.startswith(f"evidence: {missing}: ")


def test_no_file_is_wrong_usage(evidence):
    assert evidence("read").exit_code == 2
