"""Random collections, changes and questions: every engine answers as the fake does."""

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.language.forms.compounds import Compounds
from search.language.plan import Plan, plan_phrase
from search.model import Request
from tests.search.changes import reports_after
from tests.search.clocks import AMPLE
from tests.search.engines.builders import COMPARED_ENGINES
from tests.search.engines.fake import FakeEngine
from tests.search.engines.plain_index import PlainIndex
from tests.search.engines.questions import QUESTIONS
from tests.search.engines.questions.sample import Sample
from tests.search.strategies import (
    COMPOUNDS,
    REPORT_IDS,
    STEMS,
    WORDS,
    changes,
    parsed_queries,
    requests,
)
from tests.search.worlds import make_reports

plans = st.builds(Plan, requests, parsed_queries, st.just(AMPLE))
phrases = st.builds(
    plan_phrase,
    st.builds(
        lambda words, request: Request(
            " ".join(words),
            filters=request.filters,
            since=request.since,
            withdrawn=request.withdrawn,
            start=request.start,
        ),
        st.lists(st.sampled_from([*WORDS, *COMPOUNDS]), max_size=3),
        requests,
    ),
    st.just(Compounds(PlainIndex(make_reports([("r1", list(COMPOUNDS), {})])))),
    st.sampled_from(["left", "right", "date"]),
    st.booleans(),
)
phrase_plans = st.builds(
    lambda phrase, within, boilerplate: msgspec.structs.replace(
        phrase, within=within, boilerplate=boilerplate
    ),
    phrases,
    st.none() | plans,
    st.booleans(),
)
samples = st.builds(
    Sample,
    plans,
    plans,
    phrase_plans,
    st.lists(st.sampled_from([*STEMS, "the"]), max_size=5).map(tuple),
    st.sampled_from(["plam", "good", "yetc", "chlid", "zzzz"]),
    st.integers(1, 2),
    st.integers(0, 3),
    st.sampled_from([*REPORT_IDS, "r9"]),
    st.sampled_from([*(f"{name}/p2" for name in REPORT_IDS), "r1/p9", "r9/p1", "p1", ""]),
    st.integers(0, 3),
    st.integers(1, 3),
    st.sampled_from([0.0, 0.5, 1.0]),
)


@pytest.mark.parametrize("name", COMPARED_ENGINES)
@settings(max_examples=120)
@given(changes, st.lists(samples, min_size=1, max_size=2))
def test_every_question_has_the_answer_of_the_fake(name, changes, samples):
    fake = FakeEngine(reports_after(changes))
    with COMPARED_ENGINES[name](changes) as engine:
        for sample in samples:
            for member, ask in QUESTIONS.items():
                assert ask(engine, sample) == ask(fake, sample), member
