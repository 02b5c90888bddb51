"""Named numpy arrays in one checksummed file, memory-mapped: the only file format of our own.

A file holds a magic, the format version, the length and the checksum of a JSON header, the header
(name -> dtype, shape, offset, CRC-32), then each array at a multiple of 64 bytes. Everything is
little-endian. Nothing in the file is code.
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

EXTENSION = ".arr"
MAGIC = b"EVIDENCE"
FORMAT_VERSION = 4
READABLE_FORMATS = (
    1,
    2,
    3,
    4,
)  # what older ones lack is made as it is read: `index.segments.upgrade`
PREFIX = struct.Struct("<8sIII")  # magic, format version, header length, header checksum
ALIGNMENT_BYTES = 64
CHECKSUM_THREADS = 2

Array = NDArray[Any]
Arrays = Mapping[str, Array]
Count = Annotated[int, msgspec.Meta(ge=0, lt=1 << 48)]


class ArrayEntry(NamedTuple):
    """The header's entry for one array; `offset` is in bytes, counted from the header's end."""

    dtype: Annotated[str, msgspec.Meta(pattern=r"\A([<|][iu][1248]|<f[248]|\|b1)\Z")]
    shape: Annotated[tuple[Count, ...], msgspec.Meta(max_length=2)]
    offset: Count
    crc: Count

    @property
    def nbytes(self) -> int:
        """The size of the array in bytes."""
        return math.prod(self.shape) * np.dtype(self.dtype).itemsize


Header = dict[str, ArrayEntry]


def write_arrays(path: Path, arrays: Arrays) -> None:
    """Write `arrays` to a new file at `path`; they are on the disk when this returns.

    Raise FileExistsError if there is such a file.
    """
    contiguous = {
        name: np.ascontiguousarray(to_little_endian(array)) for name, array in arrays.items()
    }
    header = msgspec.json.encode(build_header(contiguous))
    header += b" " * (-(PREFIX.size + len(header)) % ALIGNMENT_BYTES)
    with path.open("xb") as file:
        file.write(PREFIX.pack(MAGIC, FORMAT_VERSION, len(header), header_checksum(header)))
        file.write(header)
        for array in contiguous.values():
            file.write(array.data)
            file.write(b"\0" * (-array.nbytes % ALIGNMENT_BYTES))
        sync_file(file)


def sync_file(file: BinaryIO) -> None:
    """Put what was written to a file on the disk."""
    file.flush()
    os.fsync(file.fileno())


def header_checksum(header: bytes) -> int:
    """Return the CRC-32 of a header, seeded with the magic: a file of zeros does not match it."""
    return zlib.crc32(header, zlib.crc32(MAGIC))


def to_little_endian(array: Array) -> Array:
    """Return `array` in little-endian byte order, without a copy if it already is."""
    return array.astype(array.dtype.newbyteorder("<"), copy=False)


def build_header(arrays: Arrays) -> Header:
    """Return the header of a file of `arrays`, in their order."""
    header: Header = {}
    offset = 0
    for name, array in arrays.items():
        crc = zlib.crc32(array.data)
        header[name] = ArrayEntry(array.dtype.str, array.shape, offset, crc)
        offset += array.nbytes + -array.nbytes % ALIGNMENT_BYTES
    return header


def read_arrays(path: Path, prefix: str | tuple[str, ...] = "") -> dict[str, Array]:
    """Return the arrays of the file at `path` whose names begin with `prefix`, memory-mapped.

    Raise Damaged if a byte is not as it was written, WrongVersion for another format, and
    FileNotFoundError.
    """
    with path.open("rb") as file:
        return map_arrays(path, file, prefix)


def read_format(path: Path) -> int:
    """Return the format of the file at `path`, one that `read_arrays` has read."""
    with path.open("rb") as file:
        return int(PREFIX.unpack(file.read(PREFIX.size))[1])


def map_arrays(path: Path, file: BinaryIO, prefix: str | tuple[str, ...] = "") -> dict[str, Array]:
    """Return what `read_arrays` returns, from a file that was opened at `path`.

    With a prefix only the arrays asked for are verified: the sound arrays of a damaged file can
    be read by their names.
    """
    if not os.fstat(file.fileno()).st_size:
        raise Damaged(path, "it is empty")
    data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    start, header = read_header(path, data)
    if not prefix:
        verify_padding(path, data, start, header)
    wanted = {name: entry for name, entry in header.items() if name.startswith(prefix)}
    arrays = {name: view_array(path, data, start, entry) for name, entry in wanted.items()}
    verify_checksums(path, arrays, {name: entry.crc for name, entry in wanted.items()})
    return arrays


def read_header(path: Path, data: mmap.mmap) -> tuple[int, Header]:
    """Return the offset of the first array, and the header. Raise Damaged or WrongVersion."""
    if len(data) < PREFIX.size or data[:8] != MAGIC:
        raise Damaged(path, "it does not begin as an array file does")
    _, version, length, crc = PREFIX.unpack(data[: PREFIX.size])
    if version not in READABLE_FORMATS:
        raise WrongVersion(path, version, FORMAT_VERSION)
    start = PREFIX.size + length
    header = data[PREFIX.size : start]
    if len(header) != length or header_checksum(header) != crc:
        raise Damaged(path, "its header does not match its checksum")
    try:
        return start, msgspec.json.decode(header, type=Header)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Damaged(path, f"its header says what none says ({error})") from error


def verify_padding(path: Path, data: mmap.mmap, start: int, header: Header) -> None:
    """Raise Damaged unless the padding after each array is zero and the file ends with the last."""
    end = start
    for entry in header.values():
        array_end = start + entry.offset + entry.nbytes
        end = array_end + -entry.nbytes % ALIGNMENT_BYTES
        if any(data[array_end:end]):
            raise Damaged(path, "there is something between its arrays")
    if len(data) != end:
        raise Damaged(path, "it is cut short" if len(data) < end else "it is too long")


def view_array(path: Path, data: mmap.mmap, start: int, entry: ArrayEntry) -> Array:
    """Return the array of a header entry as a view of `data`. Raise Damaged if it does not fit."""
    if start + entry.offset + entry.nbytes > len(data):
        raise Damaged(path, "it is cut short")
    if not entry.nbytes:
        return np.zeros(entry.shape, entry.dtype)
    count = math.prod(entry.shape)
    return np.frombuffer(data, entry.dtype, count, start + entry.offset).reshape(entry.shape)


def verify_checksums(path: Path, arrays: Arrays, crcs: Mapping[str, int]) -> None:
    """Raise Damaged if an array does not have its CRC-32 (zlib releases the GIL: two threads)."""
    with ThreadPoolExecutor(CHECKSUM_THREADS) as pool:
        computed = pool.map(lambda name: zlib.crc32(arrays[name].data), crcs)
        wrong = [name for name, crc in zip(crcs, computed, strict=True) if crcs[name] != crc]
    if wrong:
        raise Damaged(path, f"{', '.join(wrong)} does not match its checksum")
