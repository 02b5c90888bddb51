"""evidence tag, as a person at a terminal uses it."""

import json

LINE = '{"id": "a", "text": "Health assessments are too often late."}'


def test_each_line_comes_back_tagged_with_its_reasons(evidence):
    result = evidence("tag", "-", stdin=LINE + "\n" + LINE.replace('"a"', '"b"') + "\n")
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert (result.exit_code, [row["id"] for row in rows]) == (0, ["a", "b"])
    assert rows[0]["themes"] == ["health"]
    assert rows[0]["polarity"] == "weakness"
    assert "health assessments" in rows[0]["why"]["health"]


def test_a_bad_line_is_named_and_the_rest_is_done(evidence):
    result = evidence("tag", "-", stdin=f"{LINE}\nnonsense\n{LINE}\n")
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 2
    assert result.stderr.startswith("evidence: standard input, line 2: ")
    assert len(result.stderr.splitlines()) == 1


def test_a_missing_file_is_wrong_usage(evidence):
    result = evidence("tag", "nowhere.jsonl")
    assert result.exit_code == 2
    assert "nowhere.jsonl" in result.stderr
