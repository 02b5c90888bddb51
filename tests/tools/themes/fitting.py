"""Weights from labelled paragraphs: logistic regression that starts from hand-made weights.

X  counts (examples, phrases), sparse      w  weights (phrases,)      b  base
y  whether each example is positive        prior  hand-made weights (phrases,)
c  how much each example counts

Each fit minimises  sum of c log(1 + exp(-s (Xw + b)))  +  stiffness / 2 * |w - prior|^2,
where s is 1 for positive examples and -1 for others.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import sparse
from scipy.optimize import minimize

# How firmly the weights of polarities are held to 0.
HELD = {"word": 10.0, "sign": 0.1}


@dataclass(frozen=True, slots=True)
class Fit:
    """Weights (phrases,) and base of one scale."""

    w: np.ndarray
    b: float


@dataclass(frozen=True, slots=True)
class Examples:
    """What a scale is learnt from: `x` (examples, phrases), and `y` and `c` (examples,)."""

    x: sparse.csr_matrix
    y: np.ndarray
    c: np.ndarray


def fit(known: Examples, prior: np.ndarray, stiffness: float, keep: int) -> Fit:
    """Returns the `keep` weights that tell most, learnt without the others, which are 0."""
    x = known.x
    all_of_them = fit_all(known, prior, stiffness)
    telling = np.abs(all_of_them.w) * np.sqrt(times(x))
    kept = np.sort(np.argsort(-telling)[:keep])
    again = fit_all(Examples(x[:, kept], known.y, known.c), prior[kept], stiffness)
    w = np.zeros(len(prior))
    w[kept] = again.w
    return Fit(w, again.b)


def times(x: sparse.csr_matrix) -> np.ndarray:
    """Returns how many examples hold each phrase, and one more."""
    return np.asarray((x > 0).sum(axis=0)).ravel() + 1


def fit_all(known: Examples, prior: np.ndarray, stiffness: float) -> Fit:
    """Returns the weights that fit best."""
    x, c, side, transposed = known.x, known.c, np.where(known.y, 1.0, -1.0), known.x.T.tocsr()

    def loss(v: np.ndarray) -> tuple[float, np.ndarray]:
        moved, margin = v[:-1] - prior, side * (x @ v[:-1] + v[-1])
        slope = -side * c / (1 + np.exp(margin.clip(-50, 50)))
        cost = c @ np.logaddexp(0, -margin) + stiffness / 2 * (moved @ moved)
        return cost, np.append(transposed @ slope + stiffness * moved, slope.sum())

    best = minimize(loss, np.append(prior, 0.0), jac=True, method="L-BFGS-B")
    return Fit(best.x[:-1], float(best.x[-1]))


def verdicts(known: Examples, signs: np.ndarray, keep: int) -> np.ndarray:
    """Returns weights (phrases + signs + 1, polarities), bases last, of a multinomial regression.

    `known.y` are places of polarities. The `keep` phrases that tell most have weights, learnt
    without the others.
    """
    words, phrases = known.x, known.x.shape[1]
    first = regression(known, signs)
    telling = np.abs(first[:phrases]).max(axis=1) * np.sqrt(times(words))
    kept = np.sort(np.argsort(-telling)[:keep])
    again = regression(Examples(words[:, kept], known.y, known.c), signs)
    weights = np.zeros_like(first)
    weights[kept], weights[phrases:] = again[: len(kept)], again[len(kept) :]
    return weights


def regression(known: Examples, signs: np.ndarray) -> np.ndarray:
    """Returns the weights (phrases + signs + 1, polarities) that fit best."""
    words, counts = known.x, known.c[:, None]
    x = sparse.hstack((words, signs, np.ones((len(signs), 1)))).tocsr()
    held = np.repeat((HELD["word"], HELD["sign"], 0), (words.shape[1], signs.shape[1], 1))[:, None]
    transposed, truth = x.T.tocsr(), np.eye(int(known.y.max()) + 1)[known.y]

    def loss(v: np.ndarray) -> tuple[float, np.ndarray]:
        weights = v.reshape(x.shape[1], -1)
        scores = x @ weights
        scores -= scores.max(axis=1, keepdims=True)
        logs = scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))
        cost = -(counts * truth * logs).sum() + (held * weights**2).sum() / 2
        return cost, (transposed @ (counts * (np.exp(logs) - truth)) + held * weights).ravel()

    start = np.zeros(x.shape[1] * truth.shape[1])
    best = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 150})
    return best.x.reshape(x.shape[1], -1)
