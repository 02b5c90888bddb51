"""Wordings that mean the same find each other, as phrases, and can be told not to."""

import pytest
from whoosh import query

from corpus.errors import DataError
from index.analysis import stem
from search.language import vocabulary as module
from search.language.nodes import Synonyms
from search.language.parser import parse
from search.language.vocabulary import SCATTERED, Group, Vocabulary, stems_of, vocabulary

SMALL = Vocabulary(
    [
        Group(("looked after children", "children in care", "LAC"), ("corporate parents",)),
        Group(("SEND", "special needs"), typed=("send pupils", "help with learning")),
        Group(("drift",)),
    ],
    capitals=("SEND",),
)


def also(text: str, known: Vocabulary = SMALL) -> list[str]:
    return [other for clause in parse(text, vocabulary=known).clauses for other in clause.also]


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
    ],
)
def test_what_a_query_also_finds(text, others):
    assert also(text) == others


def test_words_as_typed_count_more_than_other_wordings():
    (clause,) = parse("LAC", vocabulary=SMALL).clauses
    plain, pooled = clause.query.subqueries
    assert plain == query.Term("text", "lac")
    assert isinstance(pooled, Synonyms)
    typed, *others = pooled.subqueries
    assert typed == plain
    assert all(typed.boost > other.boost for other in others)


def test_a_wording_is_found_as_a_phrase_or_as_its_words():
    (clause,) = parse("looked after children", vocabulary=SMALL).clauses
    plain, pooled = clause.query.subqueries
    assert plain == query.And(
        [query.Term("text", stem("looked")), query.Term("text", stem("children"))], boost=SCATTERED
    )
    assert pooled.subqueries[0] == query.Phrase("text", list(stems_of("looked after children")))


def test_without_a_vocabulary_nothing_is_widened():
    assert parse("LAC").query() == query.Term("text", "lac")


def test_acronyms_of_the_collection_join_in():
    known = vocabulary((("QXZ", "quality of extra zeal"),))
    assert "quality of extra zeal" in also("QXZ", known)


def test_what_one_collection_teaches_no_other_knows():
    before = also("children in care", vocabulary())
    taught = vocabulary((("QXZ", "children in care"),))
    assert also("children in care", taught) == [*before, "QXZ"]
    assert also("children in care", vocabulary()) == before


def test_an_acronym_that_the_file_knows_is_not_learnt_again():
    known = vocabulary((("LSCP", "leeds safeguarding children partnership"),))
    assert also("LSCP", known) == also("LSCP", vocabulary())


def test_an_acronym_that_is_a_function_word_does_not():
    known = vocabulary((("IT", "information technology"),))
    assert also("is it timely", known) == also("is it timely", vocabulary())


@pytest.mark.parametrize(
    ("typed", "found"),
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
def test_the_field_is_known(typed, found):
    assert found in also(typed, vocabulary())


def of_the_file() -> tuple[list[Group], frozenset[str]]:
    return module._read((module.files("search.language") / "vocabulary.toml").read_text("utf-8"))


def test_the_file_holds_the_field():
    groups, capitals = of_the_file()
    assert len(groups) >= 250
    assert {"SEND", "SMART"} <= capitals


def test_every_group_of_the_file_adds_something():
    groups, _ = of_the_file()
    alone = [
        group.same[0]
        for group in groups
        if len({stems_of(one) for one in (*group.same, *group.near, *group.typed)}) < 2
    ]
    assert alone == []


@pytest.mark.parametrize(
    "text", ["group = 3\n[", "", "[[group]]\nsame = []", "[[group]]\nsame = [1]"]
)
def test_a_mistake_in_the_file_is_named(text):
    with pytest.raises(DataError, match=r"vocabulary\.toml"):
        module._read(text)
