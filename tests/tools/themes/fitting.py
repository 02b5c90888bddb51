"""Weights from labelled paragraphs: logistic regression that starts from hand-made weights.

X  counts (examples, phrases), sparse      w  weights (phrases,)      b  base
y  whether each example is positive        prior  hand-made weights (phrases,)

Each fit minimises  sum of log(1 + exp(-s (Xw + b)))  +  stiffness / 2 * |w - prior|^2,
where s is 1 for positive examples and -1 for others.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import sparse
from scipy.optimize import minimize

# How firmly the weights of polarities are held to 0.
HELD = {"word": 5.0, "sign": 0.1}


@dataclass(frozen=True, slots=True)
class Fit:
    """Weights (phrases,) and base of one scale."""

    w: np.ndarray
    b: float


def fit(x: sparse.csr_matrix, y: np.ndarray, prior: np.ndarray, stiffness: float, keep: int) -> Fit:
    """Returns the `keep` weights that tell most, learnt without the others, which are 0."""
    all_of_them = fit_all(x, y, prior, stiffness)
    telling = np.abs(all_of_them.w) * np.sqrt(times(x))
    kept = np.sort(np.argsort(-telling)[:keep])
    again = fit_all(x[:, kept], y, prior[kept], stiffness)
    w = np.zeros(len(prior))
    w[kept] = again.w
    return Fit(w, again.b)


def times(x: sparse.csr_matrix) -> np.ndarray:
    """Returns how many examples hold each phrase, and one more."""
    return np.asarray((x > 0).sum(axis=0)).ravel() + 1


def fit_all(x: sparse.csr_matrix, y: np.ndarray, prior: np.ndarray, stiffness: float) -> Fit:
    """Returns the weights that fit best."""
    side, transposed = np.where(y, 1.0, -1.0), x.T.tocsr()

    def loss(v: np.ndarray) -> tuple[float, np.ndarray]:
        moved, margin = v[:-1] - prior, side * (x @ v[:-1] + v[-1])
        slope = -side / (1 + np.exp(margin.clip(-50, 50)))
        cost = np.logaddexp(0, -margin).sum() + stiffness / 2 * (moved @ moved)
        return cost, np.append(transposed @ slope + stiffness * moved, slope.sum())

    best = minimize(loss, np.append(prior, 0.0), jac=True, method="L-BFGS-B")
    return Fit(best.x[:-1], float(best.x[-1]))


def verdicts(
    words: sparse.csr_matrix, signs: np.ndarray, polarity: np.ndarray, keep: int
) -> np.ndarray:
    """Returns weights (phrases + signs + 1, polarities), bases last, of a multinomial regression.

    The `keep` phrases that tell most have weights, learnt without the others.
    """
    phrases = words.shape[1]
    first = regression(words, signs, polarity)
    telling = np.abs(first[:phrases]).max(axis=1) * np.sqrt(times(words))
    kept = np.sort(np.argsort(-telling)[:keep])
    again = regression(words[:, kept], signs, polarity)
    weights = np.zeros_like(first)
    weights[kept], weights[phrases:] = again[:keep], again[keep:]
    return weights


def regression(words: sparse.csr_matrix, signs: np.ndarray, polarity: np.ndarray) -> np.ndarray:
    """Returns the weights (columns of `words` and of `signs` + 1, polarities) that fit best."""
    x = sparse.hstack((words, signs, np.ones((len(signs), 1)))).tocsr()
    held = np.repeat((HELD["word"], HELD["sign"], 0), (words.shape[1], signs.shape[1], 1))[:, None]
    transposed, truth = x.T.tocsr(), np.eye(int(polarity.max()) + 1)[polarity]

    def loss(v: np.ndarray) -> tuple[float, np.ndarray]:
        weights = v.reshape(x.shape[1], -1)
        scores = x @ weights
        scores -= scores.max(axis=1, keepdims=True)
        logs = scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))
        cost = -(truth * logs).sum() + (held * weights**2).sum() / 2
        return cost, (transposed @ (np.exp(logs) - truth) + held * weights).ravel()

    start = np.zeros(x.shape[1] * truth.shape[1])
    best = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 150})
    return best.x.reshape(x.shape[1], -1)
