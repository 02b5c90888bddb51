"""Reports are looked up by id, file, content and what they state, new or stored."""

from dataclasses import replace

from index.merge_policy import write_segment
from index.registry.held_reports import HeldReports, NewReport, SegmentReports, make_text_keys
from index.registry.provenance import Provenance
from index.segments.build import Builder
from tests.index.reports import report

ASH = report("ash", "Plans are clear.", "Visits are late.")
ELM = report("elm", "Plans are vague.")


def provenance(of, reader=1):
    return Provenance(of.source.file, of.source.sha256, reader)


def store(data, *reports, replaced=()):
    """Reports of a segment, by id."""
    builder = Builder()
    for to_store in reports:
        builder.add(to_store, 1, replaced)
    return dict(SegmentReports(data, write_segment(data, builder.stored_columns())).undeleted())


def test_a_stored_report_is_as_it_was_when_it_was_new(tmp_path):
    stored = store(tmp_path, ELM, ASH, replaced=("0f1e",))["ash"]
    new = NewReport(ASH, provenance(ASH), ("0f1e",))
    assert stored.facts() == replace(ASH, paragraphs=())
    for name in ("source", "date", "replaced"):
        assert getattr(stored, name) == getattr(new, name)
    assert stored.texts() == new.texts() == ["Plans are clear.", "Visits are late."]


def test_reports_are_looked_up_new_or_stored_until_they_are_removed(tmp_path):
    registry = HeldReports(store(tmp_path, ASH).items())
    assert registry.with_facts_of(ASH) == ("ash",)
    twin = replace(ELM, title=ASH.title, authority=ASH.authority)
    registry.add("elm", NewReport(twin, provenance(twin)))
    assert registry.with_facts_of(ASH) == ("ash", "elm")
    assert registry.with_content(ELM.source.sha256) == "elm"
    assert registry.from_file("ash.md") == ("ash",)
    assert registry.text_keys("ash") == make_text_keys(["plans  are clear", "Visits are late"])
    assert registry.sources == {"ash": provenance(ASH), "elm": provenance(ELM)}
    registry.remove("ash")
    assert "ash" not in registry
    assert registry.with_facts_of(ASH) == ("elm",)
    assert registry.with_content(ASH.source.sha256) is None
    assert registry.from_file("ash.md") == ()
    assert registry.remove("ash") is None
