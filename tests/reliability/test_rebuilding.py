"""evidence index --rebuild: what is stored and sound is kept, the rest is read again or named."""

import pytest

from index.errors import NotAnIndex
from index.recovery import salvaging
from index.segments import arrays
from index.status import check
from index.writer import writing
from tests.reliability.worlds import answers, begun, held, visit


@pytest.fixture
def data(tmp_path):
    begun(tmp_path / "data")
    return tmp_path / "data"


def spoil(path, array):
    """Flips a byte of one array of a file."""
    with path.open("rb") as file:
        found = arrays.mapped(path, file)
    content = bytearray(path.read_bytes())
    place = bytes(content).index(found[array].tobytes())
    content[place] ^= 255
    path.write_bytes(content)


def rebuilt(data):
    with salvaging(data) as (_, found):
        pass
    assert check(data) == ()
    return found


@pytest.mark.parametrize("array", ["places", "docs", "tf", "stems.blob", "word.first"])
def test_damage_to_what_is_made_of_the_stored_paragraphs_loses_nothing(data, array):
    before, pages = held(data), answers(data)
    for segment in data.glob("MAIN_*.arr"):
        spoil(segment, array)
    assert check(data)
    assert rebuilt(data).whole
    assert held(data) == before
    assert answers(data) == pages


def test_a_cut_file_keeps_the_reports_before_the_cut(data):
    before = held(data)
    for segment in data.glob("MAIN_*.arr"):
        segment.write_bytes(segment.read_bytes()[:-64])
    assert rebuilt(data).whole
    assert held(data) == before


def test_reports_whose_paragraphs_are_damaged_are_named_by_their_files(data):
    segment = max(data.glob("MAIN_*.arr"), key=lambda path: path.stat().st_size)
    before = held(data)
    spoil(segment, "doc.text.blob")
    found = rebuilt(data)
    (lost,) = found.lost
    assert found.whole
    assert lost.file == segment
    assert "doc.text.blob" in lost.cause
    after = held(data)
    assert len(after) + len(lost.sources) == len(before)
    assert {str(file) for file in lost.sources} == set(before.values()) - set(after.values())


def test_a_lost_segment_is_named_and_the_others_are_kept(data):
    segment = next(data.glob("MAIN_*.arr"))
    segment.unlink()
    found = rebuilt(data)
    assert not found.whole
    assert [(lost.file, lost.cause) for lost in found.lost] == [(segment, "it is missing")]
    assert held(data)


@pytest.mark.parametrize("how", ["lost", "damaged"])
def test_without_its_table_of_contents_the_newest_of_each_report_is_kept(data, how):
    before = held(data)
    (table,) = data.glob("*.toc")
    if how == "lost":
        table.unlink()
    else:
        table.write_bytes(table.read_bytes()[:-9])
    found = rebuilt(data)
    assert found.guessed
    assert not found.whole
    after = held(data)
    assert {name: after[name] for name in before} == before
    assert set(after) - set(before) <= {"yew"}  # it had been removed: the command says so


def test_a_lost_lesson_is_learnt_again(data):
    pages = answers(data)
    next(data.glob("*_learnt.arr")).unlink()
    assert rebuilt(data).whole
    assert answers(data) == pages


def test_a_sound_index_rebuilt_is_the_same_index(data):
    before, pages = held(data), answers(data)
    assert rebuilt(data).whole
    assert held(data) == before
    assert answers(data) == pages


def test_where_nothing_is_nothing_is_rebuilt(tmp_path):
    with pytest.raises(NotAnIndex), salvaging(tmp_path / "none"):
        pass


def test_the_index_after_a_rebuilding_takes_reports(data):
    rebuilt(data)
    with writing(data) as writer:
        writer.put(visit("rowan"))
    assert "rowan" in held(data)
