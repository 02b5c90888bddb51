"""The sample reports are read as a person reads them: samples.toml holds what a person reads."""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

from corpus import report_reader, toml
from corpus.model import Paragraph, Report
from tests.corpus.files import document_in
from tests.tools.samples import SAMPLES, SOURCES, render_samples

TRUTH: dict[str, dict[str, Any]] = toml.loads(
    Path(__file__).with_name("samples.toml").read_text(encoding="utf-8")
)
FACTS = (
    "id",
    "framework",
    "authority",
    "region",
    "inspection_start",
    "inspection_end",
    "published",
    "lead_inspector",
    "overall",
    "outcome",
)
# Under these headings stand names and addresses, of which no number of paragraphs is right.
NO_PARAGRAPHS = {"The inspection team", "Inspection team", "Local area partnership details"}
FURNITURE = (
    "This report is invented",
    "11 October 2021 to 22 October 2021",
    "Ellerwick JTAI",
    "Two pieces of work are put together",
    "A short visit looks at one part",
    "Yours sincerely",
    "Lantern House",
    "Skip to the report",
    "An invented report. Fonts",
    "Key judgement",
    "Responsible body",
)


samples = pytest.mark.parametrize("name", TRUTH)


@cache
def report(name: str) -> Report:
    return report_reader.read_file(SAMPLES / name)


def test_each_sample_is_one_of_the_table():
    assert {path.name for path in SAMPLES.iterdir()} == set(TRUTH)


@samples
def test_facts(name: str):
    facts = {fact: getattr(report(name), fact) for fact in FACTS}
    assert facts == {fact: TRUTH[name].get(fact) for fact in FACTS}


@samples
def test_judgements(name: str):
    judgements = [[judgement.name, judgement.grade] for judgement in report(name).judgements]
    assert sorted(judgements) == sorted(TRUTH[name].get("judgements", []))


@samples
def test_sections_with_their_paragraphs_and_the_grade_of_their_findings(name: str):
    assert list(sections(report(name).paragraphs)) == TRUTH[name]["sections"]


def sections(paragraphs: tuple[Paragraph, ...]) -> Iterator[list[Any]]:
    """Yield heading, number of paragraphs and grades, as the table spells them."""
    for section, group in groupby(paragraphs, key=lambda p: plain(p.section or "")):
        within = list(group)
        grades = {paragraph.grade or "" for paragraph in within}
        if section not in NO_PARAGRAPHS:
            yield [section, len(within), "/".join(sorted(grades))]


def plain(text: str) -> str:
    return text.replace("’", "'")


@samples
def test_numbers_run_without_a_gap(name: str):
    numbers = [p.number for p in report(name).paragraphs if p.number is not None]
    assert numbers == list(range(1, TRUTH[name].get("last_number", 0) + 1))


@samples
def test_recommendations_have_the_timescale_printed_over_them(name: str):
    recommendations = (p for p in report(name).paragraphs if p.kind == "recommendation")
    timescales = Counter(p.timescale or "no timescale" for p in recommendations)
    assert timescales == TRUTH[name].get("recommendations", {})


@samples
def test_paragraphs_are_whole(name: str):
    texts = [plain(p.text) for p in report(name).paragraphs]
    for start, end in TRUTH[name]["whole"]:
        assert any(text.startswith(start) and text.endswith(end) for text in texts), start


@samples
def test_a_sample_says_that_it_is_invented(name: str):
    assert report(name).invented


@samples
def test_what_surrounds_a_report_is_not_a_paragraph(name: str):
    texts = [p.text for p in report(name).paragraphs]
    assert [line for line in FURNITURE if any(line in text for text in texts)] == []


@samples
def test_ids_are_unique(name: str):
    ids = [p.id for p in report(name).paragraphs]
    assert len(set(ids)) == len(ids)


@samples
def test_samples_are_small(name: str):
    assert (SAMPLES / name).stat().st_size < 60_000


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return render_samples(tmp_path_factory.mktemp("samples"))


def test_samples_say_what_their_sources_say(rendered: list[Path]):
    assert len(rendered) == len(list(SOURCES.glob("*.md")))
    assert {path.name: words(path) for path in rendered} == {
        path.name: words(SAMPLES / path.name) for path in rendered
    }


def words(path: Path) -> list[str]:
    return " ".join(line.text for line in document_in(path).lines).split()


def test_samples_are_the_same_each_time_they_are_rendered(rendered: list[Path], tmp_path: Path):
    pairs = zip(rendered, render_samples(tmp_path), strict=True)
    assert [
        first.name for first, second in pairs if first.read_bytes() != second.read_bytes()
    ] == []
