"""How well a search finds what people need: nDCG@10 and recall@50 over the judged needs.

`python -m tests.tools.score_needs` prints a line a set of needs and way of searching: the
service as it comes, the same for any of the words, the service without its vocabulary, and BM25
of tantivy, over the same paragraphs. The sets are the samples', and where ../shared is there,
that of real paragraphs and those of tests/tools/blind.py over the real reports.
"""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import tantivy
from ir_measures import R, calc_aggregate, iter_calc, nDCG

from corpus import reading
from corpus.model import Paragraph, Report, Source
from index.writer import writing
from search.engine import Engine
from search.local.engine import open_engine
from search.model import Request
from search.service import search
from tests.search.needs import read_needs
from tests.shared import SHARED
from tests.tools import blind
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
    held = list(read_needs(reports))
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


def service(engine: Engine, widen: bool, match: str = "auto") -> Search:
    """Returns the service's search, with or without its vocabulary."""

    def ranked(typed: str) -> list[str]:
        page = search(engine, Request(query=typed, widen=widen, match=match, limit=DEEP))
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
    """Yields a line a way of searching: its name and the measures over all needs, and by how much
    its nDCG differs from that of the first way, with 95 % limits.
    """
    first: list[float] = []
    for name, ranked in ways.items():
        run = {
            need: {found: 1.0 / rank for rank, found in enumerate(ranked(typed), start=1)}
            for need, typed in judged.queries.items()
        }
        found = calc_aggregate(MEASURES, judged.grades, run)
        figures = "  ".join(f"{measure} {found[measure]:.3f}" for measure in MEASURES)
        by_need = {one.query_id: one.value for one in iter_calc(MEASURES[:1], judged.grades, run)}
        each = [by_need.get(need, 0.0) for need in judged.queries]
        first = first or each
        more, low, high = blind.interval(each, first)
        line = f"{judged.name:12} {name:19} {figures}  ({len(run)} needs)"
        yield f"{line}  {more:+.3f} [{low:+.3f}, {high:+.3f}]"


def compared(reports: tuple[Report, ...], sets: Iterable[Judged]) -> None:
    """Prints the scores of sets of needs over the same reports."""
    with tempfile.TemporaryDirectory() as data:
        with writing(Path(data)) as writer:
            for each in reports:
                writer.put(each, reading.READER)
        engine = open_engine(Path(data))
        ways = {
            "tantivy, BM25": bm25(reports),
            "without vocabulary": service(engine, widen=False),
            "as it comes": service(engine, widen=True),
            "any of the words": service(engine, widen=True, match="any"),
        }
        for judged in sets:
            print(*scores(judged, ways), sep="\n")


def main() -> None:
    """Prints the scores of every set of needs that is there."""
    compared((one := samples()).reports, [one])
    if (SHARED / "corpus").is_dir():
        compared((one := shared()).reports, [one])
        real = blind.reports()
        compared(real, [Judged(*held, real) for held in blind.sets()])


if __name__ == "__main__":
    main()
