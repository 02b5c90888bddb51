"""Wordings that mean the same find each other, as phrases, and can be told not to."""

from functools import partial

import pytest

from index.analysis import stem
from search.language.nodes import And, Phrase, Synonyms, Term
from search.language.parser import parse
from search.language.vocabulary import (
    NEARLY_TOGETHER,
    SCATTERED_WEIGHT,
    Vocabulary,
    keys_of_text,
    stems_of,
    vocabulary,
)
from search.language.wordings.groups import WordingGroup, groups_of_the_file
from search.language.wordings.trie import MAX_MATCHED_WORDS
from tests.search.threads import at_once

SMALL = Vocabulary(
    [
        WordingGroup(("looked after children", "children in care", "LAC"), ("corporate parents",)),
        WordingGroup(("SEND", "special needs"), typed=("send pupils", "help with learning")),
        WordingGroup(("drift",)),
        WordingGroup(("oversight", "grip"), typed=("checks",), narrower=("reflective oversight",)),
        WordingGroup(("reflective oversight", "reflective grip")),
    ],
)


def also_found(text: str, words: Vocabulary = SMALL) -> list[str]:
    return [wording for clause in parse(text, vocabulary=words).clauses for wording in clause.also]


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("looked after children", ["children in care", "LAC", "corporate parents"]),
        ("plans for LAC drift", ["looked after children", "children in care", "corporate parents"]),
        ("corporate parents", []),
        ("children who care", []),
        ("the children in our care", ["looked after children", "LAC", "corporate parents"]),
        ("children in good care", []),
        ('"looked after children"', []),
        ("child*", []),
        ("visits OR LAC", ["looked after children", "children in care", "corporate parents"]),
        ("visits -LAC", []),
        ("SEND in schools", ["special needs"]),
        ("police send letters", []),
        ("special needs", ["SEND"]),
        ("send pupils", ["SEND", "special needs"]),
        ("help with learning", ["SEND", "special needs"]),
        ("oversight", ["grip", "reflective oversight"]),
        ("checks", ["oversight", "grip", "reflective oversight"]),
        ("reflective oversight", ["reflective grip"]),
        ("reflective reading and grip", ["oversight", "reflective oversight"]),
    ],
)
def test_what_a_query_also_finds(text, others):
    assert also_found(text) == others


@pytest.mark.parametrize(
    ("inserted", "others"), [(MAX_MATCHED_WORDS - 2, 1), (MAX_MATCHED_WORDS, 0)]
)
def test_only_so_many_function_words_may_stand_in_a_wording(inserted, others):
    keys = ["special", *["the"] * inserted, "need"]
    assert len(SMALL.longest_match(keys, 0).others) == others


def test_words_as_typed_count_more_than_other_wordings():
    (clause,) = parse("LAC", vocabulary=SMALL).clauses
    plain, synonyms = clause.query.subqueries
    assert plain == Term("text", "lac")
    assert isinstance(synonyms, Synonyms)
    typed, *others = synonyms.subqueries
    assert typed == plain
    assert all(typed.boost > other.boost for other in others)


def test_a_wording_is_found_as_a_phrase_or_with_its_words_nearly_together():
    (clause,) = parse("looked after children", vocabulary=SMALL).clauses
    plain, synonyms = clause.query.subqueries
    content = [stem("looked"), stem("children")]
    assert plain == Phrase("text", content, slop=NEARLY_TOGETHER, boost=SCATTERED_WEIGHT)
    assert synonyms.subqueries[0] == Phrase("text", list(stems_of("looked after children")))
    assert not clause.is_apart


def test_the_words_of_everyday_speech_may_stand_anywhere():
    (clause,) = parse("help with learning", vocabulary=SMALL).clauses
    plain, synonyms = clause.query.subqueries
    content = [Term("text", stem("help")), Term("text", stem("learning"))]
    assert plain == And(content, boost=SCATTERED_WEIGHT)
    assert synonyms.subqueries[0] == Phrase("text", list(stems_of("help with learning")))
    assert clause.is_apart
    (unwidened,) = parse("help with learning", vocabulary=SMALL, widen=False).clauses
    assert not unwidened.is_apart


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("reflective oversight", 2),
        ("reflective oversight of plans", 2),
        ("corporate parents", 2),  # a wording that finds no other
        ("send pupils", 1),  # everyday speech, which no report is looked through for
        ("oversight", 1),
        ("reflective", 1),
        ("", 1),
    ],
)
def test_the_longest_wording_of_reports_at_a_place(text, size):
    for words in (SMALL, SMALL.extend([WordingGroup(("QXZ", "extra zeal"))])):
        assert words.unit_size(stems_of(text), 0) == size


