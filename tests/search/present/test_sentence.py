"""The sentence under the search box: what was searched, each part of which can be removed."""

from dataclasses import replace
from datetime import date

import pytest

from search.language.parser import parse
from search.model import Group, Request
from search.present.sentence import MAX_PARTS, in_words, sentence, totals_in_words
from search.service import search

GROUP = Group("neighbours-of:Kent", "the 2 statistical neighbours of Kent", ("Leeds", "Bolton"))


def line(matched: str = "all", **fields: object) -> str:
    request = Request(**fields)
    return in_words(sentence(request, parse(request.query), matched))


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, "all paragraphs"),
        ({"query": "recording"}, "paragraphs with recording"),
        ({"query": "timely recording"}, "paragraphs with all of: timely, recording"),
        (
            {"query": "timely recording", "matched": "most"},
            "paragraphs with most of: timely, recording",
        ),
        (
            {"query": "the recording of plans"},
            "paragraphs with all of: recording, plans; ranked higher with the, of",
        ),
        (
            {"query": '"not yet" -drift'},
            'paragraphs with the exact words "not yet"; without -drift',
        ),
        (
            {"query": "plans", "filters": {"grade": ("good", "outstanding"), "theme": ("health",)}},
            "paragraphs with plans; graded good or outstanding; about health",
        ),
        (
            {"since": date(2018, 1, 1), "until": date(2022, 12, 31)},
            "paragraphs from 1 January 2018 on; up to 31 December 2022",
        ),
        (
            {"filters": {"framework": ("area-send",), "authority": ("Leeds",)}},
            "paragraphs from inspections of the kind Area SEND; on Leeds",
        ),
        (
            {"filters": {"authority": ("Leeds",)}, "group": GROUP},
            "paragraphs on Leeds; on any of the 2 statistical neighbours of Kent",
        ),
        (
            {"group": replace(GROUP, text="Leeds", authorities=("Leeds",))},
            "paragraphs on just Leeds",
        ),
        ({"query": "plans grade:good"}, "paragraphs with plans; where grade:good"),
        (
            {"filters": {"theme": ("health",)}, "theme_by": "section"},
            "paragraphs about health; with themes told by their section",
        ),
        (
            {"query": "theme:health", "theme_by": "words"},
            "paragraphs where theme:health; with themes told by their words",
        ),
        ({"query": "plans", "theme_by": "words"}, "paragraphs with plans"),
        ({"query": "drift OR delay"}, "paragraphs with either of drift OR delay"),
    ],
)
def test_what_was_searched_in_words(fields, expected):
    assert line(**fields) == expected


@pytest.mark.parametrize(
    ("matched", "is_corrected", "expected"),
    [
        ("all", False, "7 as typed, 1,000 with related words"),
        ("all", True, "7 with these words, 1,000 with related words"),
        ("most", False, "7 with all words as typed, 1,000 with most of them or related words"),
        ("any", True, "7 with all these words, 1,000 with any of them or related words"),
    ],
)
def test_totals_in_words(matched, is_corrected, expected):
    assert totals_in_words(0, 7, 1000, matched, is_corrected) == expected
    assert totals_in_words(7, 7, 7, matched, is_corrected) == expected.partition(",")[0]
    assert totals_in_words(7, 7, 1000, matched, is_corrected) == expected
    assert (
        totals_in_words(3, 7, 1000, matched, is_corrected)
        == f"3 with the words together, {expected}"
    )


def test_totals_of_words_that_were_not_widened_name_no_related_ones():
    expected = "7 with all words as typed, 1,000 with any of them"
    assert totals_in_words(0, 7, 1000, "any", is_widened=False) == expected


@pytest.mark.parametrize(
    ("matched", "is_widened", "expected"),
    [
        ("all", False, "7 as typed, 1,000 with or without “not”"),
        ("all", True, "7 as typed, 1,000 with related words, or without “not”"),
        ("most", False, "7 with all words as typed, 1,000 with most of them"),
    ],
)
def test_totals_say_that_a_negator_is_not_required(matched, is_widened, expected):
    negators = ["not", "not"]
    assert (
        totals_in_words(0, 7, 1000, matched, is_widened=is_widened, negators=negators) == expected
    )


