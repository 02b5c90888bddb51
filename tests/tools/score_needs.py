"""How well a search finds what people need: nDCG@10 and recall@50 over the judged needs.

`python -m tests.tools.score_needs` prints a line a set of needs and way of searching: the
service as it comes, the service without its vocabulary, and BM25 of tantivy, over the same
paragraphs. The sets are the samples', and where ../shared is there, that of real paragraphs.
"""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import tantivy
from ir_measures import R, calc_aggregate, nDCG

from corpus import reading
from corpus.model import Paragraph, Report, Source
from index.collection import open_snapshot
from index.snapshot import Snapshot
from index.writing import writing
from search.model import Request
from search.service import search
from tests.search.needs import needs
from tests.shared import SHARED
from tests.tools.samples import SAMPLES

MEASURES = (nDCG @ 10, R @ 50)
DEEP = 50
Search = Callable[[str], list[str]]


@dataclass(frozen=True, slots=True)
class Judged:
    """A set of needs: its name, query by need, grades by need and paragraph, and the reports."""

    name: str
    queries: Mapping[str, str]
    grades: Mapping[str, Mapping[str, int]]
    reports: tuple[Report, ...]


def samples() -> Judged:
    """Returns the needs over the sample reports."""
    reports = tuple(reading.read(path) for path in sorted(SAMPLES.iterdir()))
    held = list(needs(reports))
    queries = {need.id: need.query for need in held}
    return Judged("samples", queries, {need.id: need.judged for need in held}, reports)


def shared() -> Judged:
    """Returns the needs over real paragraphs, all of them together as one report."""
    lines = (SHARED / "corpus" / "needs.jsonl").read_text(encoding="utf-8").splitlines()
    held = [json.loads(line) for line in lines]
    texts = dict.fromkeys(judged["text"] for need in held for judged in need["judged"])
    numbers = {text: number for number, text in enumerate(texts, start=1)}
    grades = {
        need["id"]: {f"needs/p{numbers[each['text']]}": each["grade"] for each in need["judged"]}
        for need in held
    }
    paragraphs = tuple(paragraph(number, text) for text, number in numbers.items())
    return Judged("shared", {n["id"]: n["query"] for n in held}, grades, (report(paragraphs),))


def paragraph(number: int, text: str) -> Paragraph:
    """Returns a paragraph of which nothing but its text is known."""
    unknown = (None, None, None, None)
    return Paragraph(
        f"needs/p{number}", number, number, *unknown, "finding", None, (), None, text.strip()
    )


def report(paragraphs: tuple[Paragraph, ...]) -> Report:
    """Returns a report of which nothing but its paragraphs is known."""
    dates, facts = (None, None, None), (None, None, None)
    source = Source("needs.jsonl", "0" * 64, None)
    return Report(
        "needs", "Needs", None, None, "other", *dates, *facts, (), source, paragraphs
    )  # fmt: skip


def service(snapshot: Snapshot, widen: bool) -> Search:
    """Returns the service's search, with or without its vocabulary."""

    def ranked(typed: str) -> list[str]:
        page = search(snapshot, Request(query=typed, widen=widen, limit=DEEP))
        return [hit.paragraph.id for hit in page.hits]

    return ranked


def bm25(reports: tuple[Report, ...]) -> Search:
    """Returns tantivy's search: English stems, any of the words, BM25."""
    fields = tantivy.SchemaBuilder()
    fields.add_text_field("id", stored=True, tokenizer_name="raw")
    fields.add_text_field("text", tokenizer_name="en_stem")
    index = tantivy.Index(fields.build())
    writer = index.writer()
    for each in (paragraph for report in reports for paragraph in report.paragraphs):
        writer.add_document(tantivy.Document(id=each.id, text=each.text))
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def ranked(typed: str) -> list[str]:
        words = " ".join(re.findall(r"\w+", typed.lower()))
        hits = searcher.search(index.parse_query(words, ["text"]), DEEP).hits
        return [searcher.doc(address)["id"][0] for _, address in hits]

    return ranked


def scores(judged: Judged, ways: Mapping[str, Search]) -> Iterator[str]:
    """Yields a line a way of searching: its name and the measures over all needs."""
    for name, ranked in ways.items():
        run = {
            need: {found: 1.0 / rank for rank, found in enumerate(ranked(typed), start=1)}
            for need, typed in judged.queries.items()
        }
        found = calc_aggregate(MEASURES, judged.grades, run)
        figures = "  ".join(f"{measure} {found[measure]:.3f}" for measure in MEASURES)
        yield f"{judged.name:8} {name:19} {figures}  ({len(run)} needs)"


def main() -> None:
    """Prints the scores of every set of needs that is there."""
    sets = [samples(), *([shared()] if (SHARED / "corpus").is_dir() else [])]
    for judged in sets:
        with tempfile.TemporaryDirectory() as data:
            with writing(Path(data)) as writer:
                for each in judged.reports:
                    writer.put(each, reading.READER)
            snapshot = open_snapshot(Path(data))
            ways = {
                "tantivy, BM25": bm25(judged.reports),
                "without vocabulary": service(snapshot, widen=False),
                "as it comes": service(snapshot, widen=True),
            }
            print(*scores(judged, ways), sep="\n")


if __name__ == "__main__":
    main()
