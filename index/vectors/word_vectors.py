"""Which words keep company: learnt from a collection's own paragraphs, so that near meanings rank.

Vectors of stems, from how much more often two stand within a window than chance would have them:
positive pointwise mutual information with smoothed contexts, cut to its largest eigenvectors
(Levy, Goldberg and Dagan 2015, "Improving distributional similarity", sections 2 and 3).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from index.segments.arrays import Array

WINDOW = 10  # learnt words to each side; a paragraph has about 40 of them
MOST_STEMS = 3000
MOST_TOKENS = 1_000_000  # more paragraphs than that are sampled: the statistics no longer change
LEAST_PARAGRAPHS = 4
MOST_SHARE = 0.3  # a stem of more paragraphs than that keeps company with all others
DIMENSIONS = 64
SMOOTHING = 0.75
STEP = 2  # distances counted at once, to bound the memory of the pairs


@dataclass(frozen=True, slots=True)
class Tokens:
    """Words of paragraphs, one after another: `stems` rows of a lexicon, `docs` rising; int32."""

    stems: Array
    docs: Array


def learn(tokens: Tokens, frequencies: Array) -> tuple[Array, Array]:
    """Return the rows of the stems that were learnt, int32 (v), and their vectors, float32 (v, d).

    `frequencies` are the paragraphs of each stem. Vectors have length 1; there are none (v is 0)
    where the collection is too small to learn from.
    """
    rows = learnable(frequencies, int(tokens.docs.max(initial=-1)) + 1)
    if len(rows) <= DIMENSIONS:
        return rows[:0], np.zeros((0, DIMENSIONS), np.float32)
    learnt = numbered(sampled(tokens), rows, len(frequencies))
    return rows, factors(association(pairs(learnt, len(rows))))


def learnable(frequencies: Array, paragraphs: int) -> Array:
    """Return the rows of the most frequent stems, in enough but not too many, rising."""
    fit = (frequencies >= LEAST_PARAGRAPHS) & (frequencies <= MOST_SHARE * paragraphs)
    rows = np.flatnonzero(fit)
    order = np.argsort(-frequencies[rows], kind="stable")[:MOST_STEMS]
    return np.sort(rows[order]).astype(np.int32)


def sampled(tokens: Tokens) -> Tokens:
    """Return all tokens, or those of every k-th paragraph where there are too many."""
    every = -(-len(tokens.stems) // MOST_TOKENS)
    if every <= 1:
        return tokens
    kept = tokens.docs % every == 0  # reports lie one after another: every report gives some
    return Tokens(tokens.stems[kept], tokens.docs[kept])


def numbered(tokens: Tokens, rows: Array, size: int) -> Tokens:
    """Return the tokens that are learnt, with their place among `rows` as stems."""
    number = np.full(size, -1, np.int32)
    number[rows] = np.arange(len(rows), dtype=np.int32)
    stems = number[tokens.stems]
    known = stems >= 0
    return Tokens(stems[known], tokens.docs[known])


def pairs(tokens: Tokens, size: int) -> Array:
    """Return how often two stems stand within the window in one paragraph, float32 (size, size)."""
    total = np.zeros(size * size, np.float32)
    for first in range(1, WINDOW + 1, STEP):
        keys = [
            keys_at(tokens, distance, size)
            for distance in range(first, min(first + STEP, WINDOW + 1))
        ]
        total += np.bincount(np.concatenate(keys), minlength=size * size)
    square: Array = total.reshape(size, size)
    both: Array = square + square.T
    return both


def keys_at(tokens: Tokens, distance: int, size: int) -> Array:
    """Return one number for each pair of stems that stand `distance` apart in a paragraph."""
    same = tokens.docs[:-distance] == tokens.docs[distance:]
    left, right = tokens.stems[:-distance][same], tokens.stems[distance:][same]
    keys: Array = left * np.int32(size) + right
    return keys


def association(together: Array) -> Array:
    """Return the positive pointwise mutual information of pair counts, float32 (size, size).

    The counts are overwritten: copies of so large a square would be the peak of a commit's memory.
    """
    each = together.sum(axis=1)
    context = each**SMOOTHING
    with np.errstate(divide="ignore", invalid="ignore"):
        expected = np.outer(each, context / context.sum())  # of none where no stems meet
        np.divide(together, expected, out=together)
        np.log(together, out=together)
    np.nan_to_num(together, copy=False, nan=0.0, neginf=0.0)
    found: Array = np.maximum(together, 0.0, out=together)
    return found


def factors(matrix: Array, rounds: int = 3) -> Array:
    """Return rows of length 1 whose products approximate a matrix, float32 (size, DIMENSIONS).

    By subspace iteration from a fixed start (Halko, Martinsson and Tropp 2011, algorithm 4.4).
    """
    start = np.random.default_rng(0).standard_normal((len(matrix), DIMENSIONS + 8))
    basis, _ = principal(matrix @ start.astype(np.float32))
    for _ in range(rounds - 1):
        basis, _ = principal(matrix.T @ (matrix @ basis))
    left, strengths = principal(matrix @ basis)
    vectors = left[:, :DIMENSIONS] * np.sqrt(strengths[:DIMENSIONS])
    lengths: Array = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit: Array = vectors / np.maximum(lengths, 1e-9)
    return unit


def principal(tall: Array) -> tuple[Array, Array]:
    """Return the left singular vectors of a tall matrix and its singular values, largest first.

    From the eigenvectors of its small Gram matrix: numpy's own QR and SVD of tall matrices take
    many times as long where other processes share the cores.
    """
    values, vectors = np.linalg.eigh((tall.T @ tall).astype(np.float64))
    strengths = np.sqrt(np.maximum(values[::-1], 1e-12 * max(values[-1], 1e-12)))
    left: Array = tall @ (vectors[:, ::-1] / strengths).astype(np.float32)
    return left, strengths.astype(np.float32)
