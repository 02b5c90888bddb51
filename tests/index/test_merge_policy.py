"""Which segments are merged, and that merging changes no answer."""

import pytest

from index.collection import open_snapshot
from index.contents import DeletedReport, Segment
from index.merge_policy import (
    MERGE_FACTOR,
    TIER_0_PARAGRAPHS,
    is_due,
    live_rows,
    merge_due,
    tier,
    write_segment,
)
from index.segments.arrays import read_arrays
from index.writer import writing
from tests.index.reports import report, stored_columns


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [(0, 0), (255, 0), (256, 1), (2047, 1), (2048, 2), (16384, 3), (131072, 4)],
)
def test_each_tier_is_eight_times_the_last(paragraphs, expected):
    assert (TIER_0_PARAGRAPHS, MERGE_FACTOR) == (256, 8)
    assert tier(Segment("MAIN_a", paragraphs, 1)) == expected


def test_deleted_paragraphs_do_not_count_for_the_tier():
    assert tier(Segment("MAIN_a", 300, 2, (DeletedReport(0, 0, 50),))) == 0


@pytest.mark.parametrize(
    ("segments", "deleted", "expected"),
    [(7, 0, False), (8, 0, True), (9, 0, True), (1, 50, False), (1, 51, True), (2, 51, True)],
)
def test_when_a_tier_is_merged(segments, deleted, expected):
    dead = (DeletedReport(0, 0, deleted),)
    group = [Segment("MAIN_a", 100, 2, dead), *[Segment("MAIN_b", 100, 2)] * (segments - 1)]
    assert is_due(group) is expected


def test_live_rows_are_those_that_are_not_deleted():
    dead = (DeletedReport(0, 0, 1), DeletedReport(2, 2, 3))
    assert live_rows(Segment("MAIN_a", 4, 4, dead)).tolist() == [1, 3]


def test_only_the_tier_that_is_due_is_rewritten(tmp_path):
    large = write_segment(tmp_path, stored_columns(report("large", *["Plan."] * 300)))
    small = [
        write_segment(tmp_path, stored_columns(report(f"r{number}", "Plan.")))
        for number in range(MERGE_FACTOR)
    ]
    assert merge_due(tmp_path, [large, *small[1:]]) == [large, *small[1:]]
    kept, merged = merge_due(tmp_path, [large, *small])
    assert kept == large
    assert (merged.size, merged.reports, merged.deleted) == (MERGE_FACTOR, MERGE_FACTOR, ())
    assert len(read_arrays(tmp_path / merged.file)["token.first"]) == MERGE_FACTOR + 1


def test_a_mostly_deleted_segment_is_rewritten_without_its_deleted_reports(tmp_path):
    segment = write_segment(
        tmp_path, stored_columns(report("ash", "One.", "Two."), report("elm", "Three."))
    )
    (rewritten,) = merge_due(tmp_path, [segment.without([DeletedReport(0, 0, 2)])])
    assert (rewritten.size, rewritten.reports, rewritten.deleted) == (1, 1, ())
    assert rewritten.name != segment.name


def test_small_segments_are_merged_and_their_files_removed(tmp_path):
    for number in range(2 * MERGE_FACTOR):
        with writing(tmp_path) as writer:
            writer.put(report(f"r{number}", f"Paragraph number {number} is here.", "A second one."))
    snapshot = open_snapshot(tmp_path)
    assert len(snapshot.readers) < MERGE_FACTOR
    assert len(list(tmp_path.glob("MAIN_*.arr"))) == len(snapshot.readers)
    assert snapshot.report("r3").paragraphs[0].text == "Paragraph number 3 is here."
    assert snapshot.frequency("text", "paragraph") == 2 * MERGE_FACTOR
