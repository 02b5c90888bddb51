"""Word vectors learnt from a collection's own paragraphs: PPMI, then a truncated SVD.

Stems that occur in the same contexts get similar vectors, so that near meanings rank. The weight
of a pair is its positive pointwise mutual information within a window, with context distribution
smoothing (Levy, Goldberg and Dagan 2015, "Improving distributional similarity with lessons learned
from word embeddings", sections 2 and 3). The SVD is randomized: subspace iteration after Halko,
Martinsson and Tropp 2011, "Finding structure with randomness", algorithm 4.4.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from index.segments.arrays import Array

WINDOW_WORDS = 10  # to each side, of the vocabulary alone; a paragraph has about 40 of those
MAX_VECTOR_STEMS = 3000
MAX_TOKENS = 1_000_000  # beyond that paragraphs are sampled: the statistics no longer change
MIN_PARAGRAPHS = 4
MAX_PARAGRAPH_SHARE = 0.3  # a stem of more paragraphs than that occurs with all others
DIMENSIONS = 64
OVERSAMPLING = 8  # more dimensions than are kept, as Halko et al. advise
SMOOTHING_EXPONENT = 0.75
DISTANCES_AT_ONCE = 2  # bounds the memory of the pairs


@dataclass(frozen=True, slots=True)
class Tokens:
    """Words of paragraphs, one after another: `stems` rows of a lexicon, `docs` rising; int32."""

    stems: Array
    docs: Array


def train_word_vectors(tokens: Tokens, frequencies: Array) -> tuple[Array, Array]:
    """Return the rows of the stems with vectors, int32 (v), and their vectors, float32 (v, d).

    `frequencies` are the numbers of paragraphs of each stem. Vectors have length 1. There are none
    (v is 0) if the collection is too small to learn from.
    """
    rows = select_stems(frequencies, int(tokens.docs.max(initial=-1)) + 1)
    if len(rows) <= DIMENSIONS:
        return rows[:0], np.zeros((0, DIMENSIONS), np.float32)
    sample = renumber_stems(sample_paragraphs(tokens), rows, len(frequencies))
    return rows, factorize(to_ppmi(count_pairs(sample, len(rows))))


def select_stems(frequencies: Array, paragraphs: int) -> Array:
    """Return the rows of the most frequent stems, in enough paragraphs but not too many, rising."""
    eligible = (frequencies >= MIN_PARAGRAPHS) & (frequencies <= MAX_PARAGRAPH_SHARE * paragraphs)
    rows = np.flatnonzero(eligible)
    order = np.argsort(-frequencies[rows], kind="stable")[:MAX_VECTOR_STEMS]
    return np.sort(rows[order]).astype(np.int32)


def sample_paragraphs(tokens: Tokens) -> Tokens:
    """Return all tokens, or those of every k-th paragraph if there are more than MAX_TOKENS.

    A systematic sample: reports lie one after another, so each report contributes.
    """
    interval = -(-len(tokens.stems) // MAX_TOKENS)
    if interval <= 1:
        return tokens
    sampled = tokens.docs % interval == 0
    return Tokens(tokens.stems[sampled], tokens.docs[sampled])


def renumber_stems(tokens: Tokens, rows: Array, size: int) -> Tokens:
    """Return the tokens whose stems are among `rows`, with their place there as stems."""
    place = np.full(size, -1, np.int32)
    place[rows] = np.arange(len(rows), dtype=np.int32)
    stems = place[tokens.stems]
    selected = stems >= 0
    return Tokens(stems[selected], tokens.docs[selected])


def count_pairs(tokens: Tokens, size: int) -> Array:
    """Return how often two stems occur within a window of a paragraph, float32 (size, size)."""
    counts = np.zeros(size * size, np.float32)
    for first in range(1, WINDOW_WORDS + 1, DISTANCES_AT_ONCE):
        keys = [
            pair_keys(tokens, distance, size)
            for distance in range(first, min(first + DISTANCES_AT_ONCE, WINDOW_WORDS + 1))
        ]
        counts += np.bincount(np.concatenate(keys), minlength=size * size)
    before: Array = counts.reshape(size, size)
    symmetric: Array = before + before.T
    return symmetric


def pair_keys(tokens: Tokens, distance: int, size: int) -> Array:
    """Return `left * size + right` for each pair of stems `distance` apart in a paragraph."""
    same = tokens.docs[:-distance] == tokens.docs[distance:]
    left, right = tokens.stems[:-distance][same], tokens.stems[distance:][same]
    keys: Array = left * np.int32(size) + right
    return keys


def to_ppmi(counts: Array) -> Array:
    """Turn pair counts into their positive pointwise mutual information, float32 (size, size).

    The counts are overwritten: copies of so large a matrix would be a commit's peak of memory.
    """
    totals = counts.sum(axis=1)
    contexts = totals**SMOOTHING_EXPONENT
    with np.errstate(divide="ignore", invalid="ignore"):  # a stem may have no pairs
        expected = np.outer(totals, contexts / contexts.sum())
        np.divide(counts, expected, out=counts)
        np.log(counts, out=counts)
    np.nan_to_num(counts, copy=False, nan=0.0, neginf=0.0)
    ppmi: Array = np.maximum(counts, 0.0, out=counts)
    return ppmi


def factorize(matrix: Array, iterations: int = 3) -> Array:
    """Return rows of length 1 whose products approximate a matrix, float32 (size, DIMENSIONS).

    The left singular vectors times the square roots of the singular values, from a randomized SVD
    with a fixed seed.
    """
    shape = len(matrix), DIMENSIONS + OVERSAMPLING
    start = np.random.default_rng(0).standard_normal(shape)
    basis, _ = left_singular(matrix @ start.astype(np.float32))
    for _ in range(iterations - 1):
        basis, _ = left_singular(matrix.T @ (matrix @ basis))
    left, strengths = left_singular(matrix @ basis)
    vectors = left[:, :DIMENSIONS] * np.sqrt(strengths[:DIMENSIONS])
    lengths: Array = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit: Array = vectors / np.maximum(lengths, 1e-9)
    return unit


def left_singular(tall: Array) -> tuple[Array, Array]:
    """Return the left singular vectors of a tall matrix and its singular values, largest first.

    From the eigenvectors of its small Gram matrix: numpy's own QR and SVD of tall matrices take
    many times as long while other processes use the cores.
    """
    values, vectors = np.linalg.eigh((tall.T @ tall).astype(np.float64))
    strengths = np.sqrt(np.maximum(values[::-1], 1e-12 * max(values[-1], 1e-12)))
    left: Array = tall @ (vectors[:, ::-1] / strengths).astype(np.float32)
    return left, strengths.astype(np.float32)
