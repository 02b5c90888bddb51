"""Fit the logistic models of the tracker to pairs read by hand, and score them by authority."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass, replace
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from search.followup.tracker.records import ASKED_AGAIN, SILENT
from search.followup.tracker.status import MAX_EVIDENCE, StatusReader, find_best
from search.followup.tracker.weights import LogisticModel, Weights
from tests.tools.followup.pairs import ReadPair

Doubles: TypeAlias = NDArray[np.float64]

FOLDS = 8
ANSWER_WEIGHTS = {2.0: 1.0, 1.0: 0.5, 0.0: 0.2}
"""How much a passage counts, by how well it answers: most do not."""

PASSAGE_RIDGE, REPORT_RIDGE = 1.0, 0.5


@dataclass(frozen=True, slots=True)
class Fold:
    """Pairs as the models of other authorities' pairs see them: the status that they `answer`, and the
    passages best first.
    """

    pair: ReadPair
    answer: str
    ranked: Sequence[int]


def fit_logistic(features: Doubles, targets: Doubles, weights: Doubles, ridge: float) -> Doubles:
    """Return base and weights (1 + features,) of the logistic model with the highest penalised
    likelihood, by Newton's method; `features` is (n, features).
    """
    rows = np.c_[np.ones(len(features)), features]
    penalty = np.full(rows.shape[1], ridge)
    penalty[0] = 1e-9
    model = np.zeros(rows.shape[1])
    for _ in range(50):
        chance = 1 / (1 + np.exp(-(rows @ model).clip(-30, 30)))
        slope = rows.T @ (weights * (chance - targets)) + penalty * model
        curve = (rows * (weights * chance * (1 - chance))[:, None]).T @ rows + np.diag(penalty)
        model -= np.linalg.solve(curve, slope)
    return model


def as_model(fitted: Doubles) -> LogisticModel:
    """Return a fitted model with its weights rounded, as the file has them."""
    base, *weights = np.round(fitted, 2).tolist()
    return LogisticModel(base, tuple(weights))


def fit_passages(pairs: Sequence[ReadPair]) -> LogisticModel:
    """Return the model of what answers a recommendation."""
    features = np.concatenate([one.reader.matches.features[:, one.row].T for one in pairs])
    grades = np.concatenate([one.grades for one in pairs])
    weights = np.array([ANSWER_WEIGHTS[grade] for grade in grades.tolist()])
    targets = (grades > 0).astype(np.float64)
    return as_model(fit_logistic(features.astype(np.float64), targets, weights, PASSAGE_RIDGE))


def rescore(pair: ReadPair, weights: Weights) -> StatusReader:
    """Return the reader of a pair's report as it is by other weights."""
    reader, model = copy(pair.reader), weights.passage
    scores = model.base + np.tensordot(np.array(model.weights), reader.matches.features, 1)
    reader.matches = replace(reader.matches, scores=scores.astype(np.float32))
    reader.best = find_best(reader.matches.scores)
    reader.weights = weights
    return reader


def rank(reader: StatusReader, row: int) -> list[int]:
    """Return the passages of a report, those that answer best first."""
    ranked: list[int] = np.argsort(-reader.matches.scores[row], kind="stable").tolist()
    return ranked


def fit(pairs: Sequence[ReadPair], weights: Weights) -> Weights:
    """Return the weights with models fitted to pairs."""
    weights = replace(weights, passage=fit_passages(pairs))
    readers = [rescore(pair, weights) for pair in pairs]
    best = [
        rank(reader, pair.row)[:MAX_EVIDENCE] for pair, reader in zip(pairs, readers, strict=True)
    ]
    features = [
        reader.report_features(pair.asked, pair.row, ranked)
        for pair, reader, ranked in zip(pairs, readers, best, strict=True)
    ]
    answers = np.array([pair.grades.any() for pair in pairs], np.float64)
    report = fit_logistic(
        np.array(features, np.float64), answers, np.ones(len(pairs)), REPORT_RIDGE
    )
    spoken = [n for n, pair in enumerate(pairs) if pair.status != SILENT]
    features = [
        readers[n].status_features(pairs[n].row, readers[n].choose_shown(pairs[n].row, best[n]))
        for n in spoken
    ]
    again = np.array([pairs[n].status == ASKED_AGAIN for n in spoken], np.float64)
    status = fit_logistic(np.array(features, np.float64), again, np.ones(len(spoken)), REPORT_RIDGE)
    return replace(weights, report=as_model(report), status=as_model(status))


def read_with(pair: ReadPair, weights: Weights) -> Fold:
    """Return what some weights make of a pair."""
    reader = rescore(pair, weights)
    result = reader.read(pair.asked, pair.row)
    numbers = {one.paragraph.id: p for p, one in enumerate(reader.passages)}
    return Fold(pair, result.status, [numbers[one.paragraph.id] for one in result.evidence])


def cross_validate(pairs: Sequence[ReadPair], weights: Weights) -> list[Fold]:
    """Return all pairs as models fitted to the pairs of other authorities see them."""
    names = sorted({pair.authority for pair in pairs})
    folds: list[Fold] = []
    for part in (names[start::FOLDS] for start in range(FOLDS)):
        fitted = fit([pair for pair in pairs if pair.authority not in part], weights)
        folds += (read_with(pair, fitted) for pair in pairs if pair.authority in part)
    return folds


def describe(folds: Sequence[Fold]) -> str:
    """Return the figures of some pairs in lines."""
    right = sum(one.answer == one.pair.status for one in folds)
    direct = [one for one in folds if (one.pair.grades == 2).any()]
    first = sum(any(one.pair.grades[p] == 2 for p in one.ranked[:1]) for one in direct)
    three = sum(any(one.pair.grades[p] == 2 for p in one.ranked[:3]) for one in direct)
    empty = [one for one in folds if not one.pair.grades.any()]
    false = sum(one.answer != SILENT for one in empty)
    table = Counter((one.pair.status, one.answer) for one in folds)
    return "\n".join(
        [
            f"status {right} of {len(folds)} = {right / len(folds):.3f}",
            f"success@1 {first} of {len(direct)} = {first / len(direct):.3f}",
            f"success@3 {three} of {len(direct)} = {three / len(direct):.3f}",
            f"false evidence {false} of {len(empty)} = {false / len(empty):.3f}",
            *(
                f"  read {read}, answered {answer}: {count}"
                for (read, answer), count in sorted(table.items())
            ),
        ]
    )
