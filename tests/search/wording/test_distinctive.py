"""Phrases that stand out, counted by reports, without names and without parts of others."""

import threading

import pytest

from search.model import Request
from search.wording import concordance, distinctive
from search.wording.distinctive import is_complete
from tests.search.towns import reports
from tests.search.worlds import index_engine


@pytest.fixture(scope="module")
def towns(tmp_path_factory):
    return index_engine(tmp_path_factory.mktemp("towns"), *reports())


def test_what_stands_out_in_a_grade(towns):
    found = distinctive(towns, Request(filters={"grade": ("inadequate",)}))
    assert [one.text for one in found] == ["too many children wait long"]
    (one,) = found
    assert (one.reports, one.of, one.elsewhere, one.of_elsewhere) == (6, 6, 0, 6)
    assert one.log_odds > 1.96
    assert one.log_likelihood == pytest.approx(16.64, abs=0.01)


def test_a_phrase_leads_to_its_concordance(towns):
    (one,) = distinctive(towns, Request(filters={"grade": ("good",)}))
    assert concordance(towns, one.request).reports == one.reports


def test_what_all_say_or_too_few_say_does_not_stand_out(towns):
    assert distinctive(towns, Request('"says oak"')) == ()
    assert distinctive(towns, Request()) == ()


def test_comparisons_take_turns(towns):
    """Each takes memory by the place of a word."""
    asked = threading.Thread(target=distinctive, args=(towns, Request("effective")))
    with towns.wording_corpus.exclusive:
        asked.start()
        asked.join(0.2)
        assert asked.is_alive()
    asked.join(30)
    assert not asked.is_alive()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("not yet", False),
        ("not yet good", True),
        ("of the children", False),
        ("the plan", False),
        ("assessments do not", False),
        ("service does", False),
        ("not ensured", True),
    ],
)
def test_a_phrase_worth_quoting(text, expected):
    assert is_complete(text) is expected
