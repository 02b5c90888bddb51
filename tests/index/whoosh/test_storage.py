"""Our lock is the one that Whoosh's own writers take, and segments get names of their own."""

import re

import pytest
from whoosh.index import LockError, open_dir

from index.contents import ARRAY_FILE_PATTERN
from index.whoosh.storage import LOCK_FILE, new_segment_name, write_lock
from index.writer import writing
from tests.index.reports import report


def test_whoosh_cannot_write_while_we_do(tmp_path):
    with writing(tmp_path) as writer:
        writer.put(report("ash", "Plans."))
    with writing(tmp_path), pytest.raises(LockError):
        open_dir(str(tmp_path)).writer()


def test_the_lock_is_held_once(tmp_path):
    first, second = write_lock(tmp_path), write_lock(tmp_path)
    assert first.acquire()
    assert not second.acquire()
    first.release()
    assert second.acquire()
    second.release()
    assert [path.name for path in tmp_path.iterdir()] == [LOCK_FILE]


def test_segments_have_new_names_that_the_table_of_contents_may_hold():
    names = {new_segment_name() for _ in range(100)}
    assert len(names) == 100
    assert all(re.fullmatch(ARRAY_FILE_PATTERN, name) for name in names)
