"""The needs of blind_needs.jsonl over the real reports, graded without knowing what found what.

There are three sets. `development` and `held` were written by us, half of them each, before the
vocabulary took its shape; `held` was looked at once it had. `others` are other people's words,
taken from news, ombudsman's decisions and council papers after that. The pool of each need was the
best results of BM25 (tantivy), of our search, and of ours without vocabulary and word vectors;
it was shuffled, and graded 0 to 3 by reading.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

import numpy as np

from corpus.folders import find_files
from corpus.model import Report
from tests.corpus.read_paths import read_paths
from tests.shared import REPORTS

FILE = Path(__file__).with_name("blind_needs.jsonl")
SETS = ("development", "held", "others")
RESAMPLES = 5000

Grades: TypeAlias = Mapping[str, Mapping[str, int]]
"""The grade of each judged paragraph, by need and paragraph id."""


def read_reports() -> tuple[Report, ...]:
    """Return the real reports that can be read, in the order of their files."""
    return tuple(
        item for item in read_paths(list(find_files([REPORTS]))) if isinstance(item, Report)
    )


def read_sets() -> Iterator[tuple[str, dict[str, str], Grades]]:
    """Yield the name of each set, the query of each of its needs, and the grades."""
    needs = [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()]
    for name in SETS:
        needs_of_set = [need for need in needs if need["set"] == name]
        queries = {need["id"]: need["query"] for need in needs_of_set}
        yield name, queries, {need["id"]: need["grades"] for need in needs_of_set}


def bootstrap_difference(
    scores: Sequence[float], baseline: Sequence[float]
) -> tuple[float, float, float]:
    """Return the mean of `scores - baseline` and its 95 % limits, by paired bootstrap."""
    differences = np.array(scores) - np.array(baseline)
    shape = (RESAMPLES, len(differences))
    rows = np.random.default_rng(0).integers(0, len(differences), shape)
    low, high = np.percentile(differences[rows].mean(axis=1), [2.5, 97.5])
    return float(differences.mean()), float(low), float(high)
