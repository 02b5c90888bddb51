"""The sample reports, read as a person reads them; samples.toml holds what a person reads."""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

from corpus import reading, toml
from corpus.model import Paragraph, Report
from tests.corpus.files import document_in
from tests.tools.samples import SAMPLES, SOURCES, make

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
# Names and addresses under a heading, kept so that the heading is: no count of them is right.
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
    return reading.read_file(SAMPLES / name)


def test_each_sample_is_one_of_the_table():
    assert {path.name for path in SAMPLES.iterdir()} == set(TRUTH)


@samples
def test_facts(name: str):
    found = {fact: getattr(report(name), fact) for fact in FACTS}
    assert found == {fact: TRUTH[name].get(fact) for fact in FACTS}


@samples
def test_judgements(name: str):
    found = [[judgement.name, judgement.grade] for judgement in report(name).judgements]
    assert sorted(found) == sorted(TRUTH[name].get("judgements", []))


@samples
def test_sections_with_their_paragraphs_and_the_grade_of_their_findings(name: str):
    assert list(sections(report(name).paragraphs)) == TRUTH[name]["sections"]


def sections(paragraphs: tuple[Paragraph, ...]) -> Iterator[list[Any]]:
    """Yields heading, number of paragraphs and grades, as the table spells them."""
    for section, group in groupby(paragraphs, key=lambda each: plain(each.section or "")):
        under = list(group)
        grades = {paragraph.grade or "" for paragraph in under}
        if section not in NO_PARAGRAPHS:
            yield [section, len(under), "/".join(sorted(grades))]


def plain(text: str) -> str:
    return text.replace("’", "'")


@samples
def test_numbers_run_without_a_gap(name: str):
    numbers = [each.number for each in report(name).paragraphs if each.number is not None]
    assert numbers == list(range(1, TRUTH[name].get("last_number", 0) + 1))


@samples
def test_recommendations_have_the_timescale_printed_over_them(name: str):
    asked = (each for each in report(name).paragraphs if each.kind == "recommendation")
    found = Counter(each.timescale or "no timescale" for each in asked)
    assert found == TRUTH[name].get("recommendations", {})


@samples
def test_paragraphs_are_whole(name: str):
    texts = [plain(each.text) for each in report(name).paragraphs]
    for start, end in TRUTH[name]["whole"]:
        assert any(text.startswith(start) and text.endswith(end) for text in texts), start


@samples
def test_a_sample_says_that_it_is_invented(name: str):
    assert report(name).invented


@samples
def test_what_surrounds_a_report_is_no_paragraph(name: str):
    texts = [each.text for each in report(name).paragraphs]
    assert [line for line in FURNITURE if any(line in text for text in texts)] == []


@samples
def test_ids_are_unique(name: str):
    ids = [each.id for each in report(name).paragraphs]
    assert len(set(ids)) == len(ids)


@samples
def test_samples_are_small(name: str):
    assert (SAMPLES / name).stat().st_size < 60_000


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return make(tmp_path_factory.mktemp("made"))


def test_samples_say_what_their_sources_say(made: list[Path]):
    assert len(made) == len(list(SOURCES.glob("*.md")))
    assert {path.name: words(path) for path in made} == {
        path.name: words(SAMPLES / path.name) for path in made
    }


def words(path: Path) -> list[str]:
    return " ".join(line.text for line in document_in(path).lines).split()


def test_samples_are_the_same_each_time_they_are_made(made: list[Path], tmp_path: Path):
    pairs = zip(made, make(tmp_path), strict=True)
    assert [one.name for one, other in pairs if one.read_bytes() != other.read_bytes()] == []
