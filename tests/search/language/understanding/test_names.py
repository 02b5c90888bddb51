"""The names of authorities, regions, frameworks and grades that a query means as such."""

import pytest

from corpus.registry import registry
from index.analysis import words
from search.language.understanding.dates import find_dates
from search.language.understanding.names import find_grade, find_names, load_scope_words
from search.model import Span

GRADES = ("outstanding", "good", "requires improvement", "inadequate")
NAMES = {"authority": ("Kent", "York", "Lincolnshire"), "region": ("North East",)}


def names_in(text):
    dates = find_dates(text, load_scope_words().dated_things)
    named = find_names(text, words(text), dates, lambda field: NAMES.get(field, ()))
    return [(text[one.span.start : one.span.end], one.field, one.value) for one in named]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("drift in kent", [("kent", "authority", "Kent")]),
        ("Kent's drift", [("Kent's", "authority", "Kent")]),
        ("Kent Kent", [("Kent", "authority", "Kent")] * 2),
        ("the North East", [("North East", "region", "North East")]),
        # Listed authorities that the collection lacks have their words to themselves.
        ("North East Lincolnshire", [("North East Lincolnshire", "", "North East Lincolnshire")]),
        ("North Yorkshire", [("North Yorkshire", "", "North Yorkshire")]),
        ("South Lincolnshire", []),
        ("Kentish yorks", []),
        ("Reading 2019", [("Reading", "", "Reading")]),
        ("reading", []),
        ("", []),
    ],
)
def test_the_longest_name_counts(text, named):
    assert names_in(text) == named


@pytest.mark.parametrize(
    ("text", "framework"),
    [
        ("lunch in focused visits", "focused-visit"),
        ("drift, hiqa", "hiqa"),
        ("drift in health information and quality authority", "hiqa"),
        ("inspection of a social care service", "sccif"),
        ("child protection", None),
        ("child protection 2012", None),
        ("school inspection", None),
        ("other drift", None),
        ("holiday play scheme", "play-scheme"),
        ("play scheme drift", "play-scheme"),
        ("play", None),
    ],
)
def test_a_framework_has_the_names_in_its_file(text, framework, tmp_path):
    (tmp_path / "play.toml").write_text(
        'key = "play-scheme"\nlabel = "Holiday play scheme"\n[title]\ncontains = ["play scheme"]\n'
    )
    registry.use_folder(str(tmp_path))
    try:
        keys = tuple(registry().framework)
        named = find_names(
            text, words(text), None, lambda field: keys if field == "framework" else ()
        )
        assert [one.value for one in named] == ([framework] if framework else [])
    finally:
        registry.use_folder("")


@pytest.mark.parametrize(
    ("text", "typed", "grade"),
    [
        ("good", "good", "good"),
        ("Requires Improvement", "Requires Improvement", "requires improvement"),
        ("drift judged good", "judged good", "good"),
        ("drift in outstanding councils", "outstanding councils", "outstanding"),
        ("inadequate drift", "inadequate", "inadequate"),
        ("requires improvement drift", "requires improvement", "requires improvement"),
        ("good drift", None, None),
        ("not inadequate", None, None),
        ("drift inadequate", None, None),
        ("", None, None),
    ],
)
def test_a_grade_is_meant_where_it_is_said_to_be_one(text, typed, grade):
    named = find_grade(words(text), (), GRADES)
    assert (named and text[named.span.start : named.span.end]) == typed
    assert (named and named.value) == grade


def test_a_grade_that_the_collection_lacks_is_a_word():
    assert find_grade(words("compliant"), (), GRADES) is None
    assert find_grade(words("compliant"), (), ("compliant",)).value == "compliant"


def test_what_was_cut_is_not_there():
    named = find_grade(words("Kent good"), [Span(0, 4)], GRADES)
    assert named.value == "good"
