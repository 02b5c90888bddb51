"""Rebuild a damaged index: what is stored and sound is kept, the rest is named to be read again."""

import pytest

from index.errors import NotAnIndex
from index.safety.recovery import salvaging
from index.segments.arrays import map_arrays
from index.status import check
from index.writer import writing
from tests.reliability.worlds import answers, make_index, titles_by_report, visit


@pytest.fixture
def data(tmp_path):
    make_index(tmp_path / "data")
    return tmp_path / "data"


def damage_array(path, array):
    """Flip a byte of one array of a file."""
    with path.open("rb") as file:
        arrays = map_arrays(path, file)
    content = bytearray(path.read_bytes())
    place = bytes(content).index(arrays[array].tobytes())
    content[place] ^= 255
    path.write_bytes(content)


def rebuild(data):
    """Rebuild an index of what it holds; return the Salvage."""
    with salvaging(data) as (_, salvage):
        pass
    assert check(data) == ()
    return salvage


@pytest.mark.parametrize("array", ["places", "docs", "tf", "stems.blob", "word.first"])
def test_damage_to_what_is_derived_from_the_stored_columns_loses_nothing(data, array):
    before, pages = titles_by_report(data), answers(data)
    for segment in data.glob("MAIN_*.arr"):
        damage_array(segment, array)
    assert check(data)
    assert rebuild(data).is_complete
    assert titles_by_report(data) == before
    assert answers(data) == pages


def test_a_cut_file_keeps_the_reports_before_the_cut(data):
    before = titles_by_report(data)
    for segment in data.glob("MAIN_*.arr"):
        segment.write_bytes(segment.read_bytes()[:-64])
    assert rebuild(data).is_complete
    assert titles_by_report(data) == before


def test_reports_whose_paragraphs_are_damaged_are_named_by_their_files(data):
    segment = max(data.glob("MAIN_*.arr"), key=lambda path: path.stat().st_size)
    before = titles_by_report(data)
    damage_array(segment, "doc.text.blob")
    salvage = rebuild(data)
    (loss,) = salvage.losses
    assert salvage.is_complete
    assert loss.file == segment
    assert "doc.text.blob" in loss.cause
    after = titles_by_report(data)
    assert len(after) + len(loss.sources) == len(before)
    assert {str(file) for file in loss.sources} == {f"{name}.md" for name in before.keys() - after}


def test_a_missing_segment_is_named_and_the_others_are_kept(data):
    segment = next(data.glob("MAIN_*.arr"))
    segment.unlink()
    salvage = rebuild(data)
    assert not salvage.is_complete
    assert [(loss.file, loss.cause) for loss in salvage.losses] == [(segment, "it is missing")]
    assert titles_by_report(data)


@pytest.mark.parametrize("how", ["lost", "damaged"])
def test_without_its_table_of_contents_the_newest_of_each_report_is_kept(data, how):
    before = titles_by_report(data)
    (table,) = data.glob("*.toc")
    if how == "lost":
        table.unlink()
    else:
        table.write_bytes(table.read_bytes()[:-9])
    salvage = rebuild(data)
    assert salvage.contents_lost
    assert not salvage.is_complete
    after = titles_by_report(data)
    assert {name: after[name] for name in before} == before
    assert set(after) - set(before) <= {"yew"}  # it had been removed: the command warns of this


def test_a_lost_model_is_trained_again(data):
    pages = answers(data)
    next(data.glob("*_learnt.arr")).unlink()
    assert rebuild(data).is_complete
    assert answers(data) == pages


def test_a_sound_index_rebuilt_is_the_same_index(data):
    before, pages = titles_by_report(data), answers(data)
    assert rebuild(data).is_complete
    assert titles_by_report(data) == before
    assert answers(data) == pages


def test_where_there_is_no_index_none_is_rebuilt(tmp_path):
    with pytest.raises(NotAnIndex), salvaging(tmp_path / "none"):
        pass


def test_a_rebuilt_index_takes_reports(data):
    rebuild(data)
    with writing(data) as writer:
        writer.put(visit("rowan"))
    assert "rowan" in titles_by_report(data)
