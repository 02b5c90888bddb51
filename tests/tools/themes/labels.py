"""The labelled paragraphs: those of ../shared, and more of its reports, labelled by one reader.

labels.csv has the second kind, by paragraph id and without their texts, which stay in ../shared.
"""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import Refused
from corpus.reading import find, read_all
from tests.shared import REPORTS, SHARED

LABELS = SHARED / "corpus" / "themes.jsonl"
MORE = Path(__file__).with_name("labels.csv")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A paragraph as a reader judged it. `doubtful` themes and no polarity: readers differed."""

    id: str
    text: str
    themes: frozenset[str]
    doubtful: frozenset[str]
    polarity: str | None


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
        )
        for row in rows
    ]


def more(held: list[Labelled]) -> list[Labelled]:
    """Returns our own labelled paragraphs, without any that holds words of those held back."""
    texts = dict(read_texts())
    with MORE.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["paragraph"] in texts]
    runs = set().union(*(runs_of(paragraph.text) for paragraph in held))
    found = [
        Labelled(
            row["paragraph"],
            texts[row["paragraph"]],
            frozenset(row["themes"].split()),
            frozenset(row["doubtful"].split()),
            row["polarity"] or None,
        )
        for row in rows
    ]
    return [paragraph for paragraph in found if not runs & runs_of(paragraph.text)]


def runs_of(text: str, length: int = 8) -> set[tuple[str, ...]]:
    """Returns every run of eight words: texts that share none are not the same."""
    words = text.lower().split()
    return set(zip(*(words[start:] for start in range(length)), strict=False))


def read_texts() -> Iterator[tuple[str, str]]:
    """Yields the id and text of every paragraph of the real reports."""
    for report in read_all(find([REPORTS])):
        if not isinstance(report, Refused):
            yield from ((paragraph.id, paragraph.text) for paragraph in report.paragraphs)
