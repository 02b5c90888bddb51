from datetime import date

import pytest

from corpus.catalogue.rows import Catalogue, CatalogueRow
from index.collection import open_snapshot
from index.editing.withdrawal import Marked, mark_withdrawn
from index.status import check, status
from index.supplements.kept_catalogues import add_catalogues
from index.writer import writing
from tests.index.registry.written_reports import write_report

TEXT = "withdrawn on 2021-03-04"
WAIT = 1.0


@pytest.fixture
def data(tmp_path):
    """An index of two reports of one authority and day, and of a third, whose files are gone."""
    reports = [
        write_report(tmp_path, "a.md", "One.", "Two."),
        write_report(tmp_path, "b.md", "Another.", title="Another"),
        write_report(tmp_path, "c.md", "Third.", name="elm", day=date(2019, 1, 1)),
    ]
    with writing(tmp_path / "data") as writer:
        for report in reports:
            writer.put(report, reader=3)
    for name in "abc":
        (tmp_path / f"{name}.md").unlink()
    return tmp_path / "data"


def marks(data):
    return {report.id: report.withdrawn for report in open_snapshot(data).reports()}


def test_a_mark_is_of_one_report_and_changes_nothing_else(data):
    before = open_snapshot(data)
    plain, other, elm = sorted(marks(data), key=lambda name: (name == "elm", len(name)))
    assert mark_withdrawn(data, [plain, "nonsense", plain], TEXT, WAIT) == Marked(
        (plain,), ("nonsense",), ()
    )
    assert marks(data) == {plain: TEXT, other: None, elm: None}
    after = open_snapshot(data)
    assert after.report(plain).paragraphs == before.report(plain).paragraphs
    assert (status(data).withdrawn, status(data).reports, check(data)) == (1, 3, ())
    assert mark_withdrawn(data, [plain, elm], None, WAIT) == Marked((plain, elm), (), ())
    assert set(marks(data).values()) == {None}
    assert status(data).withdrawn == 0


def test_marks_add_up_and_hold_when_a_file_is_read_again(data, tmp_path):
    mark_withdrawn(data, ["elm"], TEXT, WAIT)
    plain = next(name for name in marks(data) if name != "elm")
    mark_withdrawn(data, [plain], "withdrawn", WAIT)
    assert sorted(filter(None, marks(data).values())) == ["withdrawn", TEXT]
    mark_withdrawn(data, [plain], "replaced by elm", WAIT)
    assert sorted(filter(None, marks(data).values())) == ["replaced by elm", TEXT]


def test_a_catalogue_that_marks_a_report_is_not_overruled_by_letting_it_stand(data):
    sha256 = open_snapshot(data).report("elm").source.sha256
    row = CatalogueRow(line=2, sha256=sha256, withdrawn="withdrawn")
    add_catalogues(data, [Catalogue("list.csv", (row,))])
    assert mark_withdrawn(data, ["elm"], TEXT, WAIT) == Marked(("elm",), (), ())
    assert marks(data)["elm"] == TEXT
    assert mark_withdrawn(data, ["elm"], None, WAIT) == Marked((), (), ("elm",))
    assert marks(data)["elm"] == "withdrawn"
