"""The table of contents that plain Whoosh reads names our segments and their deletions."""

import re

from whoosh.filedb.filestore import RamStorage
from whoosh.index import TOC

from index.contents import INDEX_NAME, Contents, DeletedReport, Segment
from index.whoosh.schema import SCHEMA
from index.whoosh.toc import encode_toc

CONTENTS = Contents(
    7,
    (
        Segment("MAIN_a", 9, 3, (DeletedReport(0, 0, 2), DeletedReport(2, 5, 9))),
        Segment("MAIN_b", 4, 1),
    ),
)


def test_whoosh_reads_what_was_written():
    storage = RamStorage()
    storage.files[f"_{INDEX_NAME}_7.toc"] = encode_toc(CONTENTS)
    toc = TOC.read(storage, INDEX_NAME)
    assert toc.generation == 7
    assert toc.schema == SCHEMA
    assert [segment.segment_id() for segment in toc.segments] == ["MAIN_a", "MAIN_b"]
    assert [segment.doc_count_all() for segment in toc.segments] == [9, 4]
    assert [segment.deleted_docs() for segment in toc.segments] == [{0, 1, 5, 6, 7, 8}, set()]


def test_what_is_pickled_names_two_classes_of_ours():
    """To move or rename one of them is an upgrade, which docs/index.md must state."""
    names = set(re.findall(rb"index\.\w+\.\w+", encode_toc(CONTENTS)))
    assert names == {b"index.whoosh.analyzer", b"index.whoosh.codec"}
