"""What a report states of itself, and whether its file is still in place."""

from datetime import date

import pytest

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
