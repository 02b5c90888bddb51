"""Tokens that make no sense are dropped and named, and what is left always parses."""

import pytest
from hypothesis import given

from search.language.error_recovery import (
    EXPANDED,
    MAX_DEPTH,
    MAX_EXPANDED,
    NEGATIONS,
    OPERATORS,
    VALUES,
    recover,
)
from search.language.lexer import normalize, tokenize
from tests.search.language.typed import texts


def recovered(typed):
    """What is left of a text, and kind and text of each diagnostic."""
    tokens, diagnostics = recover(typed, tokenize(typed))
    left = " ".join(typed[token.start : token.end] for token in tokens[:-1])
    return left, [(d.kind, typed[d.span.start : d.span.end]) for d in diagnostics]


@pytest.mark.parametrize("operand", ["ab*", "plan~", "*"])
@pytest.mark.parametrize("join", [" ", " NOT ", " plan ", " AND "])
def test_only_so_many_stars_and_tildes_are_kept(operand, join):
    fits = join.join([operand] * MAX_EXPANDED)
    tokens = tokenize(fits)
    assert recover(fits, tokens)[0] == tokens
    typed = join.join([operand] * 3 * MAX_EXPANDED)
    tokens, (problem,) = recover(typed, tokenize(typed))
    assert sum(token.kind in EXPANDED for token in tokens) == MAX_EXPANDED
    assert (problem.kind, problem.span.start) == ("too-many", len(fits + join))


@pytest.mark.parametrize(
    ("typed", "left", "named"),
    [
        ("plans AND NOT drift", "plans AND NOT drift", []),
        ("a OR OR b", "a OR b", [("dangling-operator", "OR")]),
        ("a OR NOT", "a", [("dangling-operator", "OR"), ("dangling-operator", "NOT")]),
        ("NOT OR a", "NOT a", [("dangling-operator", "OR")]),
        ("NOT -a", "NOT a", [("dangling-operator", "-")]),
        ("(OR a)", "( a )", [("dangling-operator", "OR")]),
        ("a OR (NOT) b", "a OR b", [("empty-brackets", "(NOT)"), ("dangling-operator", "NOT")]),
        ("a OR ( )", "a", [("dangling-operator", "OR"), ("empty-brackets", "( )")]),
        ("( ( ) )", "", [("empty-brackets", "( ( ) )"), ("empty-brackets", "( )")]),
        ("grade:() a", "a", [("empty-brackets", "()")]),
        ("((a)", "( a )", [("stray-bracket", "(")]),
        ("a) (b", "a b", [("stray-bracket", ")"), ("stray-bracket", "(")]),
        ('a "b', "a b", [("unclosed-quote", '"')]),
        ('a "" b', "a b", [("empty-quotes", '""')]),
        ("grade: good", "good", [("missing-value", "grade:")]),
        ("grade:good*", "good*", [("missing-value", "grade:")]),
        ("grade:theme:health", "theme: health", [("missing-value", "grade:")]),
        ("note: plans", "note: plans", []),
        ("note:plans", "note: plans", [("unknown-field", "note:")]),
        ("report-grade:good", "report-grade: good", []),
        ("report_grade:good", "report_grade: good", []),
        ("multi-agency:work", "multi-agency: work", [("unknown-field", "multi-agency:")]),
        ('grade:"good', "grade: good", [("unclosed-quote", '"')]),
        ("grade:(good", "grade: good", [("stray-bracket", "(")]),
        ("grade:( good", "good", [("missing-value", "grade:"), ("stray-bracket", "(")]),
        ("grade:)good", "good", [("missing-value", "grade:"), ("stray-bracket", ")")]),
        ("note:( plans", "note: plans", [("unknown-field", "note:"), ("stray-bracket", "(")]),
    ],
)
def test_what_is_left_and_what_is_named(typed, left, named):
    assert recovered(typed) == (left, named)


@pytest.mark.parametrize("extra", [0, 1, 5])
def test_brackets_nested_too_deep_are_dropped(extra):
    depth = MAX_DEPTH + extra
    left, named = recovered("(" * depth + "a" + ")" * depth)
    assert left.count("(") == left.count(")") == MAX_DEPTH
    assert [kind for kind, _ in named] == ["stray-bracket"] * 2 * extra


@given(texts)
def test_what_is_left_is_well_formed(typed):
    text = normalize(typed)
    kinds = [token.kind for token in recover(text, tokenize(text))[0]]
    depth = 0
    for before, kind in zip(["open", *kinds], kinds, strict=False):
        depth += {"open": 1, "close": -1}.get(kind, 0)
        assert 0 <= depth <= MAX_DEPTH
        if before in OPERATORS:
            assert kind not in {"close", "end"} | (OPERATORS - NEGATIONS)
        if before in NEGATIONS:
            assert kind not in NEGATIONS
        if before == "open":
            assert kind not in {"close", "AND", "OR"}
        if before == "field":
            assert kind in VALUES
    assert (depth, kinds[-1]) == (0, "end")
    assert not {"stray_quote", "empty_quotes"} & set(kinds)


@given(texts)
def test_nothing_is_dropped_of_what_was_recovered(typed):
    text = normalize(typed)
    tokens, _ = recover(text, tokenize(text))
    assert recover(text, tokens)[0] == tokens


@given(texts)
def test_diagnostics_stand_by_place_in_the_text(typed):
    text = normalize(typed)
    _, diagnostics = recover(text, tokenize(text))
    places = [(problem.span.start, problem.kind) for problem in diagnostics]
    assert places == sorted(places)
    assert all(0 <= d.span.start < d.span.end <= len(text) for d in diagnostics)
