"""The needs of blind_needs.jsonl over the real reports, graded without knowing who found what.

Three sets. `development` and `held` were written by us, half of them each, before the vocabulary
took its shape; `held` was looked at once it had. `others` are other people's words, taken from
news, ombudsman's decisions and council papers after that. The best of BM25 (tantivy), of ours and
of ours without vocabulary and company were put together, shuffled, and graded 0 to 3 by reading.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np

from corpus.folders import find_files
from corpus.model import Report
from corpus.reading import read_paths
from tests.shared import REPORTS

FILE = Path(__file__).with_name("blind_needs.jsonl")
SETS = ("development", "held", "others")
RESAMPLED = 5000

Grades = Mapping[str, Mapping[str, int]]


def reports() -> tuple[Report, ...]:
    """Returns the real reports that can be read, in the order of their files."""
    return tuple(
        each for each in read_paths(list(find_files([REPORTS]))) if isinstance(each, Report)
    )


def sets() -> Iterator[tuple[str, dict[str, str], Grades]]:
    """Yields each set: its name, the query of each need, and the grades by need and paragraph."""
    held = [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()]
    for name in SETS:
        here = [need for need in held if need["set"] == name]
        queries = {need["id"]: need["query"] for need in here}
        yield name, queries, {need["id"]: need["grades"] for need in here}


def interval(one: list[float], other: list[float]) -> tuple[float, float, float]:
    """Returns the mean difference of paired scores with its 95 % limits, by bootstrap."""
    found = np.array(one) - np.array(other)
    rows = np.random.default_rng(0).integers(0, len(found), (RESAMPLED, len(found)))
    low, high = np.percentile(found[rows].mean(axis=1), [2.5, 97.5])
    return float(found.mean()), float(low), float(high)
