"""Phrases that stand out, counted by reports, without names and without parts of others."""

import threading

import numpy as np
import pytest

from search.local.ngrams import Counts, counted
from search.local.wording_corpus import ground
from search.model import Request
from search.wording import concordance, distinctive
from search.wording.distinctive import log_likelihood, says_something
from tests.search.worlds import collection

COMMON = "Staff work with families in the town"
TOWNS = ("ash", "elm", "oak", "fir", "yew", "bay", "box", "hop", "ivy", "rye", "tea", "may")


def reports():
    for number, name in enumerate(TOWNS):
        grade = "good" if number % 2 else "inadequate"
        said = "They are highly effective here" if number % 2 else "Too many children wait long"
        texts = [f"{said}, says {name}.", f"{COMMON} {name}. Visit of {name} to Elmstead Vale."]
        yield name, [(text, {"grade": grade}) for text in texts], {}


@pytest.fixture(scope="module")
def towns(tmp_path_factory):
    return collection(tmp_path_factory.mktemp("towns"), *reports())


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
    with ground(towns).turn:
        asked.start()
        asked.join(0.2)
        assert asked.is_alive()
    asked.join(30)
    assert not asked.is_alive()


def brute(floor, here, size, least):
    """Reports here and there of each phrase of `size` words, one text at a time."""
    words = floor.snapshot.vocabulary()
    using: dict[str, tuple[set[int], set[int]]] = {}
    for doc in np.flatnonzero(floor.own).tolist():
        said = [words[row] for row in floor.tokens[floor.first[doc] : floor.first[doc + 1]]]
        for start in range(len(said) - size + 1):
            sets = using.setdefault(" ".join(said[start : start + size]), (set(), set()))
            sets[0 if here[doc] else 1].add(int(floor.report_of[doc]))
    return {text: (len(a), len(b)) for text, (a, b) in using.items() if len(a) >= least}


@pytest.mark.parametrize("least", [1, 3])
def test_counts_are_those_of_brute_force(towns, least):
    floor = ground(towns)
    here = np.zeros(towns.size, bool)
    here[::3] = True
    found = counted(floor, here & floor.own, least)
    words = towns.vocabulary()
    rows = range(len(found.here))
    texts = [" ".join(words[word] for word in found.words(row)) for row in rows]
    said = {texts[row]: (int(found.here[row]), int(found.there[row])) for row in rows}
    expected = {}
    for size in range(2, 6):
        expected |= brute(floor, here, size, least)
    assert said == expected


def test_g2_is_dunnings():
    # Two by two: 10 of 30 here, 5 of 70 there.
    none = np.zeros(0)
    counts = Counts(None, np.array([10]), np.array([5]), none, none, none, none)
    assert log_likelihood(counts, 30, 70)[0] == pytest.approx(10.326, abs=0.01)


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
    assert says_something(text) is expected
