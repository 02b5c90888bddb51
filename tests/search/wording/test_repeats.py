"""Sentences that later reports repeat nearly word for word."""

from datetime import date

import pytest

from search.records import Occurrence
from search.wording.repeats import (
    MAX_LISTED,
    MAX_SHARING,
    NEAR,
    UsedSentence,
    find_repeats,
    passage_of,
    sentence_around,
)

SENTENCE = "Managers do not always know which of the children wait for a plan."
NEARLY = "Leaders do not always know which of the children wait for a new plan."
OTHER = "Visits to all families are made in time and recorded well by staff."


def passage(text, report, year=2015, day=1, standard=False):
    dated = date(year, 1, day) if year else None
    return UsedSentence(
        f"{report}/p1", report, 1, report.title(), dated, None, None, text, standard
    )


def repeats(*passages):
    return [
        (one.first.report, one.reports, [repeat.passage.report for repeat in one.later])
        for one in find_repeats(passages)
    ]


@pytest.mark.parametrize(
    ("later", "is_repeat"),
    [
        (SENTENCE, True),
        (SENTENCE.upper(), True),
        (NEARLY, True),
        (OTHER, False),
        (f"{SENTENCE[:-1]}, {OTHER.lower()}", False),
        ("Managers know, children do not: which of the always wait a plan for.", False),
    ],
    ids=["the same", "capitals", "two words differ", "another", "half of it", "no run of words"],
)
def test_what_repeats_a_sentence(later, is_repeat):
    expected = [("ash", 1, ["elm"])] if is_repeat else []
    assert repeats(passage(SENTENCE, "ash"), passage(later, "elm", 2016)) == expected


def test_a_short_sentence_may_be_alike_by_chance():
    assert repeats(passage("Plans are late.", "ash"), passage("Plans are late.", "elm", 2016)) == []


@pytest.mark.parametrize(
    "later",
    [passage(SENTENCE, "elm"), passage(SENTENCE, "elm", None)],
    ids=["the same day", "no date"],
)
def test_what_is_no_later_report(later):
    assert repeats(passage(SENTENCE, "ash"), later) == []


def test_the_sentence_that_most_reports_repeat_comes_first_and_each_report_counts_once():
    assert repeats(
        passage(OTHER, "ash"),
        passage(SENTENCE, "elm", 2016),
        passage(OTHER, "elm", 2016),
        passage(NEARLY, "oak", 2017),
        passage(SENTENCE, "oak", 2017),
        passage(SENTENCE, "yew", 2018),
    ) == [("elm", 2, ["oak", "yew"]), ("ash", 1, ["elm"])]


def test_so_many_later_reports_are_listed():
    later = [passage(SENTENCE, f"r{number}", 2016, 1 + number) for number in range(MAX_LISTED + 2)]
    (one,) = find_repeats([passage(SENTENCE, "ash"), *later])
    assert (one.reports, len(one.later)) == (MAX_LISTED + 2, MAX_LISTED)


def test_what_many_sentences_begin_with_tells_none_apart():
    openings = [
        passage(f"It is not yet clear to us all {word} {word} {word} {word} {word} {word}", word)
        for word in ("alpha beta gamma " * MAX_SHARING).split()
    ]
    assert repeats(*openings) == []


def test_the_changed_words_are_told():
    (one,) = find_repeats([passage(SENTENCE, "ash"), passage(NEARLY, "elm", 2016)])
    parts = [(part.change, part.text.strip()) for part in one.later[0].parts]
    assert parts == [
        ("removed", "Managers"),
        ("added", "Leaders"),
        ("same", "do not always know which of the children wait for a"),
        ("added", "new"),
        ("same", "plan."),
    ]


@pytest.mark.parametrize(
    ("text", "match", "expected"),
    [
        ("Late. Plans drift on. Good.", "drift", "Plans drift on."),
        ("Plans drift on", "drift", "Plans drift on"),
        ("(“Late.”) Plans drift?! Good.", "drift", "Plans drift?!"),
        ("In 2019. 12 plans drift, e.g. here. Good", "drift", "12 plans drift, e.g. here."),
        ("One ends. Another begins. Third.", "ends. Another", "One ends. Another begins."),
    ],
)
def test_the_sentence_of_an_occurrence(text, match, expected):
    start = text.index(match)
    assert sentence_around(text, start, start + len(match)) == expected


def test_a_long_sentence_is_cut():
    text = f"{'a' * 2 * NEAR} drift {'b' * 2 * NEAR}"
    start = text.index("drift")
    assert len(sentence_around(text, start, start + 5)) <= 2 * NEAR + 5


def test_a_passage_is_where_its_occurrence_stands():
    text = "Good. Plans drift."
    occurrence = Occurrence(
        "ash/p2", "ash", 2, "Ash", date(2020, 1, 2), "Plans", "good", text, 12, 17, True
    )
    assert passage_of(occurrence) == UsedSentence(
        "ash/p2", "ash", 2, "Ash", date(2020, 1, 2), "Plans", "good", "Plans drift.", True
    )
