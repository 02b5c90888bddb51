import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import Damaged, WrongVersion
from index.segments import arrays
from index.segments.arrays import FORMAT, PREFIX, ranges
from index.segments.strings import Strings


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "some.arr"
    held = {"numbers": np.arange(500, dtype=np.int32), "none": np.zeros(0, np.uint8)}
    arrays.write(path, held | Strings.of(["ash", "", "élan"]).named("words"))
    return path


def test_what_is_written_is_read(path):
    found = arrays.read(path)
    assert found["numbers"].tolist() == list(range(500))
    assert found["none"].dtype == np.uint8
    assert Strings.within(found, "words").all() == ["ash", "", "élan"]
    assert not found["numbers"].flags.writeable


def test_a_file_is_never_written_over(path):
    with pytest.raises(FileExistsError):
        arrays.write(path, {})


@pytest.mark.parametrize("seed", range(200))
def test_any_changed_byte_is_found(path, seed):
    chance = random.Random(seed)
    data = bytearray(path.read_bytes())
    data[used(path, chance)] ^= 1 << chance.randrange(8)
    path.write_bytes(data)
    with pytest.raises((Damaged, WrongVersion), match=r"some\.arr: .*evidence index --rebuild"):
        arrays.read(path)


def used(path, chance):
    """A byte that says something: the padding between arrays says nothing."""
    found = arrays.read(path)
    _, _, length, _ = PREFIX.unpack(path.read_bytes()[: PREFIX.size])
    start = PREFIX.size + length
    places = [*range(start)]
    for array in found.values():
        places += range(start, start + array.nbytes)
        start += array.nbytes + -array.nbytes % 64
    return chance.choice(places)


@pytest.mark.parametrize("share", [0, 0.001, 0.1, 0.5, 0.9])
def test_a_file_cut_short_is_found(path, share):
    data = path.read_bytes()
    path.write_bytes(data[: int(share * len(data))])
    with pytest.raises(Damaged, match=r"some\.arr: damaged"):
        arrays.read(path)


def test_another_format_is_told_apart_from_damage(path):
    data = bytearray(path.read_bytes())
    data[8] = FORMAT + 1
    path.write_bytes(data)
    with pytest.raises(WrongVersion, match=f"format {FORMAT + 1}"):
        arrays.read(path)


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 4)), max_size=6))
def test_ranges_one_after_another(pairs):
    starts, sizes = np.array(pairs, np.int64).reshape(-1, 2).T
    expected = [number for start, size in pairs for number in range(start, start + size)]
    assert ranges(starts, sizes).tolist() == expected
