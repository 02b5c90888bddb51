"""What is known of segments whose table of contents, or whose reports, cannot be read."""

from pathlib import Path

import pytest

from index.contents import DeletedReport, Segment
from index.errors import Damaged
from index.merge_policy import write_segment
from index.safety.recovery import describe_loss, reconstruct_segment, rewrite_segment
from index.segments.arrays import read_arrays
from tests.index.reports import report, stored_columns

ASH, ELM = report("ash", "One.", "Two."), report("elm", "Three.")


@pytest.fixture
def segment(tmp_path):
    return write_segment(tmp_path, stored_columns(ASH, ELM))


@pytest.mark.parametrize(
    ("later_ids", "deleted"),
    [
        (set(), ()),
        ({"elm", "oak"}, (DeletedReport(1, 2, 3),)),
        ({"ash", "elm"}, (DeletedReport(0, 0, 2), DeletedReport(1, 2, 3))),
    ],
)
def test_reports_that_a_later_segment_has_count_as_deleted(tmp_path, segment, later_ids, deleted):
    ids = set(later_ids)
    stored = read_arrays(tmp_path / segment.file)
    assert reconstruct_segment("MAIN_a", stored, ids) == Segment("MAIN_a", 3, 2, deleted)
    assert ids == {*later_ids, "ash", "elm"}


def test_a_rewritten_segment_has_the_undeleted_reports(tmp_path, segment):
    rewritten = rewrite_segment(tmp_path, segment.without([DeletedReport(0, 0, 2)]))
    assert (rewritten.size, rewritten.reports, rewritten.deleted) == (1, 1, ())


@pytest.mark.parametrize(
    ("is_cut", "sources"), [(False, (Path("elm.md"),)), (True, ())], ids=["columns", "nothing"]
)
def test_a_loss_names_the_undeleted_reports_files_if_they_can_be_read(
    tmp_path, segment, is_cut, sources
):
    path = tmp_path / segment.file
    if is_cut:
        path.write_bytes(path.read_bytes()[:30])
    dead = segment.without([DeletedReport(0, 0, 2)])
    loss = describe_loss(tmp_path, dead, Damaged(path, "it is cut short"))
    assert (loss.file, loss.cause, loss.reports) == (path, "it is cut short", 1)
    assert loss.sources == sources


def test_the_number_of_reports_is_unknown_without_a_table_of_contents(tmp_path):
    loss = describe_loss(tmp_path, Segment("MAIN_a", 0, 0), Damaged(tmp_path, "it is missing"))
    assert (loss.reports, loss.sources) == (None, ())
