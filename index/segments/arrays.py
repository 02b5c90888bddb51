"""Named numpy arrays in one checked file, mapped into memory: the only format of our own.

The file is the magic, the format's version, the length and the checksum of a JSON header, the
header (name -> dtype, shape, offset, CRC-32), then each array at a multiple of 64 bytes. All is
little-endian; nothing in it is code.
"""

from __future__ import annotations

import math
import mmap
import os
import struct
import zlib
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Annotated, Any, BinaryIO, NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from index.errors import Damaged, WrongVersion

MAGIC = b"EVIDENCE"
FORMAT = 1
PREFIX = struct.Struct("<8sIII")
ALIGNED = 64

Array = NDArray[Any]
Arrays = Mapping[str, Array]
Count = Annotated[int, msgspec.Meta(ge=0, lt=1 << 48)]


class Place(NamedTuple):
    """What the header says of an array: numbers alone, each in its place after the header."""

    dtype: Annotated[str, msgspec.Meta(pattern=r"\A([<|][iu][1248]|<f[248]|\|b1)\Z")]
    shape: Annotated[tuple[Count, ...], msgspec.Meta(max_length=2)]
    offset: Count
    crc: Count

    @property
    def bytes(self) -> int:
        """How many bytes the array has."""
        return math.prod(self.shape) * np.dtype(self.dtype).itemsize


Header = dict[str, Place]


def write(path: Path, arrays: Arrays) -> None:
    """Writes `arrays` to a new file at `path`; when it returns, they are on the disk."""
    flat = {name: np.ascontiguousarray(little(array)) for name, array in arrays.items()}
    header = msgspec.json.encode(layout(flat))
    header += b" " * (-(PREFIX.size + len(header)) % ALIGNED)
    with path.open("xb") as file:
        file.write(PREFIX.pack(MAGIC, FORMAT, len(header), header_crc(header)))
        file.write(header)
        for array in flat.values():
            file.write(array.data)
            file.write(b"\0" * (-array.nbytes % ALIGNED))
        file.flush()
        os.fsync(file.fileno())


def header_crc(header: bytes) -> int:
    """Returns the checksum of a header, which is not that of zeros where all is zeroed."""
    return zlib.crc32(header, zlib.crc32(MAGIC))


def little(array: Array) -> Array:
    """Returns `array` in little-endian order, itself where it already is."""
    return array.astype(array.dtype.newbyteorder("<"), copy=False)


def layout(arrays: Arrays) -> Header:
    """Returns the header: where each array will stand, counted from the header's end."""
    header: Header = {}
    offset = 0
    for name, array in arrays.items():
        crc = zlib.crc32(array.data)
        header[name] = Place(array.dtype.str, array.shape, offset, crc)
        offset += array.nbytes + -array.nbytes % ALIGNED
    return header


def read(path: Path, prefix: str | tuple[str, ...] = "") -> dict[str, Array]:
    """Returns the arrays of the file at `path` whose names begin so: views of the mapped file.

    Raises Damaged where a byte is not as it was written, WrongVersion for another format and
    FileNotFoundError.
    """
    with path.open("rb") as file:
        return mapped(path, file, prefix)


def mapped(path: Path, file: BinaryIO, prefix: str | tuple[str, ...] = "") -> dict[str, Array]:
    """Returns what `read` does, of a file that was opened from `path`.

    Of a file that is damaged in part, arrays that are sound can be had by their names.
    """
    if not os.fstat(file.fileno()).st_size:
        raise Damaged(path, "it is empty")
    data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    start, header = read_header(path, data)
    if not prefix:
        verify_room(path, data, start, header)
    wanted = {name: place for name, place in header.items() if name.startswith(prefix)}
    views = {name: view(path, data, start, place) for name, place in wanted.items()}
    verify(path, views, {name: place.crc for name, place in wanted.items()})
    return views


def read_header(path: Path, data: mmap.mmap) -> tuple[int, Header]:
    """Returns where the arrays begin, and the header."""
    if len(data) < PREFIX.size or data[:8] != MAGIC:
        raise Damaged(path, "it does not begin as an array file does")
    _, version, length, crc = PREFIX.unpack(data[: PREFIX.size])
    if version != FORMAT:
        raise WrongVersion(path, version, FORMAT)
    start = PREFIX.size + length
    header = data[PREFIX.size : start]
    if len(header) != length or header_crc(header) != crc:
        raise Damaged(path, "its header does not match its checksum")
    try:
        return start, msgspec.json.decode(header, type=Header)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Damaged(path, f"its header says what none says ({error})") from error


def verify_room(path: Path, data: mmap.mmap, start: int, header: Header) -> None:
    """Raises Damaged where the file is not as long as its arrays, or not zero between them."""
    end = start
    for place in header.values():
        filled = start + place.offset + place.bytes
        end = filled + -place.bytes % ALIGNED
        if any(data[filled:end]):
            raise Damaged(path, "there is something between its arrays")
    if len(data) != end:
        raise Damaged(path, "it is cut short" if len(data) < end else "it is too long")


def view(path: Path, data: mmap.mmap, start: int, place: Place) -> Array:
    """Returns the array that is at a place. Raises Damaged where it cannot be there."""
    if start + place.offset + place.bytes > len(data):
        raise Damaged(path, "it is cut short")
    if not place.bytes:
        return np.zeros(place.shape, place.dtype)
    count = math.prod(place.shape)
    return np.frombuffer(data, place.dtype, count, start + place.offset).reshape(place.shape)


def verify(path: Path, views: Arrays, crcs: Mapping[str, int]) -> None:
    """Raises Damaged where an array does not have its checksum; two threads read at once."""
    with ThreadPoolExecutor(2) as pool:
        found = pool.map(lambda name: zlib.crc32(views[name].data), crcs)
        wrong = [name for name, crc in zip(crcs, found, strict=True) if crcs[name] != crc]
    if wrong:
        raise Damaged(path, f"{', '.join(wrong)} does not match its checksum")


def ranges(starts: Array, sizes: Array) -> Array:
    """Returns the numbers of many ranges one after another, int64 (sum of `sizes`)."""
    ends = np.cumsum(sizes)
    total = int(ends[-1]) if len(ends) else 0
    numbers: Array = np.arange(total, dtype=np.int64) + np.repeat(starts - (ends - sizes), sizes)
    return numbers


def smallest(array: Array, top: int) -> Array:
    """Returns `array` in the smallest unsigned type that holds `top`."""
    return array.astype(np.min_scalar_type(top), copy=False)
