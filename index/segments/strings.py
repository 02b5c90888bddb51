"""Many strings as two arrays, and binary search among sorted ones."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np

from index.segments.arrays import Array, Arrays
from index.segments.numeric import concatenate_ranges


@dataclass(frozen=True, slots=True)
class Strings:
    """Many strings in one blob of UTF-8: `blob` uint8, and where each ends, `ends` int64 (n + 1).

    Lone surrogates are kept (`surrogatepass`): text of broken files must come back as it was read.
    """

    blob: Array
    ends: Array
    # The same memory, which Python reads one number or string from at a fraction of numpy's cost.
    _bytes: memoryview = field(init=False, repr=False, compare=False)
    _ends: memoryview = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_bytes", self.blob.data)
        object.__setattr__(self, "_ends", self.ends.data)

    @classmethod
    def of(cls, texts: Iterable[str]) -> Strings:
        """Return the strings `texts`, in order."""
        encoded = [text.encode("utf-8", "surrogatepass") for text in texts]
        ends = np.zeros(len(encoded) + 1, np.int64)
        np.cumsum([len(text) for text in encoded], out=ends[1:])
        return cls(np.frombuffer(b"".join(encoded), np.uint8), ends)

    @classmethod
    def from_arrays(cls, arrays: Arrays, name: str) -> Strings:
        """Return the strings that `to_arrays` stored under `name`."""
        return cls(arrays[f"{name}.blob"], arrays[f"{name}.ends"])

    def to_arrays(self, name: str) -> dict[str, Array]:
        """Return the two arrays, under the names that `from_arrays` looks for."""
        return {f"{name}.blob": self.blob, f"{name}.ends": self.ends}

    @classmethod
    def concatenate(cls, parts: Iterable[Strings]) -> Strings:
        """Return the strings of all parts, one part after another."""
        parts = list(parts)
        sizes = [np.diff(part.ends) for part in parts]
        ends = np.append(0, np.cumsum(np.concatenate(sizes))).astype(np.int64)
        return cls(np.concatenate([part.blob for part in parts]), ends)

    def __len__(self) -> int:
        return len(self.ends) - 1

    def __getitem__(self, row: int) -> str:
        return str(self._bytes[self._ends[row] : self._ends[row + 1]], "utf-8", "surrogatepass")

    def get_many(self, rows: Iterable[int]) -> list[str]:
        """Return the strings of `rows`, in their order."""
        data, ends = self._bytes, self._ends
        return [str(data[ends[row] : ends[row + 1]], "utf-8", "surrogatepass") for row in rows]

    def all(self) -> list[str]:
        """Return every string, in order."""
        data, ends = self.blob.tobytes(), self.ends.tolist()
        return [data[start:end].decode("utf-8", "surrogatepass") for start, end in pairwise(ends)]

    def find(self, text: str) -> int | None:
        """Return the row of `text` among sorted strings, None if it is not one of them."""
        data = text.encode("utf-8", "surrogatepass")
        row = self.first_from(data)
        return row if row < len(self) and self.bytes(row) == data else None

    def first_from(self, data: bytes, low: int = 0) -> int:
        """Return the first row of sorted strings that is not less than `data`, else their number.

        `low` is a row known not to be greater than the answer. The search gallops from there: its
        steps grow with the logarithm of the distance (Bentley and Yao 1976, unbounded search).
        """
        strings, ends, high = self._bytes, self._ends, len(self)
        step = 1 if low else high
        while low + step < high:
            middle = low + step
            if strings[ends[middle] : ends[middle + 1]].tobytes() >= data:
                high = middle
            else:
                low, step = middle, 2 * step
        while low < high:
            middle = (low + high) // 2
            if strings[ends[middle] : ends[middle + 1]].tobytes() < data:
                low = middle + 1
            else:
                high = middle
        return low

    def bytes(self, row: int) -> bytes:
        """Return one string as UTF-8."""
        return self._bytes[self._ends[row] : self._ends[row + 1]].tobytes()

    def take(self, rows: Array) -> Strings:
        """Return the strings of `rows`, in their order, as Strings."""
        sizes = np.diff(self.ends)[rows]
        ends = np.zeros(len(rows) + 1, np.int64)
        np.cumsum(sizes, out=ends[1:])
        return Strings(self.blob[concatenate_ranges(self.ends[:-1][rows], sizes)], ends)
