"""The table of contents that plain Whoosh reads: a pickle of the schema and of each segment."""

from __future__ import annotations

from whoosh.filedb.filestore import RamStorage
from whoosh.index import TOC

from index.contents import INDEX_NAME, Contents, Segment, contents_file
from index.whoosh.codec import ArraySegment
from index.whoosh.schema import SCHEMA


def encode_toc(contents: Contents) -> bytes:
    """Return the bytes of Whoosh's own table of contents for a commit."""
    storage = RamStorage()
    segments = [whoosh_segment(segment) for segment in contents.segments]
    TOC(SCHEMA, segments, contents.generation).write(storage, INDEX_NAME)
    return bytes(storage.files[contents_file(contents.generation)])


def whoosh_segment(segment: Segment) -> ArraySegment:
    """Return the segment that Whoosh unpickles, and reads through our codec."""
    deleted = tuple((report.start, report.end) for report in segment.deleted)
    return ArraySegment(segment.name, segment.size, deleted)
