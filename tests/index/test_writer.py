import os
from dataclasses import replace

import pytest

from index.collection import Collection, open_snapshot
from index.errors import IndexLocked, NotAnIndex, WriterClosed
from index.lock import locked
from index.merge_policy import TIER
from index.whoosh.contents import latest
from index.writer import writing
from tests.index.reports import report


def held(data):
    return {one.id for one in open_snapshot(data).reports()}


def test_what_is_put_is_held(tmp_path):
    ash = report("ash", "Children are heard.", "Plans are not yet timely.")
    with writing(tmp_path) as writer:
        assert writer.put(ash).kind == "added"
    snapshot = open_snapshot(tmp_path)
    assert snapshot.report("ash") == ash
    assert (snapshot.paragraphs, snapshot.report_count, snapshot.generation) == (2, 1, 1)


def moved(one):
    return replace(one, source=replace(one.source, file="elsewhere.md"))


def renamed(one):
    return replace(one, id="other")


ASH = report("ash", "Children are heard.")


@pytest.mark.parametrize(
    ("again", "kind", "of", "left"),
    [
        (ASH, "unchanged", None, {"ash"}),
        (report("ash", "Children are seen."), "replaced", "ash", {"ash"}),
        (moved(ASH), "duplicate", "ash", {"ash"}),
        (moved(renamed(ASH)), "duplicate", "ash", {"ash"}),
        (renamed(ASH), "replaced", "ash", {"other"}),
        (report("elm", "Children are seen."), "added", None, {"ash", "elm"}),
    ],
    ids=["same", "changed", "copy", "copy under another id", "another id now", "new"],
)
@pytest.mark.parametrize("commits", [1, 2])
def test_outcomes(tmp_path, again, kind, of, left, commits):
    with writing(tmp_path) as writer:
        writer.put(ASH)
        if commits == 2:
            writer.commit()
        outcome = writer.put(again)
    assert (outcome.kind, outcome.of) == (kind, of)
    assert held(tmp_path) == left


def test_a_newer_reader_replaces(tmp_path):
    with writing(tmp_path) as writer:
        writer.put(ASH, reader=1)
    with writing(tmp_path) as writer:
        assert writer.put(ASH, reader=2).kind == "replaced"
        assert writer.sources["ash"].reader == 2


def test_two_files_of_one_report_do_not_take_turns(tmp_path):
    files = [ASH, report("ash", "Children are seen.", file="ash.pdf")]
    for expected in (["added", "duplicate"], ["unchanged", "duplicate"]):
        with writing(tmp_path) as writer:
            assert [writer.put(one).kind for one in files] == expected


def test_removed_reports_are_gone_for_good(tmp_path):
    with writing(tmp_path) as writer:
        writer.put(ASH)
        writer.put(report("elm", "Children are seen."))
    with writing(tmp_path) as writer:
        assert writer.remove("ash")
        assert not writer.remove("ash")
    snapshot = open_snapshot(tmp_path)
    assert held(tmp_path) == {"elm"}
    assert snapshot.postings("exact", "heard")[0].tolist() == []


def test_an_exception_leaves_the_last_commit(tmp_path):
    with writing(tmp_path) as writer:
        writer.put(ASH)
    with pytest.raises(ZeroDivisionError), writing(tmp_path) as writer:  # noqa: PT012
        writer.remove("ash")
        raise ZeroDivisionError
    assert held(tmp_path) == {"ash"}


def test_nothing_new_is_no_new_commit(tmp_path):
    for _ in range(2):
        with writing(tmp_path) as writer:
            writer.put(ASH)
    assert latest(tmp_path) == 1


def test_rollback_forgets(tmp_path):
    with writing(tmp_path) as writer:
        writer.put(ASH)
        writer.rollback()
        assert dict(writer.sources) == {}
    assert held(tmp_path) == set()


def test_an_ended_writer_says_so(tmp_path):
    with writing(tmp_path) as writer:
        pass
    with pytest.raises(WriterClosed):
        writer.put(ASH)


def test_a_second_writer_is_told_who_writes(tmp_path):
    with writing(tmp_path), pytest.raises(IndexLocked, match=f"process {os.getpid()} since 2"):
        locked(tmp_path, wait=0).__enter__()


@pytest.mark.parametrize("name", ["a file", "a directory of other things"])
def test_other_things_are_no_index(tmp_path, name):
    place = tmp_path / "data"
    if name == "a file":
        place.write_text("")
    else:
        place.mkdir()
        (place / "letter.txt").write_text("")
    with pytest.raises(NotAnIndex, match="data: "), writing(place):
        pass


def test_rebuilding_begins_anew(tmp_path):
    with writing(tmp_path) as writer:
        writer.put(ASH)
    with writing(tmp_path, rebuild=True) as writer:
        writer.put(report("elm", "Children are seen."))
    assert held(tmp_path) == {"elm"}


def test_small_segments_are_merged_and_their_files_removed(tmp_path):
    for count in range(2 * TIER):
        with writing(tmp_path) as writer:
            writer.put(report(f"r{count}", f"Paragraph number {count} is here.", "A second one."))
    snapshot = open_snapshot(tmp_path)
    assert len(snapshot.readers) < TIER
    assert len(list(tmp_path.glob("MAIN_*.arr"))) == len(snapshot.readers)
    assert snapshot.report("r3").paragraphs[0].text == "Paragraph number 3 is here."
    assert snapshot.frequency("text", "paragraph") == 2 * TIER


def test_a_reader_keeps_its_snapshot_and_the_next_gets_the_new_one(tmp_path):
    with writing(tmp_path) as writer:
        writer.put(ASH)
    collection = Collection(tmp_path)
    before = collection.snapshot()
    assert collection.snapshot() is before
    with writing(tmp_path) as writer:
        writer.put(report("elm", "Children are seen."))
    assert collection.snapshot().report_count == 2
    assert collection.snapshot().readers[0] is before.readers[0]
    assert before.report_count == 1


def test_an_index_made_anew_with_the_same_generation_is_noticed(tmp_path):
    collection = Collection(tmp_path / "data")
    for name in ("ash", "elm"):
        with writing(collection.data) as writer:
            writer.put(report(name, "Children are heard."))
        assert [one.id for one in collection.snapshot().reports()] == [name]
        collection.data.rename(tmp_path / f"old {name}")
