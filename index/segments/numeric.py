"""Array operations that numpy lacks: many ranges at once, runs of equal numbers, a radix sort."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import DTypeLike

from index.segments.arrays import Array


def least(numbers: Array) -> int:
    """Return the least of `numbers`, 0 if there are none."""
    return int(numbers.min()) if len(numbers) else 0


def concatenate(parts: Sequence[Array], dtype: DTypeLike | None = None) -> Array:
    """Return the parts one after another, as `dtype` if given; without a copy where possible."""
    if not parts:
        return np.zeros(0, dtype)
    whole = parts[0] if len(parts) == 1 else np.concatenate(parts)
    return whole if dtype is None else whole.astype(dtype, copy=False)


def concatenate_ranges(starts: Array, sizes: Array) -> Array:
    """Return the numbers of many ranges one after another, int64 (sum of `sizes`)."""
    ends = np.cumsum(sizes)
    total = int(ends[-1]) if len(ends) else 0
    numbers: Array = np.arange(total, dtype=np.int64) + np.repeat(starts - (ends - sizes), sizes)
    return numbers


def to_narrowest(array: Array, maximum: int) -> Array:
    """Return `array` in the narrowest unsigned dtype that holds `maximum`."""
    return array.astype(np.min_scalar_type(maximum), copy=False)


def radix_argsort(codes: Array) -> Array:
    """Return the stable order of unsigned `codes` of up to 32 bits, int64.

    A radix sort, least significant 16 bits first: numpy sorts uint16 by counting, in linear time.
    """
    rows = np.argsort(codes.astype(np.uint16), kind="stable")
    if codes.dtype.itemsize > 2:
        rows = rows[np.argsort((codes >> 16).astype(np.uint16)[rows], kind="stable")]
    return rows


def run_bounds(numbers: Array) -> Array:
    """Return where each run of equal `numbers` begins, and last where all end, intp (runs + 1)."""
    if not len(numbers):
        return np.zeros(1, np.intp)
    inner = (numbers[1:] != numbers[:-1]).nonzero()[0]
    bounds = np.empty(len(inner) + 2, np.intp)
    bounds[0], bounds[-1] = 0, len(numbers)
    np.add(inner, 1, out=bounds[1:-1])
    return bounds


def count_runs(numbers: Array) -> tuple[Array, Array]:
    """Return each of the rising `numbers` once, and how often it occurs, intp."""
    bounds = run_bounds(numbers)
    return numbers[bounds[:-1]], bounds[1:] - bounds[:-1]


def sum_by_number(numbers: Array, weights: Array, size: int) -> tuple[Array, Array]:
    """Return each of `numbers` once, rising, and the sum of its positive `weights`, int64.

    All numbers are less than `size`.
    """
    totals = np.bincount(numbers, weights, minlength=size)
    distinct = np.flatnonzero(totals)
    return distinct, totals[distinct].astype(np.int64)
