"""Hash keys of runs of words: one 64-bit number per phrase, extended word by word."""

from __future__ import annotations

import numpy as np

from index.segments.arrays import Array

NO_PHRASE = np.uint64(2**64 - 1)
MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)  # odd, the golden ratio in 64 bits: spreads keys evenly


def extend_keys(keys: Array, tokens: Array) -> Array:
    """Return the keys of phrases with one more word each, uint64 (wrapping around)."""
    extended: Array = (keys ^ (tokens.astype(np.uint64) + np.uint64(1))) * MULTIPLIER
    extended ^= extended >> np.uint64(29)
    return extended


def bigram_keys(tokens: Array, words_left: Array) -> Array:
    """Return the key of each word and the one after it, uint64; NO_PHRASE for the last word of a
    paragraph. `words_left` counts the words to the end of the paragraph, itself included.
    """
    first = extend_keys(np.zeros(len(tokens), np.uint64), tokens)
    keys = extend_keys(first, np.append(tokens[1:], 0)[: len(tokens)])
    keys[words_left < 2] = NO_PHRASE
    return keys
