"""Recommendations and later reports that a person has read together, and how they match.

`labels.jsonl` has pairs of authorities that are not in the shared truth: ids and statuses alone.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from search.engine import Engine
from search.followup.tracker.concept_table import Floats
from search.followup.tracker.matching import Matcher
from search.followup.tracker.recommendations import Recommendation
from search.followup.tracker.records import ASKED_AGAIN, MOVED_ON, SILENT
from search.followup.tracker.status import StatusReader
from search.followup.tracker.tracker import ReportTexts
from search.followup.tracker.weights import default_weights
from search.present.hits import report_facts
from tests.shared import SHARED

TRUTH = SHARED / "corpus" / "followup.jsonl"
LABELS = Path(__file__).with_name("labels.jsonl")
HELD_BACK = 5
"""So many authorities of the truth are held back: those whose names' SHA-256 are the lowest."""

STATUS_OF_LABEL = {
    "repeated": ASKED_AGAIN,
    "progress": MOVED_ON,
    "met": MOVED_ON,
    "mixed": MOVED_ON,
    "silent": SILENT,
    "mentioned": SILENT,
}


@dataclass(frozen=True, slots=True)
class ReadPair:
    """A recommendation and a later report: the status that a person read, and the grade of each
    passage as an answer (2 direct, 1 in part, 0), with what the tracker makes its decision of.
    """

    authority: str
    asked: Recommendation
    row: int
    reader: StatusReader
    status: str
    grades: Floats


def read_lines(path: Path) -> list[dict[str, Any]]:
    """Return the lines of a file of truth."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def find_held_back(lines: Sequence[dict[str, Any]]) -> frozenset[str]:
    """Return the authorities of the shared truth that are held back."""
    names = {line["authority"] for line in lines}
    by_hash = sorted(names, key=lambda name: hashlib.sha256(name.encode()).hexdigest())
    return frozenset(by_hash[:HELD_BACK])


def read_pairs(engine: Engine, lines: Sequence[dict[str, Any]]) -> Iterator[ReadPair]:
    """Yield the pairs of some lines of truth."""
    for line in lines:
        later = [one for each in line["later"] if (one := engine.report(each["report"]))]
        asked_in = engine.report(line["report"])
        assert asked_in is not None, line["report"]
        texts = ReportTexts(engine, [asked_in, *later], line["report"])
        matcher = Matcher(texts.asked, texts.table, default_weights())
        (row,) = (n for n, one in enumerate(texts.asked) if one.paragraph.id == line["paragraph"])
        for report, each in zip(later, line["later"], strict=True):
            passages = texts.passages[report.id]
            matches = matcher.match(passages)
            reader = StatusReader(report_facts(report), passages, matches, default_weights())
            grades = {answer["id"]: answer["grade"] for answer in each["paragraphs"]}
            yield ReadPair(
                line["authority"],
                texts.asked[row],
                row,
                reader,
                STATUS_OF_LABEL[each["status"]],
                np.array([grades.get(one.paragraph.id, 0) for one in passages], np.float32),
            )
