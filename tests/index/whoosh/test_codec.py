"""Plain Whoosh opens our segments, with stored fields, exact lengths and deletions."""

import pickle
from dataclasses import asdict

import pytest
from whoosh.filedb.filestore import FileStorage
from whoosh.index import open_dir

from index.whoosh.codec import ArraySegment
from index.writer import writing
from tests.index.reports import report

ASH = report("ash", "Plans are timely.", "")
ELM = report("elm", ("A plan is late.", {"themes": ("health",)}))


@pytest.fixture
def whoosh_reader(tmp_path):
    with writing(tmp_path) as writer:
        writer.put(ASH)
        writer.put(ELM)
    with writing(tmp_path) as writer:
        writer.remove("elm")
    with open_dir(str(tmp_path)).reader() as reader:
        yield reader


def test_stored_fields_are_the_paragraph(whoosh_reader):
    first = ASH.paragraphs[0]
    assert whoosh_reader.stored_fields(0) == {
        "id": "ash/p1",
        "report": "ash",
        "paragraph": asdict(first),
    }


def test_deleted_paragraphs_are_known(whoosh_reader):
    assert (whoosh_reader.doc_count_all(), whoosh_reader.doc_count()) == (3, 2)
    assert whoosh_reader.has_deletions()
    assert [whoosh_reader.is_deleted(doc) for doc in range(3)] == [False, False, True]
    assert list(whoosh_reader.all_doc_ids()) == [0, 1]


@pytest.mark.parametrize(
    ("field", "lengths", "total", "shortest", "longest"),
    [("text", [3, 0, 4], 7, 0, 4), ("exact", [3, 0, 4], 7, 0, 4), ("grade", [0, 0, 0], 0, 0, 0)],
)
def test_lengths_are_exact(whoosh_reader, field, lengths, total, shortest, longest):
    assert [whoosh_reader.doc_field_length(doc, field) for doc in range(3)] == lengths
    assert whoosh_reader.field_length(field) == total
    assert whoosh_reader.min_field_length(field) == shortest
    assert whoosh_reader.max_field_length(field) == longest


def test_a_segment_is_pickled_without_its_opened_arrays(tmp_path):
    with writing(tmp_path) as writer:
        writer.put(ASH)
    (path,) = tmp_path.glob("MAIN_*.arr")
    segment = ArraySegment(path.stem, size=2, deleted=((1, 2),))
    reader = segment.reader(FileStorage(str(tmp_path)))
    assert segment.reader(None) is reader
    again = pickle.loads(pickle.dumps(segment))
    assert vars(again) == {
        name: value for name, value in vars(segment).items() if name != "_reader"
    }
    assert again.segment_id() == path.stem
    assert (again.doc_count_all(), again.deleted_count(), again.deleted_docs()) == (2, 1, {1})
    assert [again.is_deleted(doc) for doc in range(2)] == [False, True]
