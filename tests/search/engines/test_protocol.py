"""Every member of the protocol is asked for, by its signature, and in any number of threads."""

import inspect

import pytest

from search.engine import Answer, Engine
from search.language.plan import plan_phrase, plan_request
from search.local.engine import LocalEngine
from search.model import Request
from tests.search.clocks import AMPLE
from tests.search.engines.fake import FakeEngine
from tests.search.engines.questions import QUESTIONS
from tests.search.engines.questions.sample import Sample
from tests.search.threads import at_once
from tests.search.wording_world import reports
from tests.search.worlds import make_reports


def members(protocol):
    return {name for name in vars(protocol) if not name.startswith("_")}


class Recorder:
    """Passes everything on, and adds the names of what was asked for to a list; names that were
    asked for of an answer have a dot before them.
    """

    def __init__(self, target, recorded, prefix=""):
        self._target, self._recorded, self._prefix = target, recorded, prefix

    def __getattr__(self, name):
        self._recorded.append(f"{self._prefix}{name}")
        return getattr(self._target, name)

    def answer(self, plan):
        self._recorded.append("answer")
        return Recorder(self._target.answer(plan), self._recorded, ".")


@pytest.fixture(scope="module")
def engine():
    return FakeEngine(make_reports(reports()))


@pytest.fixture(scope="module")
def sample(engine):
    request = Request("plans", facets=("grade",))
    return Sample(
        plan_request(request, engine, AMPLE),
        plan_request(Request("children"), engine, AMPLE),
        plan_phrase(Request("plans"), engine.compounds, "right", False),
        stems=("plan",),
        word="plams",
        edits=1,
        more_than=0,
        report_id="ash",
        paragraph_id="ash/p1",
        around=1,
        least=1,
        min_ratio=0.0,
    )


def test_every_member_of_the_protocol_has_a_question():
    assert set(QUESTIONS) == members(Engine)


@pytest.mark.parametrize("member", QUESTIONS)
def test_a_question_asks_its_member(engine, sample, member):
    recorded = []
    QUESTIONS[member](Recorder(engine, recorded), sample)
    assert member in recorded


def test_every_member_of_an_answer_is_asked_for(engine, sample):
    recorded = []
    QUESTIONS["answer"](Recorder(engine, recorded), sample)
    assert {name for name in recorded if name[0] == "."} == {f".{name}" for name in members(Answer)}


@pytest.mark.parametrize("implementation", [LocalEngine, FakeEngine])
@pytest.mark.parametrize(
    "name", [name for name in members(Engine) if inspect.isfunction(vars(Engine)[name])]
)
def test_engines_have_the_parameters_of_the_protocol(implementation, name):
    parameters = inspect.signature(getattr(Engine, name)).parameters
    assert inspect.signature(getattr(implementation, name)).parameters == parameters


def test_all_threads_have_the_same_answers(wording_engine, sample):
    questions = [lambda ask=ask: ask(wording_engine, sample) for ask in QUESTIONS.values()]
    expected = [ask() for ask in questions]
    assert all(answers == expected for answers in at_once(*questions))
