"""What an index holds is counted, and every change to its files is found."""

import os
import random

import pytest

from index.collection import open_snapshot
from index.errors import IndexingError, NotAnIndex
from index.lock import locked
from index.segments.arrays import FORMAT_VERSION
from index.status import check, status
from index.writer import writing
from tests.index.reports import report


@pytest.fixture
def data(tmp_path):
    for name in ("ash", "elm"):
        with writing(tmp_path) as writer:
            writer.put(report(name, "Children are heard.", "Plans are not yet timely."))
    with writing(tmp_path) as writer:
        writer.remove("ash")
    return tmp_path


def index_files(data):
    return sorted(file for file in data.iterdir() if file.suffix in (".toc", ".arr"))


def test_status_counts_what_the_index_holds(data):
    current = status(data)
    assert (current.generation, current.reports, current.paragraphs) == (3, 1, 2)
    assert (current.segments, current.deleted, current.format) == (1, 0, FORMAT_VERSION)
    assert current.words == 7
    assert current.bytes == sum(file.stat().st_size for file in index_files(data))


def test_deleted_paragraphs_wait_to_be_cleared_away(data):
    with writing(data) as writer:
        writer.put(report("oak", "One.", "Two."))
        writer.put(report("fir", "Three.", "Four."))
    with writing(data) as writer:
        writer.remove("oak")
    assert (status(data).deleted, status(data).paragraphs) == (2, 4)


def test_status_names_the_process_that_writes(data):
    assert status(data).writer is None
    with locked(data, wait=0):
        assert status(data).writer == os.getpid()


def test_a_sound_index_has_no_problem(data):
    assert check(data) == ()


def test_no_index_is_said(tmp_path):
    with pytest.raises(NotAnIndex, match="no index is here; make one with `evidence index"):
        check(tmp_path)


@pytest.mark.parametrize("seed", range(60))
def test_a_changed_index_is_never_answered_from(data, seed):
    before = open_snapshot(data).report("elm")
    chance = random.Random(seed)
    path = chance.choice(index_files(data))
    content = bytearray(path.read_bytes())
    place = chance.randrange(len(content))
    change = chance.choice(["flipped", "zeroed", "cut"])
    if change == "flipped":
        content[place] ^= 1 << chance.randrange(8)
    elif change == "zeroed":
        content[place:] = bytes(len(content) - place)
    else:
        del content[place:]
    path.write_bytes(content)
    if problems := check(data):
        assert path.name in problems[0].message
        with pytest.raises(IndexingError, match="evidence index --rebuild"):
            open_snapshot(data)
    else:  # only padding between arrays changed
        assert open_snapshot(data).report("elm") == before


def test_a_missing_segment_is_named(data):
    path = next(file for file in index_files(data) if file.suffix == ".arr")
    path.unlink()
    assert [str(path) in problem.message for problem in check(data)] == [True]
    with pytest.raises(IndexingError, match="it is missing"):
        open_snapshot(data)


def test_every_damaged_file_is_named(data):
    paths = [file for file in index_files(data) if file.suffix == ".arr"]
    for path in paths:
        path.write_bytes(path.read_bytes()[:-1])
    assert {problem.file for problem in check(data)} == set(paths)
    assert len(paths) == 2  # a segment and the model
