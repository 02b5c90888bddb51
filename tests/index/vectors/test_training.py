"""A collection's model is trained when it is written, and again when the collection has changed."""

import numpy as np
import pytest

from index.collection import open_snapshot
from index.vectors.training import idf, is_stale, join_tokens
from index.writer import writing
from tests.index.reports import open_reader, report
from tests.index.vectors.topics import texts


def test_a_model_is_trained_when_a_collection_is_written(tmp_path):
    with writing(tmp_path) as writer:
        writer.put(report("ash", *texts(300), "the quick plan (QP) and quick plan (QP)"))
    model = open_snapshot(tmp_path).model
    first, same, other = (model.vectors[model.row[word]] for word in ("bane", "bink", "bole"))
    assert first @ same > first @ other
    assert model.acronyms == (("QP", "quick plan"),)


def test_one_more_report_keeps_the_model_and_many_replace_it(tmp_path):
    files = []
    for number, count in enumerate((100, 10, 100)):
        with writing(tmp_path) as writer:
            writer.put(report(f"town-{number}", *texts(count)))
        files.append(open_snapshot(tmp_path).model_file)
    assert files[0] == files[1] != files[2]
    assert len(list(tmp_path.glob("*learnt.arr"))) == 1


def test_a_model_is_trained_on_all_segments(tmp_path):
    with writing(tmp_path) as writer:
        writer.put(report("ash", "quick plan (QP)"))
    with writing(tmp_path) as writer:
        writer.put(report("elm", "slow plan (SP)", "another plan"))
    assert open_snapshot(tmp_path).model.acronyms == (("QP", "quick plan"), ("SP", "slow plan"))


@pytest.mark.parametrize(
    ("text", "is_acronym"),
    [
        ("a Plc or PLC", True),
        ("they plc it", False),
        ("a plc-like thing", True),
        ("this is our (plc).", False),
    ],
)
def test_letters_are_a_word_where_they_stand_alone_in_lower_case(tmp_path, text, is_acronym):
    with writing(tmp_path) as writer:
        writer.put(report("ash", "plain little care (PLC)"))
    with writing(tmp_path) as writer:
        writer.put(report("elm", text, "more", "and more"))
    assert bool(open_snapshot(tmp_path).model.acronyms) is is_acronym


@pytest.mark.parametrize(
    ("paragraphs", "trained_on", "expected"),
    [(100, 100, False), (149, 100, False), (151, 100, True), (60, 100, True), (0, 0, False)],
)
def test_when_to_train_again(paragraphs, trained_on, expected):
    assert is_stale(paragraphs, trained_on) is expected


def test_tokens_of_all_segments_are_joined(tmp_path):
    readers = [
        open_reader(tmp_path, report("ash", "plans late", "")),
        open_reader(tmp_path, report("elm", "early plan plan")),
    ]
    stems, frequencies, tokens = join_tokens(readers)
    assert dict(zip(stems, frequencies.tolist(), strict=True)) == {"late": 1, "plan": 2, "earli": 1}
    assert [stems[row] for row in tokens.stems] == ["plan", "late", "earli", "plan", "plan"]
    assert tokens.docs.tolist() == [0, 0, 2, 2, 2]


def test_rare_words_weigh_more():
    weights = idf(np.array([1, 50, 100]), 100)
    assert weights.dtype == np.float32
    assert weights.tolist() == pytest.approx([4.2097, 0.6931, 0.0050], abs=1e-4)
