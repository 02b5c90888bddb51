"""Many strings as two arrays, and the row of one among sorted strings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np

from index.segments.arrays import Array, Arrays, ranges


@dataclass(frozen=True, slots=True)
class Strings:
    """Many strings in one run of UTF-8: `blob` uint8, and where each ends, `ends` int64 (n + 1)."""

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
        """Returns the strings `texts`, in order."""
        encoded = [text.encode("utf-8", "surrogatepass") for text in texts]
        ends = np.zeros(len(encoded) + 1, np.int64)
        np.cumsum([len(text) for text in encoded], out=ends[1:])
        return cls(np.frombuffer(b"".join(encoded), np.uint8), ends)

    @classmethod
    def within(cls, arrays: Arrays, name: str) -> Strings:
        """Returns the strings that `named` put into `arrays`."""
        return cls(arrays[f"{name}.blob"], arrays[f"{name}.ends"])

    def named(self, name: str) -> dict[str, Array]:
        """Returns the two arrays under the names by which `within` finds them."""
        return {f"{name}.blob": self.blob, f"{name}.ends": self.ends}

    def __len__(self) -> int:
        return len(self.ends) - 1

    def __getitem__(self, row: int) -> str:
        return str(self._bytes[self._ends[row] : self._ends[row + 1]], "utf-8", "surrogatepass")

    def some(self, rows: Iterable[int]) -> list[str]:
        """Returns the strings of `rows`, in their order."""
        held, ends = self._bytes, self._ends
        return [str(held[ends[row] : ends[row + 1]], "utf-8", "surrogatepass") for row in rows]

    def all(self) -> list[str]:
        """Returns every string, in order."""
        data, ends = self.blob.tobytes(), self.ends.tolist()
        return [data[start:end].decode("utf-8", "surrogatepass") for start, end in pairwise(ends)]

    def find(self, text: str) -> int | None:
        """Returns the row of `text` among sorted strings, None where it is none of them."""
        data = text.encode("utf-8", "surrogatepass")
        row = self.first_from(data)
        return row if row < len(self) and self.bytes(row) == data else None

    def first_from(self, data: bytes, low: int = 0) -> int:
        """Returns the first row of sorted strings, from `low` on, that is not before `data`, else
        their number; it is found the sooner, the nearer it is to a `low` that is given.
        """
        held, ends, high = self._bytes, self._ends, len(self)
        step = 1 if low else high
        while low + step < high:
            middle = low + step
            if held[ends[middle] : ends[middle + 1]].tobytes() >= data:
                high = middle
            else:
                low, step = middle, 2 * step
        while low < high:
            middle = (low + high) // 2
            if held[ends[middle] : ends[middle + 1]].tobytes() < data:
                low = middle + 1
            else:
                high = middle
        return low

    def bytes(self, row: int) -> bytes:
        """Returns one string as it lies in the blob."""
        return self._bytes[self._ends[row] : self._ends[row + 1]].tobytes()

    def take(self, rows: Array) -> Strings:
        """Returns the strings of `rows`, in their order."""
        sizes = np.diff(self.ends)[rows]
        ends = np.zeros(len(rows) + 1, np.int64)
        np.cumsum(sizes, out=ends[1:])
        return Strings(self.blob[ranges(self.ends[:-1][rows], sizes)], ends)
