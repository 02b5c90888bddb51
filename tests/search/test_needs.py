"""The judged needs over the samples stay sound: each names paragraphs that are there."""

from pathlib import Path

import pytest

from corpus import reading
from corpus.model import Report
from tests.search.needs import Need, needs, paragraph

SAMPLES = Path(__file__).parents[2] / "corpus" / "samples"


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    return [reading.read_file(path) for path in sorted(SAMPLES.iterdir())]


@pytest.fixture(scope="module")
def judged(reports: list[Report]) -> list[Need]:
    return list(needs(reports))


def test_there_are_at_least_twenty_and_no_two_alike(judged: list[Need]):
    assert len(judged) >= 20
    assert len({need.id for need in judged}) == len({need.query for need in judged}) == len(judged)


def test_each_need_has_an_answer_in_several_reports(judged: list[Need], reports: list[Report]):
    owner = {each.id: report.id for report in reports for each in report.paragraphs}
    best = {
        need.id: {owner[key] for key, grade in need.judged.items() if grade == 3} for need in judged
    }
    assert [need for need, holding in best.items() if len(holding) < 2] == []


def test_grades_run_from_one_to_three(judged: list[Need]):
    assert {grade for need in judged for grade in need.judged.values()} == {1, 2, 3}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        pytest.param("Visits", 0, id="no paragraph begins so"),
        pytest.param("Plans", 2, id="two paragraphs begin so"),
    ],
)
def test_words_that_name_no_single_paragraph_are_an_error(words: str, found: int):
    texts = {"a/p1": "Plans are weak.", "a/p2": "Plans are strong."}
    with pytest.raises(LookupError, match=f"^{found} paragraphs"):
        paragraph(texts, words)