def test_totals_say_what_is_together_where_nothing_is_widened(build_engine):
    texts = ["Robust plans.", "Plans are robust.", "Robust action, not plans.", "Not robust."]
    engine = build_engine(("ash", texts, {}))
    page = search(engine, Request("robust plans", match="all"))
    assert (page.totals, page.has_related) == ("1 with the words together, 3 as typed", False)
    assert page.has_narrower
    page = search(engine, Request("not robust", match="all"))
    assert (page.totals, page.has_typed) == ("1 as typed, 4 with or without “not”", True)
    assert search(engine, page.as_typed).totals is None
    assert search(engine, Request("robust action", match="all")).totals is None


def test_words_that_stand_apart_are_not_a_wording(build_engine):
    texts = ["Young carers do well.", "Young adult carers.", "Young people meet foster carers."]
    engine = build_engine(("ash", [*texts, "They have caring roles."], {}))
    page = search(engine, Request("young carers", match="all"))
    assert page.totals == "1 as typed, 3 with related words"
    assert texts[2] not in [hit.paragraph.text for hit in page.hits]
    assert search(engine, Request("caring role", match="all")).totals is None


def test_totals_say_where_the_words_of_everyday_speech_may_stand_apart(build_engine):
    texts = ["A disabled parent.", "Disabled children whose parents meet.", "Young carers do well."]
    engine = build_engine(("ash", texts, {}))
    page = search(engine, Request("disabled parent"))
    assert page.totals == "1 as typed, 3 with related words, or the words apart"
    assert search(engine, page.as_typed).total == 1


@pytest.mark.parametrize(
    ("query", "text", "remaining"),
    [
        ("timely recording", "timely", "recording"),
        ("timely recording", "recording", "timely"),
        ('plans "not yet" grade:good', '"not yet"', "plans grade:good"),
        ("plans NOT (drift OR delay)", "NOT (drift OR delay)", "plans"),
        ("plans AND drift", "plans", "drift"),
        ("plans AND drift", "drift", "plans"),
        ("(plans) drift", "plans", "drift"),
    ],
)
def test_a_clause_can_be_removed(query, text, remaining):
    request = Request(query, start=20)
    parts = {part.text: part for part in sentence(request, parse(query), "all")}
    assert parts[text].without == Request(remaining)


def test_a_filter_can_be_removed():
    request = Request(filters={"grade": ("good", "outstanding"), "theme": ("health",)}, start=10)
    parts = {part.text: part.without.filters for part in sentence(request, parse(""), "all")}
    assert parts == {
        "good": {"grade": ("outstanding",), "theme": ("health",)},
        "outstanding": {"grade": ("good",), "theme": ("health",)},
        "health": {"grade": ("good", "outstanding")},
    }


def test_a_long_query_ends_in_one_part_for_the_rest():
    words = [f"word{number}" for number in range(40)]
    request = Request(query=" ".join(words))
    parts = sentence(request, parse(request.query), "any")
    assert len(parts) == MAX_PARTS + 1
    assert parts[-1].text == "25 more"
    assert parts[-1].without.query == " ".join(words[:MAX_PARTS])
    assert in_words(parts).endswith("word14, 25 more")


def test_many_values_end_in_one_part_for_the_rest():
    names = tuple(f"Place {number}" for number in range(20))
    request = Request(filters={"grade": ("good",), "authority": names}, start=30)
    parts = sentence(request, parse(""), "all")
    assert len(parts) == MAX_PARTS + 1
    assert (parts[-1].lead, parts[-1].text) == ("filtered by", "6 more values")
    fewer = {"grade": ("good",), "authority": names[: MAX_PARTS - 1]}
    assert parts[-1].without == Request(filters=fewer)
