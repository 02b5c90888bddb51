"""Reports are put in and removed, and a commit has all of it or nothing."""

import pytest

from index.collection import open_snapshot
from index.directory import newest_generation
from index.errors import NotAnIndex, WriterClosed
from index.registry.provenance import Provenance
from index.writer import PutResult, writing
from tests.index.reports import report

ASH = report("ash", "Children are heard.")
OTHER_ASH = report("ash", "Children are seen.", file="elsewhere.md", title="Ash House")


def ids(data):
    return {report.id for report in open_snapshot(data).reports()}


def test_what_is_put_is_in_the_index(tmp_path):
    ash = report("ash", "Children are heard.", "Plans are not yet timely.")
    with writing(tmp_path) as writer:
        assert writer.put(ash) == PutResult("added", "ash")
    snapshot = open_snapshot(tmp_path)
    assert snapshot.report("ash") == ash
    assert (snapshot.paragraphs, snapshot.report_count, snapshot.generation) == (2, 1, 1)


@pytest.mark.parametrize(
    ("again", "kind", "existing", "left"),
    [
        (ASH, "unchanged", "ash", {"ash"}),
        (report("ash", "Children are seen."), "replaced", "ash", {"ash"}),
        (OTHER_ASH, "added", None, {"ash", f"ash-{OTHER_ASH.source.sha256[:8]}"}),
        (report("elm", "Children are seen."), "added", None, {"ash", "elm"}),
    ],
    ids=["same", "changed", "another text of the same id", "new"],
)
@pytest.mark.parametrize("commits", [1, 2])
def test_what_becomes_of_a_second_report(tmp_path, again, kind, existing, left, commits):
    """`tests/index/registry/test_decision.py` has all that may become of it."""
    with writing(tmp_path) as writer:
        writer.put(ASH)
        if commits == 2:
            writer.commit()
        result = writer.put(again)
    assert (result.kind, result.existing) == (kind, existing)
    assert ids(tmp_path) == left


def test_a_newer_reader_replaces(tmp_path):
    with writing(tmp_path) as writer:
        writer.put(ASH, reader=1)
    with writing(tmp_path) as writer:
        assert writer.put(ASH, reader=2).kind == "replaced"
        assert writer.sources["ash"].reader == 2


def test_sources_say_where_each_report_came_from(tmp_path):
    expected = {"ash": Provenance("ash.md", ASH.source.sha256, 1)}
    with writing(tmp_path) as writer:
        writer.put(ASH)
        assert writer.sources == expected
    with writing(tmp_path) as writer:
        assert writer.sources == expected


def test_a_report_can_take_the_place_of_two(tmp_path):
    """Its file gave one, and another file an edition of it."""
    with writing(tmp_path) as writer:
        writer.put(report("ash", "Plans.", "Visits."))
        writer.put(report("elm", "Children are seen."))
    with writing(tmp_path) as writer:
        result = writer.put(report("ash", "Plans.", "Meals.", file="elm.md"))
    assert (result.kind, result.report, result.existing) == ("replaced", "ash", "ash")
    assert ids(tmp_path) == {"ash"}


def test_removed_reports_are_gone_for_good(tmp_path):
    with writing(tmp_path) as writer:
        writer.put(ASH)
        writer.put(report("elm", "Children are seen."))
    with writing(tmp_path) as writer:
        assert writer.remove("ash")
        assert not writer.remove("ash")
    snapshot = open_snapshot(tmp_path)
    assert ids(tmp_path) == {"elm"}
    assert snapshot.postings("exact", "heard")[0].tolist() == []


def test_an_exception_leaves_the_last_commit(tmp_path):
    with writing(tmp_path) as writer:
        writer.put(ASH)
    with pytest.raises(ZeroDivisionError), writing(tmp_path) as writer:  # noqa: PT012
        writer.remove("ash")
        raise ZeroDivisionError
    assert ids(tmp_path) == {"ash"}


def test_without_changes_there_is_no_new_commit(tmp_path):
    for _ in range(2):
        with writing(tmp_path) as writer:
            writer.put(ASH)
    assert newest_generation(tmp_path) == 1


def test_rollback_forgets(tmp_path):
    with writing(tmp_path) as writer:
        writer.put(ASH)
        writer.rollback()
        assert dict(writer.sources) == {}
    assert ids(tmp_path) == set()


def test_a_closed_writer_says_so(tmp_path):
    with writing(tmp_path) as writer:
        pass
    for use in (
        lambda: writer.put(ASH),
        lambda: writer.remove("ash"),
        writer.commit,
        writer.rollback,
    ):
        with pytest.raises(WriterClosed):
            use()


def test_no_index_is_begun_among_other_things(tmp_path):
    (tmp_path / "letter.txt").write_text("")
    with pytest.raises(NotAnIndex), writing(tmp_path):
        pass
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_rebuilding_begins_with_an_empty_index(tmp_path):
    with writing(tmp_path) as writer:
        writer.put(ASH)
    with writing(tmp_path, rebuild=True) as writer:
        assert dict(writer.sources) == {}
        writer.put(report("elm", "Children are seen."))
    assert ids(tmp_path) == {"elm"}
