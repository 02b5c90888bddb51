from dataclasses import replace

from corpus.errors import Refused
from corpus.model import Doubt
from index.writer import writing
from tests.index.reports import report
from web.commands.indexing import outcomes
from web.commands.indexing.outcomes import DuplicateFile, Tally, UnchangedFile

REPORT = report("ash", "A text.")


def test_every_outcome_is_counted(tmp_path, capsys):
    tally = Tally()
    with writing(tmp_path / "data") as writer:
        assert tally.put(REPORT, writer).kind == "added"
        tally.put(replace(REPORT, urn="1", from_catalogue=("urn",)), writer)
    for outcome in (UnchangedFile(), DuplicateFile("a", "b"), Refused("c", "is empty", "fetch it")):
        tally.skip(outcome)
    assert list(tally.summary()) == [
        "Added 1 report (1 paragraph), replaced 1 report (1 paragraph), unchanged 1, duplicate 1, "
        "refused 1; 0 doubts",
        "Replaced 1 report, of which a catalogue or a correction says something else than before",
    ]
    assert capsys.readouterr().err.splitlines() == [
        "evidence: a: has the same report as b; left out",
        "evidence: c: is empty; fetch it",
    ]


def test_contradictions_are_named_up_to_a_bound(capsys, monkeypatch):
    monkeypatch.setattr(outcomes, "MAX_CONTRADICTIONS_NAMED", 1)
    tally = Tally()
    doubts = (Doubt("catalogue-conflict", "says x"), Doubt("text-lost", "y"))
    for _ in range(3):
        tally.name_contradictions(replace(REPORT, doubts=doubts))
    assert capsys.readouterr().err == "evidence: ash.md: says x; check the catalogue\n"
    assert list(tally.summary())[1:] == ["2 more contradictions of the catalogue, kept as doubts"]
