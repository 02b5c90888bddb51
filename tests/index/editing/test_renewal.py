from corpus.corrections.file import Corrections
from corpus.corrections.supplements import Supplements
from index.collection import open_snapshot
from index.editing.renewal import renew_report
from index.writer import writing
from tests.index.registry.written_reports import write_report


def test_a_report_has_the_supplements_that_it_is_renewed_with_and_no_others(tmp_path):
    data, report = tmp_path / "data", write_report(tmp_path, "a.md", "One.")
    with writing(data) as writer:
        writer.put(report, reader=7)
    for title in ("Better", "Best", None):
        corrections = Corrections({report.id: {"title": title}} if title else {})
        before = open_snapshot(data).report(report.id)
        with writing(data) as writer:
            renewed = renew_report(writer, before, Supplements((), corrections))
            assert writer.sources[report.id].reader == 7
        assert renewed.title == (title or report.title)
        assert open_snapshot(data).report(report.id) == renewed
