"""The needs of sample_needs.jsonl: what people type, and the paragraphs of the samples they want."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus.model import Report

FILE = Path(__file__).with_name("sample_needs.jsonl")


@dataclass(frozen=True, slots=True)
class Need:
    """One need: the query as typed, what is wanted, and paragraph id -> grade, 1 to 3.

    All paragraphs of the samples were judged; those not named here have grade 0.
    """

    id: str
    query: str
    want: str
    judged: dict[str, int]


def needs(reports: Iterable[Report]) -> Iterator[Need]:
    """Yields the needs over the sample reports, as they were read.

    A paragraph is named by its file and first words, so that no other way of making ids moves
    it. Raises LookupError where these name no paragraph, or more than one.
    """
    texts = {Path(report.source.file).name: starts(report) for report in reports}
    for line in FILE.read_text(encoding="utf-8").splitlines():
        need = json.loads(line)
        judged = {
            paragraph(texts[named["report"]], named["starts"]): named["grade"]
            for named in need["relevant"]
        }
        yield Need(need["id"], need["query"], need["want"], judged)


def starts(report: Report) -> dict[str, str]:
    """Returns paragraph id -> text, its apostrophes straight."""
    return {each.id: each.text.translate({0x2018: "'", 0x2019: "'"}) for each in report.paragraphs}


def paragraph(texts: dict[str, str], words: str) -> str:
    """Returns the id of the one paragraph that begins with `words`."""
    found = [key for key, text in texts.items() if text.startswith(words)]
    if len(found) != 1:
        raise LookupError(f"{len(found)} paragraphs begin with {words!r}: {found}")
    return found[0]
