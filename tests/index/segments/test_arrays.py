"""A file of arrays gives back what was written, or says what is wrong with it."""

import random

import numpy as np
import pytest

from index.errors import Damaged, WrongVersion
from index.segments.arrays import FORMAT_VERSION, PREFIX, map_arrays, read_arrays, write_arrays
from index.segments.strings import Strings

ARRAYS = {"numbers": np.arange(500, dtype=np.int32), "none": np.zeros(0, np.uint8)}


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "some.arr"
    write_arrays(path, ARRAYS | Strings.of(["ash", "", "élan"]).to_arrays("words"))
    return path


def test_what_is_written_is_read(path):
    arrays = read_arrays(path)
    assert arrays["numbers"].tolist() == list(range(500))
    assert arrays["none"].dtype == np.uint8
    assert Strings.from_arrays(arrays, "words").all() == ["ash", "", "élan"]
    assert not arrays["numbers"].flags.writeable


@pytest.mark.parametrize(
    ("array", "dtype"),
    [
        (np.arange(3, dtype=">i8"), "<i8"),
        (np.arange(12).reshape(3, 4)[:, ::2], "<i8"),
        (np.array([True, False]), "|b1"),
        (np.array([0.5], np.float32), "<f4"),
    ],
    ids=["big-endian", "not contiguous", "bool", "float"],
)
def test_any_array_is_written_as_little_endian(tmp_path, array, dtype):
    write_arrays(tmp_path / "some.arr", {"array": array})
    read = read_arrays(tmp_path / "some.arr")["array"]
    assert read.dtype.str == dtype
    assert read.tolist() == array.tolist()


def test_arrays_begin_at_multiples_of_64_bytes(path):
    whole = np.frombuffer(path.read_bytes(), np.uint8)
    with path.open("rb") as file:
        arrays = map_arrays(path, file)
    places = [bytes(whole).index(array.tobytes()) for array in arrays.values() if array.nbytes > 8]
    assert [place % 64 for place in places] == [0] * len(places)


def test_a_file_is_never_written_over(path):
    with pytest.raises(FileExistsError):
        write_arrays(path, {})


@pytest.mark.parametrize("seed", range(200))
def test_any_changed_byte_is_found(path, seed):
    chance = random.Random(seed)
    data = bytearray(path.read_bytes())
    data[used_byte(path, chance)] ^= 1 << chance.randrange(8)
    path.write_bytes(data)
    with pytest.raises((Damaged, WrongVersion), match=r"some\.arr: .*evidence index --rebuild"):
        read_arrays(path)


def used_byte(path, chance):
    """The place of a byte that holds something, not of the padding between arrays."""
    arrays = read_arrays(path)
    _, _, length, _ = PREFIX.unpack(path.read_bytes()[: PREFIX.size])
    start = PREFIX.size + length
    places = [*range(start)]
    for array in arrays.values():
        places += range(start, start + array.nbytes)
        start += array.nbytes + -array.nbytes % 64
    return chance.choice(places)


@pytest.mark.parametrize("share", [0, 0.001, 0.1, 0.5, 0.9])
def test_a_file_cut_short_is_found(path, share):
    data = path.read_bytes()
    path.write_bytes(data[: int(share * len(data))])
    with pytest.raises(Damaged, match=r"some\.arr: damaged"):
        read_arrays(path)


@pytest.mark.parametrize(
    ("added", "cause"), [(b"\0", "it is too long"), (b"x", "it is too long")], ids=["zero", "text"]
)
def test_a_file_that_is_too_long_is_found(path, added, cause):
    path.write_bytes(path.read_bytes() + added)
    with pytest.raises(Damaged, match=cause):
        read_arrays(path)


def test_a_byte_in_the_padding_is_found(path):
    data = bytearray(path.read_bytes())
    data[-1] = 1  # the words are shorter than 64 bytes
    path.write_bytes(data)
    with pytest.raises(Damaged, match="there is something between its arrays"):
        read_arrays(path)


def test_sound_arrays_of_a_damaged_file_are_read_by_name(path):
    data = bytearray(path.read_bytes())
    data[data.index(ARRAYS["numbers"].tobytes())] ^= 1
    path.write_bytes(data)
    assert Strings.from_arrays(read_arrays(path, "words"), "words").all() == ["ash", "", "élan"]
    with pytest.raises(Damaged, match="numbers does not match its checksum"):
        read_arrays(path, ("words", "numbers"))


def test_another_format_is_told_apart_from_damage(path):
    data = bytearray(path.read_bytes())
    data[8] = FORMAT_VERSION + 1
    path.write_bytes(data)
    with pytest.raises(WrongVersion, match=f"format {FORMAT_VERSION + 1}"):
        read_arrays(path)
