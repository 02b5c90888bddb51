"""The labelled paragraphs: those of ../shared, and more of its reports, labelled by one reader.

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
from corpus.reading import read_paths
from tests.shared import REPORTS, SHARED

LABELS = SHARED / "corpus" / "themes.jsonl"
# How much a label of ours counts. Doubted paragraphs are near the border, where readers differ.
OURS = {"labels.csv": 1.0, "doubted.csv": 0.25}
# What readers of ../shared say decides where the border is: those ids that begin with d had two.
GIVEN = {"d": 8.0, "m": 4.0}


@dataclass(frozen=True, slots=True)
class Labelled:
    """A paragraph as a reader judged it. `doubtful` themes and no polarity: readers differed."""

    id: str
    text: str
    themes: frozenset[str]
    doubtful: frozenset[str]
    polarity: str | None
    weight: float


def held_back(identity: str) -> bool:
    """Returns whether a paragraph is of the third that training never sees when it is measured."""
    return int(hashlib.sha256(identity.encode()).hexdigest(), 16) % 3 == 0


def given() -> list[Labelled]:
    """Returns the labelled paragraphs of ../shared."""
    rows = map(json.loads, LABELS.read_text(encoding="utf-8").splitlines())
    return [
        Labelled(
            row["id"],
            row["text"],
            frozenset(row["themes"]),
            frozenset(row["arguable"]),
            row["polarity"],
            GIVEN[row["id"][0]],
        )
        for row in rows
    ]


def more() -> list[Labelled]:
    """Returns our own labelled paragraphs."""
    texts = {p.id: p.text for report in reports() for p in report.paragraphs}
    return [
        Labelled(
            row["paragraph"],
            texts[row["paragraph"]],
            frozenset(row["themes"].split()),
            frozenset(row["doubtful"].split()),
            row["polarity"] or None,
            weight,
        )
        for name, weight in OURS.items()
        for row in rows_of(name)
        if row["paragraph"] in texts
    ]


def apart(paragraphs: Iterable[Labelled], held: Iterable[Labelled]) -> list[Labelled]:
    """Returns the paragraphs that share no eight words in a row with any of those held back."""
    runs = set().union(*(runs_of(paragraph.text) for paragraph in held))
    return [paragraph for paragraph in paragraphs if not runs & runs_of(paragraph.text)]


def authorities(paragraphs: Sequence[Labelled]) -> list[str]:
    """Returns the authority that each paragraph is about; "" for those of reports we do not have."""
    known = {
        run: report.authority or ""
        for report in reports()
        for paragraph in report.paragraphs
        for run in runs_of(paragraph.text)
    }
    return [
        next((known[run] for run in sorted(runs_of(p.text)) if run in known), "")
        for p in paragraphs
    ]


def rows_of(name: str) -> list[dict[str, str]]:
    """Returns the rows of a file of our labels."""
    with Path(__file__).with_name(name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def runs_of(text: str, length: int = 8) -> set[tuple[str, ...]]:
    """Returns every run of eight words: texts that share none are not the same."""
    words = text.lower().split()
    return set(zip(*(words[start:] for start in range(length)), strict=False))


@cache
def reports() -> list[Report]:
    """Returns the real reports."""
    return [
        report for report in read_paths(find_files([REPORTS])) if not isinstance(report, Refused)
    ]
