"""The paragraphs of each value of each field are those that a plain search gives."""

from hypothesis import given

from index.facets import PARAGRAPH_FACETS, REPORT_FACETS, date_number
from index.whoosh.values import docs_by_field
from tests.index.reports import open_reader
from tests.index.segments.drawn import reports


def plain_docs_by_field(drawn):
    fields = {
        name: {}
        for name in ("id", "report", "date", *(f.key for f in (*PARAGRAPH_FACETS, *REPORT_FACETS)))
    }
    pairs = [(report, paragraph) for report in drawn for paragraph in report.paragraphs]
    for doc, (report, paragraph) in enumerate(pairs):
        values = [("id", paragraph.id), ("report", report.id), ("date", date_number(report.dated))]
        values += [(facet.key, facet.value(report)) for facet in REPORT_FACETS]
        values += [
            (facet.key, value) for facet in PARAGRAPH_FACETS for value in facet.values(paragraph)
        ]
        for field, value in values:
            if value:
                value = int(value) if field == "year" else value
                fields[field].setdefault(value, []).append(doc)
    return fields


@given(drawn=reports())
def test_docs_by_field(tmp_path_factory, drawn):
    reader = open_reader(tmp_path_factory.mktemp("data"), *drawn)
    docs_by_value = {
        field: {value: docs.tolist() for value, docs in values.items()}
        for field, values in docs_by_field(reader).items()
    }
    for report in drawn:
        if not report.paragraphs:
            assert docs_by_value["report"].pop(report.id) == []
    assert docs_by_value == plain_docs_by_field(drawn)
