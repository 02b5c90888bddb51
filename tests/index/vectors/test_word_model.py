"""A word model is read as it was written, and shares its vectors between snapshots."""

import numpy as np
import pytest

from index.errors import Damaged
from index.vectors.word_model import EMPTY_MODEL, WordModel, read_model, write_model
from tests.index.reports import open_reader, report

MODEL = WordModel(
    ("plan", "visit"),
    np.array([[1, 0], [0, 1]], np.float32),
    np.array([2, 3], np.float32),
    (("QP", "quick plan"),),
)


@pytest.mark.parametrize("model", [MODEL, EMPTY_MODEL], ids=["a model", "the empty model"])
def test_what_is_written_is_read(tmp_path, model):
    write_model(tmp_path / "model.arr", model)
    read = read_model(tmp_path / "model.arr")
    assert (read.stems, read.acronyms, dict(read.row)) == (
        model.stems,
        model.acronyms,
        {stem: row for row, stem in enumerate(model.stems)},
    )
    for name in ("vectors", "weights"):
        assert getattr(read, name).dtype == np.float32
        assert np.array_equal(getattr(read, name), getattr(model, name))


def test_a_damaged_model_is_named(tmp_path):
    path = tmp_path / "learnt.arr"
    write_model(path, MODEL)
    path.write_bytes(path.read_bytes()[:-100])
    with pytest.raises(Damaged, match="learnt"):
        read_model(path)


def test_weighted_vectors_end_with_that_of_unknown_stems():
    assert MODEL.weighted_vectors.tolist() == [[2, 0], [0, 3], [0, 0]]


def test_a_segments_vectors_are_made_once(tmp_path):
    reader = open_reader(tmp_path, report("ash", "plans visits unknown"))
    vectors = MODEL.paragraph_vectors(reader)
    assert MODEL.paragraph_vectors(reader) is vectors
    rows = dict(zip(reader.words.all(), vectors.rows.tolist(), strict=True))
    assert rows == {"plans": 0, "visits": 1, "unknown": 2}
