"""Fit weights to labelled paragraphs: L2-regularised logistic regression around a prior.

x  counts (examples, phrases), sparse      w  weights (phrases,)      b  bias
y  whether each example is positive        prior  hand-made weights (phrases,)
c  how much each example counts

Each fit minimises  sum of c log(1 + exp(-s (xw + b)))  +  stiffness / 2 * |w - prior|^2,
where s is 1 for positive examples and -1 for others, by L-BFGS.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import sparse
from scipy.optimize import minimize

# How firmly the weights of polarities are drawn to 0.
POLARITY_STIFFNESS = {"word": 10.0, "feature": 0.1}


@dataclass(frozen=True, slots=True)
class FittedModel:
    """Weights (phrases,) and bias of one logistic model."""

    w: np.ndarray
    b: float


@dataclass(frozen=True, slots=True)
class Examples:
    """What a model is fitted to: `x` (examples, phrases), and `y` and `c` (examples,)."""

    x: sparse.csr_matrix
    y: np.ndarray
    c: np.ndarray


def fit_sparsely(
    examples: Examples, prior: np.ndarray, stiffness: float, max_weights: int
) -> FittedModel:
    """Return the weights that tell most, fitted again without the others, which are 0."""
    x = examples.x
    telling = np.abs(fit(examples, prior, stiffness).w) * np.sqrt(count_examples(x))
    chosen = np.sort(np.argsort(-telling)[:max_weights])
    model = fit(Examples(x[:, chosen], examples.y, examples.c), prior[chosen], stiffness)
    w = np.zeros(len(prior))
    w[chosen] = model.w
    return FittedModel(w, model.b)


def count_examples(x: sparse.csr_matrix) -> np.ndarray:
    """Return how many examples hold each phrase, plus one."""
    return np.asarray((x > 0).sum(axis=0)).ravel() + 1


def fit(examples: Examples, prior: np.ndarray, stiffness: float) -> FittedModel:
    """Return the weights and bias that fit best."""
    x, c = examples.x, examples.c
    sign, transposed = np.where(examples.y, 1.0, -1.0), x.T.tocsr()

    def loss(v: np.ndarray) -> tuple[float, np.ndarray]:
        deviation, margin = v[:-1] - prior, sign * (x @ v[:-1] + v[-1])
        slope = -sign * c / (1 + np.exp(margin.clip(-50, 50)))
        cost = c @ np.logaddexp(0, -margin) + stiffness / 2 * (deviation @ deviation)
        return cost, np.append(transposed @ slope + stiffness * deviation, slope.sum())

    best = minimize(loss, np.append(prior, 0.0), jac=True, method="L-BFGS-B")
    return FittedModel(best.x[:-1], float(best.x[-1]))


def fit_polarities(examples: Examples, features: np.ndarray, max_weights: int) -> np.ndarray:
    """Return weights (phrases + features + 1, polarities), biases last, of a multinomial fit.

    `examples.y` are places of polarities. The `max_weights` phrases that tell most have weights,
    fitted again without the others.
    """
    words, phrases = examples.x, examples.x.shape[1]
    first = fit_multinomial(examples, features)
    telling = np.abs(first[:phrases]).max(axis=1) * np.sqrt(count_examples(words))
    chosen = np.sort(np.argsort(-telling)[:max_weights])
    again = fit_multinomial(Examples(words[:, chosen], examples.y, examples.c), features)
    weights = np.zeros_like(first)
    weights[chosen], weights[phrases:] = again[: len(chosen)], again[len(chosen) :]
    return weights


def fit_multinomial(examples: Examples, features: np.ndarray) -> np.ndarray:
    """Return the weights (phrases + features + 1, polarities) that fit best (softmax)."""
    words, counts = examples.x, examples.c[:, None]
    x = sparse.hstack((words, features, np.ones((len(features), 1)))).tocsr()
    stiffness = np.repeat(
        (POLARITY_STIFFNESS["word"], POLARITY_STIFFNESS["feature"], 0),
        (words.shape[1], features.shape[1], 1),
    )[:, None]
    transposed, truth = x.T.tocsr(), np.eye(int(examples.y.max()) + 1)[examples.y]

    def loss(v: np.ndarray) -> tuple[float, np.ndarray]:
        weights = v.reshape(x.shape[1], -1)
        scores = x @ weights
        scores -= scores.max(axis=1, keepdims=True)
        logs = scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))
        cost = -(counts * truth * logs).sum() + (stiffness * weights**2).sum() / 2
        slope = transposed @ (counts * (np.exp(logs) - truth)) + stiffness * weights
        return cost, slope.ravel()

    start = np.zeros(x.shape[1] * truth.shape[1])
    best = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 150})
    return best.x.reshape(x.shape[1], -1)
