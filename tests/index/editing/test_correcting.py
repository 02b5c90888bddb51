from datetime import date

import pytest

from index.collection import open_snapshot
from index.editing.correcting import make_correction, undo_correction
from index.editing.withdrawal import mark_withdrawn
from index.registry.decision import SUPPLEMENTED
from index.status import check
from index.supplements.kept_corrections import load_corrections
from index.writer import writing
from tests.index.registry.written_reports import write_report

WAIT = 1.0


@pytest.fixture
def report(tmp_path):
    return write_report(tmp_path, "a.md", "One.", "Two.")


@pytest.fixture
def data(tmp_path, report):
    """An index of one report."""
    with writing(tmp_path / "data") as writer:
        writer.put(report, reader=3)
    return tmp_path / "data"


def read_back(data, report):
    return open_snapshot(data).report(report.id)


def test_a_correction_counts_at_once_and_can_be_taken_back(data, report):
    first = report.paragraphs[0].id
    assert make_correction(data, report.id, "published", date(2024, 5, 1), WAIT)
    assert make_correction(data, first, "grade", "inadequate", WAIT)
    corrected = read_back(data, report)
    assert (corrected.published, corrected.paragraphs[0].grade) == (date(2024, 5, 1), "inadequate")
    assert [p.id for p in corrected.paragraphs] == [p.id for p in report.paragraphs]
    assert [(one.field, one.read) for one in corrected.corrections] == [
        ("published", report.published and report.published.isoformat()),
        ("grade", report.paragraphs[0].grade),
    ]
    assert len(load_corrections(data)) == 2
    assert undo_correction(data, report.id, "published", WAIT)
    assert undo_correction(data, first, "grade", WAIT)
    back = read_back(data, report)
    assert (back.published, back.paragraphs, back.corrections) == (
        report.published,
        report.paragraphs,
        (),
    )
    assert check(data) == ()


def test_of_what_is_not_held_the_correction_is_kept(data):
    assert not make_correction(data, "elm", "title", "Elm", WAIT)
    assert load_corrections(data).of_report("elm") == {None: {"title": "Elm"}}


def test_of_a_paragraph_that_is_not_there_it_is_a_doubt(data, report):
    assert not make_correction(data, f"{report.id}/p99", "grade", "good", WAIT)
    assert "correction-unmatched" in [doubt.kind for doubt in read_back(data, report).doubts]


def test_other_marks_and_corrections_hold_together(data, report):
    make_correction(data, report.id, "title", "Better", WAIT)
    mark_withdrawn(data, [report.id], "withdrawn", WAIT)
    both = read_back(data, report)
    assert (both.title, both.withdrawn) == ("Better", "withdrawn")
    undo_correction(data, report.id, "title", WAIT)
    assert (read_back(data, report).title, read_back(data, report).withdrawn) == (
        report.title,
        "withdrawn",
    )


def test_a_corrected_report_is_the_same_when_its_file_is_read_again(data, report):
    """What it states of itself is what its file prints, so that no copy of it comes about."""
    make_correction(data, report.id, "published", date(2024, 5, 1), WAIT)
    with writing(data) as writer:
        result = writer.put(report, reader=3)
    assert (result.kind, result.report, result.cause) == ("replaced", report.id, SUPPLEMENTED)
    assert len(open_snapshot(data).reports()) == 1
