"""Array operations give what plain Python gives."""

from collections import Counter
from itertools import accumulate, groupby

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.segments.numeric import (
    concatenate,
    concatenate_ranges,
    count_runs,
    least,
    radix_argsort,
    run_bounds,
    sum_by_number,
    to_narrowest,
)


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 4)), max_size=6))
def test_ranges_one_after_another(pairs):
    starts, sizes = np.array(pairs, np.int64).reshape(-1, 2).T
    expected = [number for start, size in pairs for number in range(start, start + size)]
    assert concatenate_ranges(starts, sizes).tolist() == expected


@pytest.mark.parametrize(("numbers", "expected"), [([3, 2, 5], 2), ([0, 1], 0), ([], 0)])
def test_the_least_of_numbers(numbers, expected):
    assert least(np.array(numbers, np.int64)) == expected


@pytest.mark.parametrize(
    ("maximum", "dtype"), [(0, "u1"), (255, "u1"), (256, "u2"), (65535, "u2"), (65536, "u4")]
)
def test_the_narrowest_dtype_holds_the_maximum(maximum, dtype):
    narrowed = to_narrowest(np.array([0, maximum]), maximum)
    assert narrowed.dtype == dtype
    assert narrowed.tolist() == [0, maximum]


@given(st.data(), st.sampled_from([np.uint8, np.uint16, np.uint32]))
def test_the_radix_sort_is_the_stable_order(data, dtype):
    numbers = st.integers(0, int(np.iinfo(dtype).max)) | st.integers(0, 3)
    codes = np.array(data.draw(st.lists(numbers, max_size=20)), dtype)
    assert radix_argsort(codes).tolist() == np.argsort(codes, kind="stable").tolist()


@given(st.lists(st.integers(0, 2), max_size=20))
def test_runs_of_equal_numbers_have_bounds(numbers):
    sizes = [len(list(run)) for _, run in groupby(numbers)]
    assert run_bounds(np.array(numbers, np.intp)).tolist() == [0, *accumulate(sizes)]


@given(st.lists(st.integers(0, 5), max_size=20))
def test_runs_of_equal_numbers_are_counted(numbers):
    distinct, counts = count_runs(np.array(sorted(numbers), np.intp))
    assert list(zip(distinct.tolist(), counts.tolist(), strict=True)) == sorted(
        Counter(numbers).items()
    )


@given(st.lists(st.tuples(st.integers(0, 7), st.integers(1, 300)), max_size=20))
def test_weights_are_summed_by_number(pairs):
    numbers, weights = np.array(pairs, np.int64).reshape(-1, 2).T
    expected = Counter()
    for number, weight in pairs:
        expected[number] += weight
    distinct, sums = sum_by_number(numbers, weights, 8)
    assert dict(zip(distinct.tolist(), sums.tolist(), strict=True)) == expected
    assert distinct.tolist() == sorted(expected)


@pytest.mark.parametrize(
    ("parts", "dtype", "expected"),
    [([], np.int32, []), ([[1, 2]], None, [1, 2]), ([[1], [], [2, 3]], np.int32, [1, 2, 3])],
)
def test_parts_one_after_another(parts, dtype, expected):
    whole = concatenate([np.array(part, np.int64) for part in parts], dtype)
    assert whole.tolist() == expected
    assert whole.dtype == (dtype or np.int64)


def test_a_single_part_is_not_copied():
    part = np.arange(3)
    assert concatenate([part]) is part
    assert np.shares_memory(concatenate([part], part.dtype), part)
