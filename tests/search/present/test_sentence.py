"""The sentence under the search box: what was searched, each part of which can be removed."""

from dataclasses import replace
from datetime import date

import pytest

from search.language.parser import parse
from search.model import Group, Request
from search.present.sentence import MAX_PARTS, in_words, sentence

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
