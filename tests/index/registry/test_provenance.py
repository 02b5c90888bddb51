"""What a report states of itself, and whether its file is still in place."""

import os
from datetime import date

import pytest

from corpus import regular_files
from index.registry.provenance import Provenance, is_in_place, state_facts
from tests.index.registry.written_reports import write_report
from tests.index.reports import report


@pytest.mark.parametrize(
    ("unknown", "expected"),
    [
        ({}, True),
        ({"published": None, "inspection_end": date(2020, 1, 10)}, True),
        ({"title": "ash-0f1e2d3c"}, False),
        ({"authority": None}, False),
        ({"framework": "other"}, False),
        ({"published": None}, False),
        # A service is named by its own name, whoever its authority is.
        ({"framework": "sccif", "title": "Larkfield House"}, True),
        ({"framework": "sccif", "title": "Larkfield House", "authority": None}, True),
        ({"framework": "sccif", "title": "Inspection report for children’s home"}, False),
        ({"framework": "cqc", "title": "Care Quality Commission inspection report"}, False),
        ({"framework": "sccif", "title": "Larkfield House", "published": None}, False),
    ],
)
def test_one_report_is_named_where_nothing_is_unknown(unknown, expected):
    assert state_facts(report("ash", "Text.", **unknown)).name_one_report is expected


def test_a_file_is_in_place_until_it_is_changed_moved_or_gone(tmp_path):
    source = write_report(tmp_path, "ash.md", "Plans.").source
    provenance = Provenance(source.file, source.sha256, 1)
    assert is_in_place(provenance)
    (tmp_path / "ash.md").write_text("other")
    assert not is_in_place(provenance)
    (tmp_path / "ash.md").unlink()
    assert not is_in_place(provenance)
    assert not is_in_place(Provenance("a\0b", source.sha256, 1))


@pytest.mark.parametrize("path", ["/dev/zero", "/dev/null", "/", "", "/proc/self/mem", "\ud800"])
def test_what_is_no_regular_file_is_not_in_place(path):
    assert not is_in_place(Provenance(path, "0f1e", 1))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_in_the_place_of_a_file_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert not is_in_place(Provenance(str(tmp_path / "pipe"), "0f1e", 1))


def test_no_more_is_read_of_a_file_than_a_report_can_have(tmp_path, monkeypatch):
    """A file of that content would be no report: its digest is that of its beginning."""
    source = write_report(tmp_path, "ash.md", "Plans.").source
    size = (tmp_path / "ash.md").stat().st_size
    monkeypatch.setattr(regular_files, "MAX_FILE_BYTES", size)
    assert is_in_place(Provenance(source.file, source.sha256, 1))
    monkeypatch.setattr(regular_files, "MAX_FILE_BYTES", size - 2)
    assert not is_in_place(Provenance(source.file, source.sha256, 1))
