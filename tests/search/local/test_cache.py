"""Arrays kept between queries: the least recently used go first, and nothing is free."""

import numpy as np
import pytest

from search.local.cache import ENTRY_BYTES, ArrayCache


def zeros(size):
    return lambda: np.zeros(size, np.uint8)


@pytest.mark.parametrize(
    ("keys", "remaining"),
    [
        (["a", "b"], "ab"),
        (["a", "b", "c"], "abc"),
        (["a", "b", "c", "d", "e"], "bcde"),
        (["a", "b", "c", "d", "a", "e"], "cdae"),
        (["large"], ""),
    ],
    ids=["two", "three", "the first goes", "the one not used goes", "over a quarter of all"],
)
def test_the_least_recently_used_entry_goes(keys, remaining):
    size = ENTRY_BYTES + 10
    cache = ArrayCache(4 * size)
    for key in keys:
        cache.get(key, zeros(11 if key == "large" else 10))
    assert cache.bytes == size * len(remaining)
    computed = []
    for key in remaining:
        cache.get(key, lambda key=key: computed.append(key) or zeros(10)())
    assert computed == []


def test_empty_arrays_go_too():
    cache = ArrayCache(100 * ENTRY_BYTES)
    for word in range(1000):
        cache.get(word, zeros(0))
    assert cache.bytes <= cache.max_bytes
    assert cache.find(0) is None
