"""The judged needs over the samples stay sound: each names paragraphs that are there."""

import pytest

from corpus.model import Report
from tests.search.needs import Need, find_paragraph, read_needs


@pytest.fixture(scope="module")
def needs(sample_reports: list[Report]) -> list[Need]:
    return list(read_needs(sample_reports))


def test_there_are_at_least_twenty_and_no_two_alike(needs: list[Need]):
    assert len(needs) >= 20
    assert len({need.id for need in needs}) == len({need.query for need in needs}) == len(needs)


def test_each_need_has_an_answer_in_several_reports(
    needs: list[Need], sample_reports: list[Report]
):
    report_of = {
        paragraph.id: report.id for report in sample_reports for paragraph in report.paragraphs
    }
    best = {
        need.id: {report_of[name] for name, grade in need.judged.items() if grade == 3}
        for need in needs
    }
    assert [need_id for need_id, report_ids in best.items() if len(report_ids) < 2] == []


def test_grades_run_from_one_to_three(needs: list[Need]):
    assert {grade for need in needs for grade in need.judged.values()} == {1, 2, 3}


@pytest.mark.parametrize(
    ("start", "paragraphs"),
    [
        pytest.param("Visits", 0, id="no paragraph begins so"),
        pytest.param("Plans", 2, id="two paragraphs begin so"),
    ],
)
def test_words_that_no_single_paragraph_begins_with_are_an_error(start: str, paragraphs: int):
    texts = {"a/p1": "Plans are weak.", "a/p2": "Plans are strong."}
    with pytest.raises(LookupError, match=f"^{paragraphs} paragraphs"):
        find_paragraph(texts, start)
