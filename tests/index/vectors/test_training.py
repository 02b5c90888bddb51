"""What a collection teaches is kept with the commit, and learnt again when it has changed."""

import pytest

from index.collection import open_snapshot
from index.errors import Damaged
from index.vectors import training
from index.vectors.training import stale
from index.writer import writing
from tests.index.reports import report
from tests.index.vectors.topics import texts


def test_a_collection_is_learnt_when_it_is_written(tmp_path):
    with writing(tmp_path) as writer:
        writer.put(report("ash", *texts(300), "the quick plan (QP) and quick plan (QP)"))
    learnt = open_snapshot(tmp_path).model
    first, same, other = (learnt.vectors[learnt.row[word]] for word in ("bane", "bink", "bole"))
    assert first @ same > first @ other
    assert learnt.acronyms == (("QP", "quick plan"),)


def test_one_more_report_is_not_learnt_and_many_are(tmp_path):
    names = []
    for at, count in enumerate((100, 10, 100)):
        with writing(tmp_path) as writer:
            writer.put(report(f"town-{at}", *texts(count)))
        names.append(open_snapshot(tmp_path).lesson)
    assert names[0] == names[1] != names[2]
    assert len(list(tmp_path.glob("*learnt.arr"))) == 1


def test_all_segments_teach(tmp_path):
    with writing(tmp_path) as writer:
        writer.put(report("ash", "quick plan (QP)"))
    with writing(tmp_path) as writer:
        writer.put(report("elm", "slow plan (SP)", "another plan"))
    assert open_snapshot(tmp_path).model.acronyms == (("QP", "quick plan"), ("SP", "slow plan"))


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("a Plc or PLC", True),
        ("they plc it", False),
        ("a plc-like thing", True),
        ("this is our (plc).", False),
    ],
)
def test_letters_are_a_word_where_they_stand_so_alone(tmp_path, text, known):
    with writing(tmp_path) as writer:
        writer.put(report("ash", "plain little care (PLC)"))
    with writing(tmp_path) as writer:
        writer.put(report("elm", text, "more", "and more"))
    assert bool(open_snapshot(tmp_path).model.acronyms) is known


def test_a_damaged_lesson_is_named(tmp_path):
    with writing(tmp_path) as writer:
        writer.put(report("ash", *texts(10)))
    (path,) = tmp_path.glob("*learnt.arr")
    path.write_bytes(path.read_bytes()[:-200])
    with pytest.raises(Damaged, match="learnt"):
        training.read(path)


@pytest.mark.parametrize(
    ("now", "then", "expected"),
    [(100, 100, False), (149, 100, False), (151, 100, True), (60, 100, True), (0, 0, False)],
)
def test_when_to_learn_again(now, then, expected):
    assert stale(now, then) is expected