def test_a_word_beside_function_words_counts_less_where_it_stands_without_them():
    words = Vocabulary([WordingGroup(("overlooked",), typed=("left out",))])
    (clause,) = parse("left out", vocabulary=words).clauses
    assert clause.query.subqueries[0] == And([Term("text", "leav")], boost=SCATTERED_WEIGHT)


def test_without_a_vocabulary_nothing_is_widened():
    assert parse("LAC").query() == Term("text", "lac")


def test_acronyms_of_the_collection_join_in():
    words = vocabulary((("QXZ", "quality of extra zeal"),))
    assert "quality of extra zeal" in also_found("QXZ", words)


def test_acronyms_of_one_collection_are_not_those_of_another():
    before = also_found("children in care", vocabulary())
    extended = vocabulary((("QXZ", "children in care"),))
    assert also_found("children in care", extended) == [*before, "QXZ"]
    assert also_found("children in care", vocabulary()) == before


def test_an_acronym_that_the_file_has_is_not_taken_from_the_collection():
    words = vocabulary((("LSCP", "leeds safeguarding children partnership"),))
    assert also_found("LSCP", words) == also_found("LSCP", vocabulary())


def test_an_acronym_that_is_a_function_word_is_not_taken():
    words = vocabulary((("IT", "information technology"),))
    assert also_found("is it timely", words) == also_found("is it timely", vocabulary())


@pytest.mark.parametrize(("letters", "is_taken"), [("QXZ", True), ("AED", False), ("B&Q", True)])
def test_an_acronym_that_is_looked_up_as_another_word_is_not_taken(letters, is_taken):
    words = vocabulary(((letters, "quality of extra zeal"),))
    assert (letters in also_found("quality of extra zeal", words)) is is_taken
    assert (also_found("a", words) != []) is False


@pytest.mark.parametrize(
    ("text", "inside"),
    [("LAC", True), ("children in care", True), ("children in good care", False), ("drift", False)],
)
def test_a_vocabulary_contains_the_wordings_that_find_others(text, inside):
    assert (text in SMALL) == inside


@pytest.mark.parametrize(
    ("typed", "wording"),
    [
        ("looked after children", "children in care"),
        ("LSCB", "safeguarding children partnership"),
        ("front door", "MASH"),
        ("CAMHS", "child and adolescent mental health services"),
        ("PEP", "personal education plans"),
        ("kids placed miles away from home", "out of area"),
        ("SEND", "special educational needs"),
        ("running away", "missing from home"),
        ("taught at home", "elective home education"),
    ],
)
def test_the_file_has_the_words_of_the_field(typed, wording):
    assert wording in also_found(typed, vocabulary())


def test_no_narrower_wording_of_the_file_is_answered_by_what_it_is_a_kind_of():
    words = vocabulary()
    answered = [
        (narrower, other.text)
        for group in groups_of_the_file()
        for narrower in group.narrower
        for keys in [keys_of_text(narrower)]
        for match in [words.longest_match(keys, 0)]
        if match.size == len(keys)
        for other in match.others
        if other.text in group.same
    ]
    assert answered == []


@pytest.mark.parametrize(
    ("typed", "parent"),
    [
        ("reflective supervision", "supervision"),
        ("county lines", "criminal exploitation"),
        ("core assessment", "assessments"),
        ("ICPC", "child protection conferences"),
        ("initial health assessments", "health assessments"),
        ("knife crime", "serious youth violence"),
        ("coercive control", "domestic abuse"),
        ("corporate parenting board", "corporate parents"),
        ("high caseloads", "caseloads"),
        ("drift and delay", "delay"),
        ("unsuitable accommodation", "housing"),
    ],
)
def test_the_file_finds_the_narrower_wording_for_the_wider_and_not_the_reverse(typed, parent):
    whole = list(parse(typed, vocabulary=vocabulary()).clauses)
    assert all(parent not in clause.also for clause in whole if clause.text == typed)
    assert typed in also_found(parent, vocabulary())


def test_a_wording_is_found_whatever_was_looked_up_before():
    groups = groups_of_the_file()
    in_order, reverse = Vocabulary(groups), Vocabulary(groups)
    texts = [text for group in groups for text in group.texts]
    matches = {text: match_of(in_order, text) for text in texts}
    assert {text: match_of(reverse, text) for text in reversed(texts)} == matches


def match_of(words, text):
    keys = keys_of_text(text)
    return words.longest_match(keys, 0), words.unit_size(keys, 0)


def test_threads_that_look_up_the_same_words_first_find_the_same():
    groups = groups_of_the_file()
    texts = ["looked after children", "LAC", "county lines", "section 47", "front door"]
    expected = [match_of(vocabulary(), text) for text in texts]
    words = Vocabulary(groups)
    calls = [partial(match_of, words, text) for text in texts]
    assert all(matches == expected for matches in at_once(*calls))
