import random

import pytest

from index.collection import open_snapshot
from index.errors import IndexingError, NotAnIndex
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


def test_status_counts_what_is_held(data):
    found = status(data)
    assert (found.generation, found.reports, found.paragraphs, found.writer) == (3, 1, 2, None)
    assert found.words == 7
    assert found.bytes == sum(
        file.stat().st_size for file in data.iterdir() if file.suffix in (".toc", ".arr")
    )


def test_a_sound_index_has_no_problem(data):
    assert check(data) == ()


def test_no_index_is_said(tmp_path):
    with pytest.raises(NotAnIndex, match="no index is here; make one with `evidence index"):
        check(tmp_path)


def files(data):
    return sorted(file for file in data.iterdir() if file.suffix in (".toc", ".arr"))


@pytest.mark.parametrize("seed", range(60))
def test_a_changed_index_is_never_answered_from(data, seed):
    before = open_snapshot(data).report("elm")
    chance = random.Random(seed)
    path = chance.choice(files(data))
    written = bytearray(path.read_bytes())
    at = chance.randrange(len(written))
    how = chance.choice(["flipped", "zeroed", "cut"])
    if how == "flipped":
        written[at] ^= 1 << chance.randrange(8)
    elif how == "zeroed":
        written[at:] = bytes(len(written) - at)
    else:
        del written[at:]
    path.write_bytes(written)
    if problems := check(data):
        assert path.name in problems[0].message
        with pytest.raises(IndexingError, match="evidence index --rebuild"):
            open_snapshot(data)
    else:  # only padding between arrays changed
        assert open_snapshot(data).report("elm") == before


def test_a_missing_segment_is_named(data):
    path = next(file for file in files(data) if file.suffix == ".arr")
    path.unlink()
    assert [str(path) in problem.message for problem in check(data)] == [True]
    with pytest.raises(IndexingError, match="it is missing"):
        open_snapshot(data)
