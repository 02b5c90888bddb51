"""A typed query becomes clauses and nodes, with a diagnostic for what could not be taken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.characters import SPACES
from index.analysis import stem
from search.language.clauses import Clause
from search.language.error_recovery import MAX_EXPANDED
from search.language.nodes import (
    And,
    AndMaybe,
    Every,
    FuzzyTerm,
    Not,
    NullQuery,
    NumericRange,
    Or,
    Phrase,
    Prefix,
    Query,
    Term,
)
from search.language.parser import MAX_DIAGNOSTICS, MAX_QUERY_CHARACTERS, parse
from tests.search.language.typed import queries, texts

NAMES = {"authority": ("North Yorkshire", "Leeds"), "region": ("London",), "report": ()}


def names(field: str) -> tuple[str, ...]:
    return NAMES.get(field, ())


def t(word: str) -> Term:
    return Term("text", stem(word))


def x(word: str) -> Term:
    return Term("exact", word)


def phrase(*words: str, slop: int = 1) -> Phrase:
    return Phrase("exact", list(words), slop=slop)


def node_of(text: str, match: str = "all") -> Query:
    return parse(text, names).query(match)


def places(text: str) -> list[str]:
    return [text[clause.span.start : clause.span.end] for clause in parse(text, names).clauses]


@pytest.mark.parametrize(
    ("text", "node"),
    [
        ("", Every()),
        ("recording", t("recording")),
        ("timely recording", And([t("timely"), t("recording")])),
        (
            "the timely recording",
            AndMaybe(And([t("timely"), t("recording")]), Or([t("the")])),
        ),
        ("not yet", And([t("not"), t("yet")])),
        ('"Not yet good"', phrase("not", "yet", "good")),
        ("“not yet”", phrase("not", "yet")),
        ('"good"', x("good")),
        ('"strong leaders"~5', phrase("strong", "leaders", slop=5)),
        ("drift OR delay", Or([t("drift"), t("delay")])),
        ("plans drift OR delay", And([Or([t("drift"), t("delay")]), t("plans")])),
        ("plans AND drift", And([t("plans"), t("drift")])),
        ("plans -drift", And([Not(t("drift")), t("plans")])),
        ("plans NOT drift", And([Not(t("drift")), t("plans")])),
        ("plans AND NOT drift", And([Not(t("drift")), t("plans")])),
        ("-drift", And([Every(), Not(t("drift"))])),
        (
            "plans -(drift OR delay)",
            And([Not(Or([t("drift"), t("delay")])), t("plans")]),
        ),
        ("timel*", Prefix("exact", "timel")),
        ("self-harm*", And([x("self"), Prefix("exact", "harm")])),
        ("safeguardin~", FuzzyTerm("exact", "safeguardin", maxdist=1, prefixlength=1)),
        ("*", Every()),
        ("grade:good", Term("grade", "good")),
        ("grade:Good", Term("grade", "good")),
        ('framework:"Area SEND"', Term("framework", "area-send")),
        ('authority:"north yorkshire"', Term("authority", "North Yorkshire")),
        ("year:2018", NumericRange("year", 2018, 2018)),
        ("year:2018..2022", NumericRange("year", 2018, 2022)),
        ("year:2018..", NumericRange("year", 2018, None)),
        ("year:..2015", NumericRange("year", None, 2015)),
        (
            "grade:(good OR outstanding)",
            Or([Term("grade", "good"), Term("grade", "outstanding")]),
        ),
    ],
)
def test_a_text_gives_a_node(text, node):
    assert node_of(text) == node
    assert parse(text, names).diagnostics == ()


@pytest.mark.parametrize(
    ("text", "kind", "marked", "same_as"),
    [
        ("timely OR", "dangling-operator", "OR", "timely"),
        ("AND timely", "dangling-operator", "AND", "timely"),
        ("drift OR OR delay", "dangling-operator", "OR", "drift OR delay"),
        ("timely NOT", "dangling-operator", "NOT", "timely"),
        ("NOT NOT timely", "dangling-operator", "NOT", "NOT timely"),
        ("(timely OR) plans", "dangling-operator", "OR", "timely plans"),
        ("plans AND", "dangling-operator", "AND", "plans"),
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
    parsed = parse(text, names)
    (problem,) = parsed.diagnostics
    assert (problem.kind, text[problem.span.start : problem.span.end]) == (kind, marked)
    assert parsed.query() == node_of(same_as)


def test_advice_names_what_was_probably_meant():
    (problem,) = parse("authority:Lees", names).diagnostics
    assert "Leeds" in problem.message


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("timely Recording", ["timely", "Recording"]),
        ("plans -drift", ["plans", "-drift"]),
        ("NOT (drift (OR delay) ) plans", ["NOT (drift (OR delay) )", "plans"]),
        ('-"not yet" grade:good', ['-"not yet"', "grade:good"]),
        ("(drift OR delay) plans", ["(drift OR delay)", "plans"]),
        ("multi-agency SEND", ["multi", "agency", "SEND"]),
        ("drift OR delay OR 'neglect'", ["drift OR delay OR 'neglect'"]),
        ("plans drift OR -delay", ["plans", "drift OR -delay"]),
        ("plans NOT drift -delay", ["plans", "NOT drift", "-delay"]),
        ('"not yet" OR "too late"~5', ['"not yet" OR "too late"~5']),
        ('plans -"not yet"', ["plans", '-"not yet"']),
        ("timel* self-harm*", ["timel*", "self-harm*"]),
        ("a OR b AND c d", ["a OR b AND c", "d"]),
        ("plans (a AND b)", ["plans", "a", "b"]),
        # Whole clauses, in whatever way their signs are nested: what is cut out leaves nothing.
        ("-drift OR delay", ["-drift OR delay"]),
        ("plans -(-drift)", ["plans", "-(-drift)"]),
        ("plans NOT (NOT drift)", ["plans", "NOT (NOT drift)"]),
        ("grade:(good OR outstanding) plans", ["grade:(good OR outstanding)", "plans"]),
        ("-grade:(good OR outstanding)", ["-grade:(good OR outstanding)"]),
        ("grade:(good outstanding)", ["good", "outstanding"]),
        ('-"a (b" drift', ['-"a (b"', "drift"]),
        ("-(b plans", ["-(b", "plans"]),
        ('NOT "" drift', ['NOT "" drift']),
    ],
)
def test_each_clause_has_its_place(text, expected):
    assert places(text) == expected


@pytest.mark.parametrize(
    ("text", "same_as"),
    [
        ("plans AND drift", "plans drift"),
        ("(plans)", "plans"),
        ("OR plans", "plans"),
        ("NOT -plans", "-plans"),
        ("a OR OR b", "a OR b"),
        ("a OR (OR) b", "a OR b"),
        ("a b OR c", "(b OR c) a"),
        ("a OR b OR c AND d", "a OR b OR (c d)"),
        ("NOT a OR b", "(-a) OR b"),
        ("grade:(good theme:health)", "grade:good theme:health"),
        ("grade:(good outstanding)", "grade:good grade:outstanding"),
        ("grade:(good", "grade:good"),
        ("“not yet”", '"not yet"'),
        ("safeguardin~1", "safeguardin~"),
        ("*:*", "*"),
    ],
)
def test_two_texts_are_one_query(text, same_as):
    assert node_of(text) == node_of(same_as)


@pytest.mark.parametrize("joined", ["(not timely) AND visits", "(x not) AND timely"])
def test_a_negator_does_not_reach_over_a_bracket(joined):
    assert node_of(joined) == node_of(joined.replace(" AND", ""))


def test_what_is_too_long_is_searched_to_the_limit():
    parsed = parse("plans " * 2000)
    assert [problem.kind for problem in parsed.diagnostics] == ["too-long"]
    assert all(clause.span.end <= MAX_QUERY_CHARACTERS for clause in parsed.clauses)


@pytest.mark.parametrize("problem", ["AND ", "t* ", "grade:x ", ") "])
def test_no_more_problems_are_named_than_are_read(problem):
    assert len(parse(problem * 100).diagnostics) == MAX_DIAGNOSTICS


@given(texts)
def test_any_text_gives_a_node_and_places_inside_the_text(text):
    parsed = parse(text, names)
    for match in ("all", "most", "any"):
        assert isinstance(parsed.query(match), Query)
    for part in (*parsed.clauses, *parsed.diagnostics):
        assert 0 <= part.span.start < part.span.end <= len(text)


@given(texts)
def test_clauses_stand_one_after_the_other(text):
    edges = [
        edge for clause in parse(text).clauses for edge in (clause.span.start, clause.span.end)
    ]
    assert edges == sorted(edges)


@given(queries)
def test_nothing_is_wrong_in_a_well_formed_query(text):
    assert parse(text, names).diagnostics == ()


def test_a_clause_is_a_value():
    first, again = parse("plans").clauses, parse("plans").clauses
    assert first == again
    assert isinstance(first[0], Clause)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("👍", "no-words"),
        ("...", "no-words"),
        ("?! – €", "no-words"),
        ("_", "no-words"),
        ("AND", "dangling-operator"),
        ("NOT OR", "dangling-operator"),
        ('""', "empty-quotes"),
        ("( )", "empty-brackets"),
        ("((", "stray-bracket"),
        ("grade:", "missing-value"),
        ("grade:splendid", "unknown-value"),
        ("t*", "too-short"),
        ("_~", "no-words"),
        ('"²"', "empty-quotes"),
    ],
)
def test_what_says_nothing_finds_nothing_and_says_why(text, kind):
    parsed = parse(text)
    assert parsed.is_void
    assert [parsed.query(match) for match in ("all", "most", "any")] == [NullQuery] * 3
    assert {problem.kind for problem in parsed.diagnostics} == {kind}


@pytest.mark.parametrize(
    "text",
    [
        *("\u200b", "\u00ad", "\ufeff", "\u2060\u200d", "\x00", "\x1f\x7f", "\x85", "\u0301"),
        *("\u200b \u00a0\x00", "\u200b👍\ufe0f", "…\u00ad!", "(\u200b)", "\x00 ¹", "NOT \u200b"),
    ],
    ids=ascii,
)
def test_what_shows_nothing_says_nothing(text):
    parsed = parse(text)
    assert parsed.is_void
    assert parsed.query() is NullQuery
    assert parsed.diagnostics


@given(st.text(st.characters(categories=["Cc", "Cf", "M", "P", "S", "Z"], exclude_characters="*")))
def test_only_a_blank_query_or_a_star_finds_everything(text):
    assert parse(text).is_void == bool(text.strip(" \t\n\r\f\v\u2028\u2029" + SPACES))


@pytest.mark.parametrize("text", ["", "  ", "\n\t", "\u00a0\u3000\u2028", "*", "-plans"])
def test_what_is_empty_finds_everything(text):
    parsed = parse(text)
    assert not parsed.is_void
    assert parsed.diagnostics == ()
    assert parsed.query() is not NullQuery


@pytest.mark.parametrize(
    ("operand", "most"),
    [
        *(("ab* ", MAX_EXPANDED), ("plan~ ", MAX_EXPANDED), ("* ", 1), ("ab* OR ", MAX_EXPANDED)),
        *(("* OR ", MAX_EXPANDED), ("drift -ab* ", MAX_EXPANDED), ("(plan~) ", MAX_EXPANDED)),
        *(("plans -drift ", 1), ("grade:good ", 1), ("year:2018 OR * ", 2 * MAX_EXPANDED + 1)),
    ],
)
def test_a_long_query_asks_for_few_things_that_take_long(operand, most):
    parsed = parse(operand * (MAX_QUERY_CHARACTERS // len(operand)))
    asked = [node for node in every_node(parsed.query()) if takes_long(node)]
    assert 0 < len(asked) <= most


def takes_long(node: Query) -> bool:
    of_field = isinstance(node, Term | NumericRange) and node.fieldname != "text"
    return of_field or isinstance(node, Prefix | FuzzyTerm | Every | Not)


def every_node(node: Query) -> list[Query]:
    """A node and all that it is made of; what is excluded is one thing with its exclusion."""
    parts = [node.query] if isinstance(node, Not) else list(node.children())
    below = [inner for part in parts for inner in every_node(part)]
    return below if isinstance(node, Not) and any(map(takes_long, below)) else [node, *below]
