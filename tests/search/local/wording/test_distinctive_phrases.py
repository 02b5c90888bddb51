"""Comparisons of a result with all other paragraphs take turns: each takes much memory."""

import pytest

from search.language.plan import plan_request
from search.local.wording import distinctive_phrases
from search.model import Request
from tests.search.clocks import AMPLE
from tests.search.towns import reports
from tests.search.worlds import index_engine


class Turnstile:
    """A lock that tells whether somebody is inside."""

    is_taken = False

    def __enter__(self):
        self.is_taken = True

    def __exit__(self, *error):
        self.is_taken = False


@pytest.fixture
def engine(tmp_path):
    return index_engine(tmp_path, *reports())


def test_phrases_are_counted_by_one_thread_at_a_time(engine, monkeypatch):
    turnstile, taken = Turnstile(), []
    find_phrases = distinctive_phrases.find_phrases

    def find(*arguments):
        taken.append(turnstile.is_taken)
        return find_phrases(*arguments)

    monkeypatch.setattr(engine.wording_corpus, "exclusive", turnstile)
    monkeypatch.setattr(distinctive_phrases, "find_phrases", find)
    engine.distinctive_phrases(plan_request(Request("effective"), engine, AMPLE), 5, 1.0, 10)
    assert taken == [True]
    assert not turnstile.is_taken


def test_a_result_of_everything_is_compared_with_nothing(engine, monkeypatch):
    monkeypatch.setattr(distinctive_phrases, "find_phrases", None)
    plan = plan_request(Request(), engine, AMPLE)
    assert engine.distinctive_phrases(plan, 1, 0.0, 10).phrases == ()


def test_the_lock_of_a_corpus_is_one_for_all_threads(engine):
    corpus = engine.wording_corpus
    with corpus.exclusive:
        assert not corpus.exclusive.acquire(blocking=False)
    assert corpus.exclusive.acquire(blocking=False)
    corpus.exclusive.release()
