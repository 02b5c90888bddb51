"""evidence doubts: what the reader was not sure of, by kind."""

import json

from tests.web.commands.test_index import TEXT

REPORT = "marrowdale-focused-visit-2022-03-03"


def test_doubts_are_listed_by_kind(run, tmp_path):
    (tmp_path / "3.md").write_text(TEXT.format(day=3))
    run("index", tmp_path / "3.md")
    assert run("doubts").stdout == "No doubts\n"
    run("correct", f"{REPORT}/p99", "grade=good")
    assert run("doubts").stdout.splitlines() == [
        "correction-unmatched: 1",
        f"  {REPORT}: p99 is corrected, which this report does not have",
        "1 doubt in 1 report; put right with `evidence correct`",
    ]
    (line,) = run("doubts", "--json").stdout.splitlines()
    assert json.loads(line)["report"] == REPORT
    assert json.loads(line)["kind"] == "correction-unmatched"
    assert run("doubts", "--kind", "nonsense").stdout == "No doubts\n"
