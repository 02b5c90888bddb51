"""Questions of reports and paragraphs by their ids."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.model import Report
from search.engine import Engine
from tests.search.engines.questions.sample import Sample, newest


def ask_paragraph(engine: Engine, sample: Sample) -> object:
    refs = engine.answer(newest(sample.plan)).listing.refs
    return [engine.paragraph(ref) for ref in refs]


def ask_report_of(engine: Engine, sample: Sample) -> object:
    refs = engine.answer(newest(sample.plan)).listing.refs
    return [engine.report_of(ref) for ref in refs]


def ask_neighbourhood(engine: Engine, sample: Sample) -> object:
    return engine.neighbourhood(sample.paragraph_id, sample.around)


def ask_report(engine: Engine, sample: Sample) -> object:
    return engine.report(sample.report_id)


def ask_reports(engine: Engine, sample: Sample) -> Sequence[Report]:
    return engine.reports()


def ask_authorities(engine: Engine, sample: Sample) -> object:
    return engine.authorities()


def ask_grade_history(engine: Engine, sample: Sample) -> object:
    history = engine.grade_history
    return [
        {key: (graded.id, graded.dated, graded.overall) for key, graded in grades.items()}
        for grades in (history.latest, history.graded_before)
    ]
