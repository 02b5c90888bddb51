"""Load labelled paragraphs: those of ../shared, and more of its reports, labelled by one reader.

labels.csv and doubted.csv have the second kind, by paragraph id and without their texts, which
stay in ../shared: paragraphs met by chance, and those that training was least sure of.
"""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from corpus.errors import Refused
from corpus.folders import find_files
from corpus.model import Report
from tests.corpus.read_paths import read_paths
from tests.shared import REPORTS, SHARED

SHARED_LABELS = SHARED / "corpus" / "themes.jsonl"
# Weights of our own labels. Doubted paragraphs are near the border, where readers differ.
OWN_WEIGHTS = {"labels.csv": 1.0, "doubted.csv": 0.25}
# The labels of ../shared decide where the border is: ids that begin with d had two readers.
SHARED_WEIGHTS = {"d": 8.0, "m": 4.0}
RUN_WORDS = 8


@dataclass(frozen=True, slots=True)
class LabelledParagraph:
    """A paragraph as readers judged it.

    `doubtful` are the themes on which they differed; on a polarity of None they did. `weight` is
    how much the label counts.
    """

    id: str
    text: str
    themes: frozenset[str]
    doubtful: frozenset[str]
    polarity: str | None
    weight: float


def is_held_back(paragraph_id: str) -> bool:
    """Return whether a paragraph is in the third that training never sees when it is measured."""
    return int(hashlib.sha256(paragraph_id.encode()).hexdigest(), 16) % 3 == 0


def load_shared() -> list[LabelledParagraph]:
    """Return the labelled paragraphs of ../shared."""
    rows = map(json.loads, SHARED_LABELS.read_text(encoding="utf-8").splitlines())
    return [
        LabelledParagraph(
            row["id"],
            row["text"],
            frozenset(row["themes"]),
            frozenset(row["arguable"]),
            row["polarity"],
            SHARED_WEIGHTS[row["id"][0]],
        )
        for row in rows
    ]


def load_own() -> list[LabelledParagraph]:
    """Return our own labelled paragraphs."""
    texts = {p.id: p.text for report in load_reports() for p in report.paragraphs}
    return [
        LabelledParagraph(
            row["paragraph"],
            texts[row["paragraph"]],
            frozenset(row["themes"].split()),
            frozenset(row["doubtful"].split()),
            row["polarity"] or None,
            weight,
        )
        for name, weight in OWN_WEIGHTS.items()
        for row in read_rows(name)
        if row["paragraph"] in texts
    ]


def exclude_similar(
    paragraphs: Iterable[LabelledParagraph], held_back: Iterable[LabelledParagraph]
) -> list[LabelledParagraph]:
    """Return the paragraphs that share no eight words in a row with any of those held back."""
    runs = set().union(*(word_runs(paragraph.text) for paragraph in held_back))
    return [paragraph for paragraph in paragraphs if not runs & word_runs(paragraph.text)]


def find_authorities(paragraphs: Sequence[LabelledParagraph]) -> list[str]:
    """Return the authority that each paragraph is about; "" for those of reports we do not have."""
    authorities = {
        run: report.authority or ""
        for report in load_reports()
        for paragraph in report.paragraphs
        for run in word_runs(paragraph.text)
    }
    return [
        next((authorities[run] for run in sorted(word_runs(p.text)) if run in authorities), "")
        for p in paragraphs
    ]


def read_rows(name: str) -> list[dict[str, str]]:
    """Return the rows of a file of our labels."""
    with Path(__file__).with_name(name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def word_runs(text: str) -> set[tuple[str, ...]]:
    """Return every run of RUN_WORDS words: texts that share none are not the same."""
    words = text.lower().split()
    return set(zip(*(words[start:] for start in range(RUN_WORDS)), strict=False))


@cache
def load_reports() -> list[Report]:
    """Return the real reports."""
    results = read_paths(find_files([REPORTS]))
    return [result for result in results if not isinstance(result, Refused)]
