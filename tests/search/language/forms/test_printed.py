"""Which words a collection prints for one, and which word for several."""

import pytest

from search.language.forms.printed import MAX_LETTERS, find_joined, find_parts
from tests.search.engines.plain_index import PlainIndex
from tests.search.worlds import make_reports


def printed(*texts):
    return PlainIndex(make_reports([("ash", list(texts), {})]))


@pytest.mark.parametrize(
    ("word", "texts", "expected"),
    [
        ("followup", ["A follow-up."], [("follow", "up")]),
        ("followups", ["A follow-up."], [("follow", "up")]),
        ("followup", ["Some follow-ups; a followup."], [("follow", "ups")]),
        ("wellbeing", ["Their well-being. A wellbeing plan."], [("well", "being")]),
        ("uptodate", ["Plans up-to-date."], [("up", "to", "date")]),
        ("uptodate", ["Plans up to date."], [("up", "to", "date")]),
        ("uptodate", ["Plans up to date, uptodate."], []),
        ("uptodate", ["Plans up too date."], []),
        ("casework", ["Case work is casework."], [("case", "work")]),
        ("multiagency", ["A multi agency plan."], [("multi", "agency")]),
        ("covid19", ["Covid 19."], [("covid", "19")]),
        ("esafety", ["E safety."], [("e", "safety")]),
        ("wellbeing", ["Our well being."], [("well", "being")]),
        ("wellbeing", ["As well being here, wellbeing."], []),
        ("notable", ["Not able."], []),
        ("informal", ["In formal care."], []),
        ("therapist", ["The rapist."], []),
        ("scare", ["The plan's care, s care."], []),
        ("represented", ["Re presented, represented."], [("re", "presented")]),
        ("today", ["From day-to-day, today."], []),
        ("carefully", ["In care fully, carefully."], [("care", "fully")]),
        ("carefully", ["In care, fully."], [("care", "fully")]),
        ("025", ["Aged 0-25."], []),
        ("into", ["In to it. In-to."], []),
        ("breakdown", ["Breakdown: they break down."], [("break", "down")]),
        ("within", ["With in. Within."], []),
    ],
)
def test_words_that_are_printed_apart_for_one(word, texts, expected):
    assert find_parts(printed(*texts), word) == tuple(expected)


@pytest.mark.parametrize(
    ("typed", "texts", "expected"),
    [
        ("follow up", ["A followup."], "followup"),
        ("follow ups", ["A followup."], "followups"),
        ("follow up", ["Followups."], "followup"),
        ("co ordinating", ["Coordinated, co-ordinated."], "coordinating"),
        ("well being", ["Wellbeing."], "wellbeing"),
        ("on going", ["Ongoing."], "ongoing"),
        ("not able", ["Notable."], None),
        ("may be", ["Maybe."], None),
        ("to day", ["Today."], None),
        ("to day", ["Today, to-day, day-to-day."], None),
        ("in patient", ["Inpatient."], None),
        ("in patient", ["Inpatient, in-patient."], "inpatient"),
        ("0 25", ["Room 025."], None),
        ("covid 19", ["Covid19."], "covid19"),
        ("care plans", ["Plans."], None),
        ("plan s", ["Plans, unders."], None),
    ],
)
def test_the_word_that_is_printed_for_several(typed, texts, expected):
    assert find_joined(printed(*texts), tuple(typed.split()), is_joined=False) == expected


def test_words_typed_with_hyphens_are_one_word_whatever_they_are():
    assert find_joined(printed("Notable."), ("not", "able"), is_joined=True) == "notable"


class CountedWords:
    """A collection that prints nothing, and counts how often it is asked."""

    def __init__(self):
        self.asked = 0

    def _ask(self, nothing):
        self.asked += 1
        return nothing

    def frequency(self, stem):
        return self._ask(0)

    def is_printed(self, words):
        return self._ask(False)

    def hyphenated(self, first):
        return self._ask(())


@pytest.mark.parametrize("letters", ["a", "ab", "1", "é", "in", "a1"])
@pytest.mark.parametrize(
    ("length", "least", "most"),
    [
        (MAX_LETTERS, 1, MAX_LETTERS**2),
        (MAX_LETTERS + 1, 0, 0),
        (2_000, 0, 0),
    ],
)
def test_no_word_is_taken_apart_that_is_longer_than_any_printed(letters, length, least, most):
    printed = CountedWords()
    assert find_parts(printed, (letters * length)[:length]) == ()
    assert least <= printed.asked <= most
