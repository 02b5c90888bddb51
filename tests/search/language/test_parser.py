"""What a person typed, understood as whoosh nodes, with what could not be taken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from whoosh import query

from index.analysis import stem
from search.language.clauses import Clause
from search.language.nodes import MinimumWeight
from search.language.parser import LONGEST, parse

VALUES = {"authority": ("North Yorkshire", "Leeds"), "region": ("London",), "report": ()}


def t(word: str) -> query.Term:
    return query.Term("text", stem(word))


def x(word: str) -> query.Term:
    return query.Term("exact", word)


def phrase(*said: str, slop: int = 1) -> query.Phrase:
    return query.Phrase("exact", list(said), slop=slop)


def understood(text: str, match: str = "all") -> query.Query:
    return parse(text, VALUES).query(match)


@pytest.mark.parametrize(
    ("text", "node"),
    [
        ("", query.Every()),
        ("recording", t("recording")),
        ("timely recording", query.And([t("timely"), t("recording")])),
        (
            "the timely recording",
            query.AndMaybe(query.And([t("timely"), t("recording")]), query.Or([t("the")])),
        ),
        ("not yet", query.And([t("not"), t("yet")])),
        ('"Not yet good"', phrase("not", "yet", "good")),
        ("“not yet”", phrase("not", "yet")),
        ('"good"', x("good")),
        ('"strong leaders"~5', phrase("strong", "leaders", slop=5)),
        ("drift OR delay", query.Or([t("drift"), t("delay")])),
        ("plans drift OR delay", query.And([query.Or([t("drift"), t("delay")]), t("plans")])),
        ("plans AND drift", query.And([t("plans"), t("drift")])),
        ("plans -drift", query.And([query.Not(t("drift")), t("plans")])),
        ("plans NOT drift", query.And([query.Not(t("drift")), t("plans")])),
        ("plans AND NOT drift", query.And([query.Not(t("drift")), t("plans")])),
        ("-drift", query.And([query.Every(), query.Not(t("drift"))])),
        (
            "plans -(drift OR delay)",
            query.And([query.Not(query.Or([t("drift"), t("delay")])), t("plans")]),
        ),
        ("timel*", query.Prefix("exact", "timel")),
        ("self-harm*", query.And([x("self"), query.Prefix("exact", "harm")])),
        ("safeguardin~", query.FuzzyTerm("exact", "safeguardin", maxdist=1, prefixlength=1)),
        ("*", query.Every()),
        ("grade:good", query.Term("grade", "good")),
        ("grade:Good", query.Term("grade", "good")),
        ('framework:"Area SEND"', query.Term("framework", "area-send")),
        ('authority:"north yorkshire"', query.Term("authority", "North Yorkshire")),
        ("year:2018", query.NumericRange("year", 2018, 2018)),
        ("year:2018..2022", query.NumericRange("year", 2018, 2022)),
        ("year:2018..", query.NumericRange("year", 2018, None)),
        ("year:..2015", query.NumericRange("year", None, 2015)),
        (
            "grade:(good OR outstanding)",
            query.Or([query.Term("grade", "good"), query.Term("grade", "outstanding")]),
        ),
    ],
)
def test_the_language(text, node):
    assert understood(text) == node
    assert parse(text, VALUES).diagnostics == ()


@pytest.mark.parametrize(
    ("text", "kind", "marked", "same_as"),
    [
        ("timely OR", "dangling-operator", "OR", "timely"),
        ("AND timely", "dangling-operator", "AND", "timely"),
        ("drift OR OR delay", "dangling-operator", "OR", "drift OR delay"),
        ("timely NOT", "dangling-operator", "NOT", "timely"),
        ("NOT NOT timely", "dangling-operator", "NOT", "NOT timely"),
        ("(timely OR) plans", "dangling-operator", "OR", "timely plans"),
        ("AND", "dangling-operator", "AND", ""),
        ('"open plans', "unclosed-quote", '"', "open plans"),
        ('plans ""', "empty-quotes", '""', "plans"),
        ("(plans", "stray-bracket", "(", "plans"),
        ("plans)", "stray-bracket", ")", "plans"),
        ("plans ( )", "empty-brackets", "( )", "plans"),
        ("colour:red", "unknown-field", "colour:", "colour red"),
        ("plans grade:", "missing-value", "grade:", "plans"),
        ("plans grade:splendid", "unknown-value", "grade:splendid", "plans"),
        ("plans authority:Lees", "unknown-value", "authority:Lees", "plans"),
        ("plans year:2022..2018", "impossible-range", "year:2022..2018", "plans"),
        ("plans year:soon", "unknown-value", "year:soon", "plans"),
        ("plans t*", "too-short", "t*", "plans"),
    ],
)
def test_what_is_not_understood_is_named_at_its_place(text, kind, marked, same_as):
    parsed = parse(text, VALUES)
    (found,) = parsed.diagnostics
    assert (found.kind, text[found.span.start : found.span.end]) == (kind, marked)
    assert parsed.query() == understood(same_as)


def test_advice_names_what_was_probably_meant():
    (found,) = parse("authority:Lees", VALUES).diagnostics
    assert "Leeds" in found.message


def test_words_may_be_done_without_but_nothing_else():
    text = 'timely recording of "strategy meetings" grade:good'
    fixed = [phrase("strategy", "meetings"), query.Term("grade", "good")]
    words = [t("timely"), t("recording")]
    of = query.Or([t("of")])
    assert understood(text, "any") == query.AndMaybe(query.And([*fixed, query.Or(words)]), of)
    most = understood(text, "most")
    assert most.a.subqueries[-1] == MinimumWeight(words, most.a.subqueries[-1].share)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("timely Recording", ["timely", "Recording"]),
        ("plans -drift", ["plans", "-drift"]),
        ("NOT (drift (OR delay) ) plans", ["NOT (drift (OR delay) )", "plans"]),
        ('-"not yet" grade:good', ['-"not yet"', "grade:good"]),
        ("(drift OR delay) plans", ["(drift OR delay)", "plans"]),
    ],
)
def test_each_clause_knows_its_place(text, places):
    clauses = parse(text, VALUES).clauses
    assert [text[one.span.start : one.span.end] for one in clauses] == places


def test_what_is_too_long_is_searched_to_the_limit():
    parsed = parse("plans " * 2000)
    assert [one.kind for one in parsed.diagnostics] == ["too-long"]
    assert all(one.span.end <= LONGEST for one in parsed.clauses)


SIGNS = st.lists(
    st.sampled_from(
        [
            "(",
            ")",
            '"',
            "-",
            "*",
            "~",
            ":",
            "AND",
            "OR",
            "NOT",
            " ",
            "plan",
            "grade:",
            "year:",
            "..",
        ]
    )
)


@given(st.one_of(st.text(), SIGNS.map(" ".join), SIGNS.map("".join)))
def test_any_text_gives_a_node_and_places_inside_the_text(text):
    parsed = parse(text, VALUES)
    for match in ("all", "most", "any"):
        assert isinstance(parsed.query(match), query.Query)
    for one in (*parsed.clauses, *parsed.diagnostics):
        assert 0 <= one.span.start < one.span.end <= len(text)


def test_a_clause_is_a_value():
    first, again = parse("plans").clauses, parse("plans").clauses
    assert first == again
    assert isinstance(first[0], Clause)
