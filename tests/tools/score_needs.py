"""How well a search finds what people need: nDCG@10 and recall@50 over the judged needs.

A paragraph that nobody judged counts as a bad one. So there is also the condensed nDCG (Sakai 2007),
which leaves such paragraphs out, and the share of the ten best that is judged.

`python -m tests.tools.score_needs` prints one line per set of needs and system: BM25 of tantivy,
the service without its vocabulary, the service as it comes, and the same for any of the words, all
over the same paragraphs. The sets are those of the samples and, where ../shared is there, that of
real paragraphs and those of tests/tools/blind.py over the real reports.
"""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import tantivy
from ir_measures import Judged, R, calc_aggregate, iter_calc, nDCG

from corpus import reading, report_reader
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

MEASURES = (nDCG @ 10, nDCG(judged_only=True) @ 10, Judged @ 10, R @ 50)
RESULTS = 50  # that each system returns

System: TypeAlias = Callable[[str], list[str]]
"""A way of searching: from a query to the ids of the best paragraphs, best first."""


@dataclass(frozen=True, slots=True)
class JudgedSet:
    """A set of needs: their queries, the grades by need and paragraph, and the reports."""

    name: str
    queries: Mapping[str, str]
    grades: blind.Grades
    reports: tuple[Report, ...]


def sample_set() -> JudgedSet:
    """Return the needs over the sample reports."""
    reports = tuple(report_reader.read_file(path) for path in sorted(SAMPLES.iterdir()))
    sample_needs = list(read_needs(reports))
    queries = {need.id: need.query for need in sample_needs}
    grades = {need.id: need.judged for need in sample_needs}
    return JudgedSet("samples", queries, grades, reports)


def shared_set() -> JudgedSet:
    """Return the needs over real paragraphs, which together make one report."""
    lines = (SHARED / "corpus" / "needs.jsonl").read_text(encoding="utf-8").splitlines()
    shared_needs = [json.loads(line) for line in lines]
    texts = dict.fromkeys(item["text"] for need in shared_needs for item in need["judged"])
    numbers = {text: number for number, text in enumerate(texts, start=1)}
    grades = {
        need["id"]: {paragraph_id(numbers[item["text"]]): item["grade"] for item in need["judged"]}
        for need in shared_needs
    }
    queries = {need["id"]: need["query"] for need in shared_needs}
    paragraphs = tuple(plain_paragraph(number, text) for text, number in numbers.items())
    return JudgedSet("shared", queries, grades, (plain_report(paragraphs),))


def paragraph_id(number: int) -> str:
    """Return the id of a paragraph of the report that `shared_set` makes."""
    return f"needs/p{number}"


def plain_paragraph(number: int, text: str) -> Paragraph:
    """Return a paragraph of which only the text is known."""
    unknown = (None, None, None, None)
    return Paragraph(
        paragraph_id(number), number, number, *unknown, "finding", None, (), None, text.strip()
    )


def plain_report(paragraphs: tuple[Paragraph, ...]) -> Report:
    """Return a report of which only the paragraphs are known."""
    dates, facts = (None, None, None), (None, None, None)
    source = Source("needs.jsonl", "0" * 64, None)
    return Report(
        "needs", "Needs", None, None, "other", *dates, *facts, (), source, paragraphs
    )  # fmt: skip


def service_system(engine: Engine, widen: bool, match: str = "auto") -> System:
    """Return the search of the service; it uses its vocabulary if `widen`."""

    def rank(query: str) -> list[str]:
        page = search(engine, Request(query=query, widen=widen, match=match, limit=RESULTS))
        return [hit.paragraph.id for hit in page.hits]

    return rank


def bm25_system(reports: tuple[Report, ...]) -> System:
    """Return the search of tantivy: English stems, any of the words, BM25."""
    fields = tantivy.SchemaBuilder()
    fields.add_text_field("id", stored=True, tokenizer_name="raw")
    fields.add_text_field("text", tokenizer_name="en_stem")
    index = tantivy.Index(fields.build())
    writer = index.writer(num_threads=1)  # with more, equal scores come in any order
    for paragraph in (paragraph for report in reports for paragraph in report.paragraphs):
        writer.add_document(tantivy.Document(id=paragraph.id, text=paragraph.text))
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def rank(query: str) -> list[str]:
        words = " ".join(re.findall(r"\w+", query.lower()))
        hits = searcher.search(index.parse_query(words, ["text"]), RESULTS).hits
        return [searcher.doc(address)["id"][0] for _, address in hits]

    return rank


def score_lines(judged: JudgedSet, systems: Mapping[str, System]) -> Iterator[str]:
    """Yield one line per system: its name, the measures over all needs, and the difference of its
    nDCG from that of the first system with 95 % limits.
    """
    baseline: list[float] = []
    for name, rank in systems.items():
        run = {
            need: {paragraph: 1.0 / place for place, paragraph in enumerate(rank(query), start=1)}
            for need, query in judged.queries.items()
        }
        means = calc_aggregate(MEASURES, judged.grades, run)
        figures = "  ".join(f"{measure} {means[measure]:.3f}" for measure in MEASURES)
        metrics = iter_calc(MEASURES[:1], judged.grades, run)
        by_need = {metric.query_id: metric.value for metric in metrics}
        ndcg = [by_need.get(need, 0.0) for need in judged.queries]
        baseline = baseline or ndcg
        difference, low, high = blind.bootstrap_difference(ndcg, baseline)
        line = f"{judged.name:12} {name:19} {figures}  ({len(run)} needs)"
        yield f"{line}  {difference:+.3f} [{low:+.3f}, {high:+.3f}]"


def print_scores(reports: tuple[Report, ...], sets: Iterable[JudgedSet]) -> None:
    """Print the scores of sets of needs over the same reports."""
    with tempfile.TemporaryDirectory() as data:
        with writing(Path(data)) as writer:
            for report in reports:
                writer.put(report, reading.READER_VERSION)
        engine = open_engine(Path(data))
        systems = {
            "tantivy, BM25": bm25_system(reports),
            "without vocabulary": service_system(engine, widen=False),
            "as it comes": service_system(engine, widen=True),
            "any of the words": service_system(engine, widen=True, match="any"),
        }
        for judged in sets:
            print(*score_lines(judged, systems), sep="\n")


def main() -> None:
    """Print the scores of every set of needs that is there."""
    samples = sample_set()
    print_scores(samples.reports, [samples])
    if (SHARED / "corpus").is_dir():
        shared = shared_set()
        print_scores(shared.reports, [shared])
        reports = blind.read_reports()
        print_scores(reports, [JudgedSet(*judged, reports) for judged in blind.read_sets()])


if __name__ == "__main__":
    main()
