"""The needs of sample_needs.jsonl: what people type, and which paragraphs of the samples they want."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
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


def read_needs(reports: Iterable[Report]) -> Iterator[Need]:
    """Yield the needs over the sample reports, as they were read.

    A paragraph is named by its file and first words, so that it is found whatever its id. Raise
    LookupError where these are the words of no paragraph, or of more than one.
    """
    texts = {Path(report.source.file).name: texts_by_id(report) for report in reports}
    for line in FILE.read_text(encoding="utf-8").splitlines():
        need = json.loads(line)
        judged = {
            find_paragraph(texts[named["report"]], named["starts"]): named["grade"]
            for named in need["relevant"]
        }
        yield Need(need["id"], need["query"], need["want"], judged)


def texts_by_id(report: Report) -> dict[str, str]:
    """Return paragraph id -> text with straight apostrophes."""
    return {
        paragraph.id: paragraph.text.translate({0x2018: "'", 0x2019: "'"})
        for paragraph in report.paragraphs
    }


def find_paragraph(texts: Mapping[str, str], start: str) -> str:
    """Return the id of the only paragraph that begins with `start`. Raise LookupError."""
    ids = [name for name, text in texts.items() if text.startswith(start)]
    if len(ids) != 1:
        raise LookupError(f"{len(ids)} paragraphs begin with {start!r}: {ids}")
    return ids[0]
